namespace GraphGen.Build.Tests;

public class TorchSharpCorrectionTests
{
    private static readonly byte[] TorchSharp = SyntheticElf.Create(
        [("libc.so.6", ["GLIBC_2.34"]), ("libstdc++.so.6", ["GLIBCXX_3.4.29", "GLIBCXX_3.4.30", "GLIBCXX_3.4.32"])]);

    [Fact]
    public void A_system_that_lacks_this_version_only_gets_it_marked_weak()
    {
        var corrected = TorchSharpCorrection.ForSystem(TorchSharp, LibStdCxx("GLIBCXX_3.4.29", "GLIBCXX_3.4.30"));

        Assert.NotNull(corrected);
        Assert.Equal(["GLIBCXX_3.4.32"], new ElfVersions(corrected).Needed.Where(need => need.IsWeak).Select(need => need.Version));
    }

    [Fact]
    public void A_newer_system_gets_the_original() =>
        Assert.Null(TorchSharpCorrection.ForSystem(TorchSharp, LibStdCxx("GLIBCXX_3.4.29", "GLIBCXX_3.4.30", "GLIBCXX_3.4.31", "GLIBCXX_3.4.32")));

    [Fact]
    public void A_system_that_lacks_more_is_beyond_help() => Assert.Null(TorchSharpCorrection.ForSystem(TorchSharp, LibStdCxx("GLIBCXX_3.4.29")));

    [Fact]
    public void A_system_that_lacks_another_version_is_beyond_help() =>
        Assert.Null(TorchSharpCorrection.ForSystem(TorchSharp, LibStdCxx("GLIBCXX_3.4.30", "GLIBCXX_3.4.32")));

    [Fact]
    public void An_unknown_system_gets_the_original() => Assert.Null(TorchSharpCorrection.ForSystem(TorchSharp, libStdCxx: null));

    [Fact]
    public void A_library_built_for_older_systems_stays_as_it_is()
    {
        var older = SyntheticElf.Create([("libstdc++.so.6", ["GLIBCXX_3.4.29"])]);

        Assert.Null(TorchSharpCorrection.ForSystem(older, LibStdCxx("GLIBCXX_3.4.29")));
        Assert.Null(TorchSharpCorrection.ForAnySystem(older));
    }

    [Fact]
    public void The_version_counts_only_where_it_is_needed_of_the_cxx_library() =>
        Assert.Null(TorchSharpCorrection.ForAnySystem(SyntheticElf.Create([("libother.so", ["GLIBCXX_3.4.32"])])));

    [Fact]
    public void What_is_corrected_needs_no_correcting()
    {
        var corrected = TorchSharpCorrection.ForAnySystem(TorchSharp)!;

        Assert.Null(TorchSharpCorrection.ForAnySystem(corrected));
        Assert.Null(TorchSharpCorrection.ForSystem(corrected, LibStdCxx("GLIBCXX_3.4.29", "GLIBCXX_3.4.30")));
    }

    [Fact]
    public void One_flag_of_the_real_library_changes()
    {
        var original = File.ReadAllBytes(Surroundings.TorchSharpLibrary);

        var corrected = TorchSharpCorrection.ForAnySystem(original)!;

        var offset = Assert.Single(ElfVersionsTests.Differences(original, corrected));
        Assert.Equal((0, 2), (BitConverter.ToUInt16(original, offset), BitConverter.ToUInt16(corrected, offset)));
    }

    private static ElfVersions LibStdCxx(params string[] versions) => new(SyntheticElf.Create([], ["libstdc++.so.6", .. versions]));
}
