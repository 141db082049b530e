using System.Text;

namespace GraphGen.Build;

/// <summary>
/// A 64-bit little-endian ELF file, seen through its program headers and dynamic segment as the loader sees it (section headers may be stripped).
/// Every access is checked: a damaged file gives an <see cref="ElfFormatException"/>.
/// Layouts: System V ABI, "ELF Header", "Program Header" and "Dynamic Section".
/// </summary>
internal sealed class ElfFile
{
    private const uint LoadSegment = 1;
    private const uint DynamicSegment = 2;
    private const ulong ProgramHeaderSize = 56;
    private const ulong DynamicEntrySize = 16;
    private const ulong StringTableTag = 5;
    private const ulong StringTableSizeTag = 10;

    // PATH_MAX: libraries are named by file names or paths, and nothing sensible is longer.
    private const ulong LongestName = 4096;

    private readonly byte[] bytes;
    private readonly List<Segment> loaded = [];
    private readonly Dictionary<ulong, ulong> dynamic = [];

    public ElfFile(byte[] bytes)
    {
        this.bytes = bytes;
        if (U32(0) != 0x464C457F || bytes.Length < 64) throw new ElfFormatException("The file is not an ELF file.");
        if (bytes[4] != 2 || bytes[5] != 1) throw new ElfFormatException("The file is not a 64-bit little-endian ELF file.");
        Machine = U16(18);
        ReadProgramHeaders();
    }

    /// <summary>The instruction set, <c>e_machine</c>.</summary>
    public ushort Machine { get; }

    /// <summary>The file's length in bytes.</summary>
    public ulong Length => (ulong)bytes.Length;

    /// <summary>The value of a tag of the dynamic segment, or null where the segment lacks it.</summary>
    public ulong? Dynamic(ulong tag) => dynamic.TryGetValue(tag, out var value) ? value : null;

    /// <summary>Where in the file the byte lies that is loaded to an address.</summary>
    public ulong OffsetOf(ulong address)
    {
        foreach (var segment in loaded)
        {
            if (address >= segment.Address && address - segment.Address < segment.Size) return segment.Offset + (address - segment.Address);
        }

        throw new ElfFormatException($"The address 0x{address:x} lies in no loaded part of the file.");
    }

    /// <summary>A zero-terminated name of the dynamic string table.</summary>
    public string Name(uint index)
    {
        var size = Dynamic(StringTableSizeTag) ?? 0;
        if (Dynamic(StringTableTag) is not { } address || index >= size) throw new ElfFormatException($"The name {index} lies outside of the string table.");

        var start = Add(OffsetOf(address), index);
        var limit = Math.Min(size - index, LongestName);
        for (ulong length = 0; length < limit; length++)
        {
            if (Byte(Add(start, length)) == 0) return Encoding.UTF8.GetString(bytes, (int)start, (int)length);
        }

        throw new ElfFormatException($"The name {index} of the string table has no end.");
    }

    public ushort U16(ulong offset) => (ushort)(Byte(offset) | (Byte(Add(offset, 1)) << 8));

    public uint U32(ulong offset) => U16(offset) | ((uint)U16(Add(offset, 2)) << 16);

    public ulong U64(ulong offset) => U32(offset) | ((ulong)U32(Add(offset, 4)) << 32);

    /// <summary>A sum of offsets that cannot wrap around.</summary>
    public static ulong Add(ulong offset, ulong distance) =>
        distance <= ulong.MaxValue - offset ? offset + distance : throw new ElfFormatException("An offset exceeds 64 bits.");

    private byte Byte(ulong offset) =>
        offset < Length ? bytes[offset] : throw new ElfFormatException($"The file ends at byte {Length}, before the byte at offset {offset}.");

    private void ReadProgramHeaders()
    {
        var table = U64(32);
        ulong size = U16(54);
        var count = U16(56);
        if (count > 0 && size < ProgramHeaderSize) throw new ElfFormatException($"A program header of {size} bytes is too short.");

        for (ulong i = 0; i < count; i++)
        {
            var header = Add(table, i * size);
            var type = U32(header);
            if (type is not (LoadSegment or DynamicSegment)) continue;

            var segment = new Segment(U64(Add(header, 8)), U64(Add(header, 16)), U64(Add(header, 32)));
            if (Add(segment.Offset, segment.Size) > Length) throw new ElfFormatException($"Segment {i} reaches beyond the file's end.");

            if (type == LoadSegment) loaded.Add(segment);
            else ReadDynamicSegment(segment);
        }
    }

    private void ReadDynamicSegment(Segment segment)
    {
        for (ulong i = 0; i + DynamicEntrySize <= segment.Size; i += DynamicEntrySize)
        {
            var tag = U64(segment.Offset + i);
            if (tag == 0) return;
            dynamic[tag] = U64(segment.Offset + i + 8);
        }
    }

    private readonly record struct Segment(ulong Offset, ulong Address, ulong Size);
}
