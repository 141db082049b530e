using System.Text;

namespace GraphGen.Build.Tests;

/// <summary>Makes the smallest shared libraries that need and define symbol versions: headers, a dynamic segment, and what that points to.</summary>
internal static class SyntheticElf
{
    public const ushort X86_64 = 62;
    private const ulong LoadAddress = 0x10000;
    private const int HeaderSize = 64;
    private const int ProgramHeaderSize = 56;
    private const int DynamicSize = 5 * 16;

    public static byte[] Create((string Library, string[] Versions)[] needs, string[]? defines = null, ushort machine = X86_64)
    {
        var strings = new StringTable();
        var needed = Needs(needs, strings);
        var defined = Definitions(defines ?? [], strings);
        return Assemble(strings.Bytes, needed, defined, machine);
    }

    /// <summary>A library from the raw content of its string table, needed versions and defined versions.</summary>
    public static byte[] Assemble(byte[] strings, byte[] needs, byte[] definitions, ushort machine = X86_64)
    {
        const int Dynamic = HeaderSize + 2 * ProgramHeaderSize;
        const int Strings = Dynamic + DynamicSize;
        var file = new MemoryStream();
        var writer = new BinaryWriter(file);

        writer.Write([0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Write16(3, machine);
        Write32(1);
        Write64(0, HeaderSize, 0);
        Write32(0);
        Write16(HeaderSize, ProgramHeaderSize, 2, 0, 0, 0);

        var length = (ulong)(Strings + strings.Length + needs.Length + definitions.Length);
        WriteSegment(type: 1, offset: 0, length);
        WriteSegment(type: 2, Dynamic, DynamicSize);

        Write64(5, LoadAddress + Strings);
        Write64(10, (ulong)strings.Length);
        if (needs.Length > 0) Write64(0x6ffffffe, LoadAddress + Strings + (ulong)strings.Length);
        if (definitions.Length > 0) Write64(0x6ffffffc, LoadAddress + Strings + (ulong)(strings.Length + needs.Length));
        writer.Write(new byte[Strings - file.Position]);

        writer.Write(strings);
        writer.Write(needs);
        writer.Write(definitions);
        return file.ToArray();

        void Write16(params ushort[] values) => Array.ForEach(values, writer.Write);
        void Write32(params uint[] values) => Array.ForEach(values, writer.Write);
        void Write64(params ulong[] values) => Array.ForEach(values, writer.Write);

        void WriteSegment(uint type, ulong offset, ulong size)
        {
            Write32(type, 4);
            Write64(offset, LoadAddress + offset, LoadAddress + offset, size, size, 8);
        }
    }

    // Elf64_Verneed with its Elf64_Vernaux entries behind it.
    private static byte[] Needs((string Library, string[] Versions)[] needs, StringTable strings)
    {
        var bytes = new MemoryStream();
        var writer = new BinaryWriter(bytes);
        foreach (var (library, versions) in needs)
        {
            Array.ForEach<ushort>([1, (ushort)versions.Length], writer.Write);
            var isLast = library == needs[^1].Library;
            Array.ForEach<uint>([strings.Add(library), 16, isLast ? 0 : 16 + 16 * (uint)versions.Length], writer.Write);
            foreach (var version in versions)
            {
                writer.Write(0u);
                Array.ForEach<ushort>([0, 2], writer.Write);
                Array.ForEach<uint>([strings.Add(version), version == versions[^1] ? 0u : 16], writer.Write);
            }
        }

        return bytes.ToArray();
    }

    // Elf64_Verdef with one Elf64_Verdaux behind it.
    private static byte[] Definitions(string[] versions, StringTable strings)
    {
        var bytes = new MemoryStream();
        var writer = new BinaryWriter(bytes);
        foreach (var version in versions)
        {
            Array.ForEach<ushort>([1, 0, 2, 1], writer.Write);
            Array.ForEach<uint>([0, 20, version == versions[^1] ? 0u : 28, strings.Add(version), 0], writer.Write);
        }

        return bytes.ToArray();
    }

    private sealed class StringTable
    {
        private readonly List<byte> content = [0];

        public byte[] Bytes => [.. content];

        public uint Add(string text)
        {
            var index = (uint)content.Count;
            content.AddRange(Encoding.UTF8.GetBytes(text));
            content.Add(0);
            return index;
        }
    }
}
