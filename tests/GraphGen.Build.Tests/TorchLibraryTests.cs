using GraphGen.Native;

namespace GraphGen.Build.Tests;

public class TorchLibraryTests
{
    [Theory]
    [InlineData("linux-arm64", "", false, "no native library for linux-arm64")]
    [InlineData("linux-x64", "/lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found", true, "GraphGenFixTorchSharp")]
    [InlineData("linux-x64", "Unable to load\n/lib/libc.so.6: version `GLIBC_2.34' not found\nand so on", true, "newer system than this one: /lib/libc.so.6")]
    [InlineData("linux-x64", "libtorch.so: cannot open shared object file", false, "libtorch-cpu-linux-x64")]
    [InlineData("win-x64", "Unable to load DLL 'LibTorchSharp'", false, "libtorch-cpu-win-x64")]
    [InlineData("osx-arm64", "image not found", true, "image not found")]
    public void The_reason_is_told_by_what_the_loader_says(string platform, string refusal, bool libtorchFound, string expected) =>
        Assert.Contains(expected, TorchLibrary.Explain(platform, refusal, libtorchFound), StringComparison.Ordinal);
}
