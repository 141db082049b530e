namespace GraphGen.Build.Tests;

public class ElfVersionsTests
{
    private static readonly byte[] Synthetic = SyntheticElf.Create(
        [("libc.so.6", ["GLIBC_2.2.5", "GLIBC_2.34"]), ("libstdc++.so.6", ["GLIBCXX_3.4.30", "GLIBCXX_3.4.32"])],
        defines: ["libsample.so", "SAMPLE_1.0"]);

    [Fact]
    public void Needed_versions_are_listed_library_by_library()
    {
        var needed = new ElfVersions(Synthetic).Needed;

        Assert.Equal(
            [("libc.so.6", "GLIBC_2.2.5"), ("libc.so.6", "GLIBC_2.34"), ("libstdc++.so.6", "GLIBCXX_3.4.30"), ("libstdc++.so.6", "GLIBCXX_3.4.32")],
            needed.Select(need => (need.Library, need.Version)));
        Assert.All(needed, need => Assert.False(need.IsWeak));
    }

    [Fact]
    public void Defined_versions_are_listed() => Assert.Equal(["libsample.so", "SAMPLE_1.0"], new ElfVersions(Synthetic).Defined);

    [Fact]
    public void The_machine_is_read() => Assert.Equal(SyntheticElf.X86_64, new ElfVersions(Synthetic).Machine);

    [Fact]
    public void A_file_without_versions_needs_and_defines_none()
    {
        var versions = new ElfVersions(SyntheticElf.Create([]));

        Assert.Empty(versions.Needed);
        Assert.Empty(versions.Defined);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Marking_a_version_weak_sets_its_flag_and_nothing_else(int index)
    {
        var original = Synthetic.ToArray();
        var need = new ElfVersions(original).Needed[index];

        var marked = ElfVersions.MarkWeak(original, need);

        Assert.Equal(Synthetic, original);
        Assert.Equal([need.FlagsOffset], Differences(original, marked));
        Assert.Equal(new ElfVersions(original).Needed.Select((other, i) => other with { IsWeak = i == index }), new ElfVersions(marked).Needed);
    }

    [Fact]
    public void The_library_of_the_package_needs_what_it_is_known_to_need()
    {
        var versions = new ElfVersions(File.ReadAllBytes(Surroundings.TorchSharpLibrary));

        Assert.Equal(SyntheticElf.X86_64, versions.Machine);
        Assert.Equal(20, versions.Needed.Count(need => need.Library == "libstdc++.so.6"));
        Assert.Single(versions.Needed, need => need is { Library: "libstdc++.so.6", Version: "GLIBCXX_3.4.32", IsWeak: false });
        Assert.Empty(versions.Defined);
    }

    internal static IEnumerable<int> Differences(byte[] left, byte[] right)
    {
        Assert.Equal(left.Length, right.Length);
        return Enumerable.Range(0, left.Length).Where(i => left[i] != right[i]);
    }
}
