using System.Buffers.Binary;
using CsCheck;

namespace GraphGen.Build.Tests;

/// <summary>Whatever a file holds, reading it ends, and fails in one way only.</summary>
public class DamagedFileTests
{
    private static readonly byte[] Synthetic = SyntheticElf.Create(
        [("libc.so.6", ["GLIBC_2.2.5"]), ("libstdc++.so.6", ["GLIBCXX_3.4.30", "GLIBCXX_3.4.32"])], defines: ["libsample.so", "SAMPLE_1.0"]);

    private static readonly byte[] Real = File.ReadAllBytes(Surroundings.TorchSharpLibrary);

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        for (var length = 0; length < Synthetic.Length; length++) Assert.Throws<ElfFormatException>(() => new ElfVersions(Synthetic[..length]));
    }

    [Fact]
    public void Random_bytes_changed_in_a_synthetic_file_do_no_harm() =>
        Gen.Select(Gen.Int[0, Synthetic.Length - 1], Gen.Byte).Array[1, 12].Sample(changes => ReadDamaged(Synthetic, changes), iter: 100_000);

    [Fact]
    public void Random_bytes_changed_where_the_real_library_is_read_do_no_harm()
    {
        // The headers, and the needed versions where a reader of the intact file finds them.
        var needs = new ElfVersions(Real).Needed;
        var place = Gen.OneOf(Gen.Int[0, 64 + 10 * 56], Gen.Int[needs.Min(need => need.FlagsOffset) - 32, needs.Max(need => need.FlagsOffset) + 16]);

        Gen.Select(place, Gen.Byte).Array[1, 4].Sample(changes => ReadDamaged(Real, changes), iter: 500);
    }

    [Fact]
    public void Random_bytes_are_refused() =>
        Gen.Byte.Array[0, 300].Sample(bytes => Assert.Throws<ElfFormatException>(() => new ElfVersions(bytes)), iter: 10_000);

    [Fact]
    public void Entries_that_share_their_successors_do_not_multiply()
    {
        // Every field is 4: each entry's successor and its first version lie 4 bytes on, and so a walk of all of them has a length quadratic in the file's.
        var needs = new byte[1 << 20];
        for (var i = 0; i < needs.Length; i += 4) BinaryPrimitives.WriteInt32LittleEndian(needs.AsSpan(i), 4);

        var refusal = Assert.Throws<ElfFormatException>(() => new ElfVersions(SyntheticElf.Assemble(new byte[8], needs, [])));

        Assert.Contains("more symbol versions", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 1, "64-bit")] // ELFCLASS32
    [InlineData(5, 2, "little-endian")] // ELFDATA2MSB
    [InlineData(0, 0, "not an ELF file")]
    public void A_file_of_another_kind_is_refused_by_name(int offset, byte value, string expected)
    {
        var file = Synthetic.ToArray();
        file[offset] = value;

        Assert.Contains(expected, Assert.Throws<ElfFormatException>(() => new ElfVersions(file)).Message, StringComparison.Ordinal);
    }

    private static void ReadDamaged(byte[] file, (int Offset, byte Value)[] changes)
    {
        var damaged = file.ToArray();
        foreach (var (offset, value) in changes) damaged[offset] = value;

        try
        {
            TorchSharpCorrection.ForAnySystem(damaged);
        }
        catch (ElfFormatException)
        {
            // Any other exception fails the test.
        }
    }
}
