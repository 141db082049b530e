namespace GraphGen.Build;

/// <summary>A symbol version that a file needs of a library.</summary>
/// <param name="Library">The library's name, as in <c>libstdc++.so.6</c>.</param>
/// <param name="Version">The version's name, as in <c>GLIBCXX_3.4.32</c>.</param>
/// <param name="IsWeak">Whether the loader goes on where the library lacks the version.</param>
/// <param name="FlagsOffset">Where in the file the entry's 16 flags lie.</param>
internal readonly record struct NeededVersion(string Library, string Version, bool IsWeak, int FlagsOffset);

/// <summary>
/// The symbol versions that an ELF file needs of its libraries and defines itself.
/// Layouts: Linux Standard Base, "Symbol Versioning" (<c>Elfxx_Verneed</c>, <c>Elfxx_Verdef</c>).
/// </summary>
internal sealed class ElfVersions
{
    private const ulong DefinitionsTag = 0x6ffffffc;
    private const ulong NeedsTag = 0x6ffffffe;
    private const ulong EntrySize = 16;
    private const byte WeakFlag = 2;

    private readonly ElfFile file;

    // Real entries do not overlap, so the file's length bounds their number, and a chain that a damaged file makes endless is noticed.
    private ulong entriesLeft;

    /// <exception cref="ElfFormatException">The file is no 64-bit little-endian ELF file, or is damaged.</exception>
    public ElfVersions(byte[] bytes)
    {
        file = new ElfFile(bytes);
        entriesLeft = file.Length / EntrySize;
        Needed = file.Dynamic(NeedsTag) is { } needs ? [.. ReadNeeded(file.OffsetOf(needs))] : [];
        Defined = file.Dynamic(DefinitionsTag) is { } definitions ? [.. ReadDefined(file.OffsetOf(definitions))] : [];
    }

    /// <summary>The instruction set, <c>e_machine</c>.</summary>
    public ushort Machine => file.Machine;

    /// <summary>The versions needed, library by library.</summary>
    public IReadOnlyList<NeededVersion> Needed { get; }

    /// <summary>The names of the versions defined.</summary>
    public IReadOnlyList<string> Defined { get; }

    /// <summary>A copy of a file's bytes with one needed version marked weak, so that the loader goes on without it.</summary>
    public static byte[] MarkWeak(byte[] bytes, NeededVersion version)
    {
        var copy = (byte[])bytes.Clone();
        copy[version.FlagsOffset] |= WeakFlag;
        return copy;
    }

    private IEnumerable<NeededVersion> ReadNeeded(ulong start)
    {
        foreach (var library in Chain(start, linkAt: 12))
        {
            var name = file.Name(file.U32(ElfFile.Add(library, 4)));
            foreach (var version in Chain(ElfFile.Add(library, file.U32(ElfFile.Add(library, 8))), linkAt: 12))
            {
                var flags = ElfFile.Add(version, 4);
                var isWeak = (file.U16(flags) & WeakFlag) != 0;
                yield return new NeededVersion(name, file.Name(file.U32(ElfFile.Add(version, 8))), isWeak, (int)flags);
            }
        }
    }

    private IEnumerable<string> ReadDefined(ulong start)
    {
        foreach (var definition in Chain(start, linkAt: 16))
        {
            // The first auxiliary entry names the version; others, where there are any, name its predecessors.
            var auxiliary = ElfFile.Add(definition, file.U32(ElfFile.Add(definition, 12)));
            yield return file.Name(file.U32(auxiliary));
        }
    }

    /// <summary>The offsets of entries that each hold the distance to the next, 0 in the last.</summary>
    private IEnumerable<ulong> Chain(ulong entry, ulong linkAt)
    {
        while (true)
        {
            if (entriesLeft-- == 0) throw new ElfFormatException("The file lists more symbol versions than it has room for.");
            yield return entry;
            var distance = file.U32(ElfFile.Add(entry, linkAt));
            if (distance == 0) yield break;
            entry = ElfFile.Add(entry, distance);
        }
    }
}
