namespace GraphGen.Build.Tests;

/// <summary>Programs that are built with the build files of this repository, and run.</summary>
public class BuildTests
{
    private const string Sum = """
        using TorchSharp;
        System.Console.WriteLine(torch.ones(2).sum().item<float>());
        """;

    private const string EnsureLoaded = """
        try
        {
            System.Console.WriteLine(GraphGen.Native.TorchLibrary.EnsureLoaded("loaded"));
        }
        catch (System.DllNotFoundException e)
        {
            System.Console.WriteLine($"{e.InnerException?.GetType().Name}: {e.Message}");
        }
        """;

    private static readonly string[] Portable = ["runtimes", "linux-x64", "native", "libLibTorchSharp.so"];

    [Fact]
    public void A_program_loads_TorchSharp_when_built_rebuilt_and_published_and_the_package_cache_stays_as_it_was()
    {
        var original = File.ReadAllBytes(Surroundings.TorchSharpLibrary);
        using var project = new ThrowAwayProject(Sum);

        var built = project.Make("build", "built");
        Assert.Equal("2", ThrowAwayProject.Start(built));
        AssertLibrary(Surroundings.LibraryForThisSystem, built, Portable);
        var written = File.GetLastWriteTimeUtc(Path.Combine([built, .. Portable]));

        project.Program = Sum.Replace("ones(2)", "ones(3)", StringComparison.Ordinal);
        project.Make("build", "built");
        Assert.Equal("3", ThrowAwayProject.Start(built));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine([built, .. Portable])));

        var published = project.Make("publish", "published");
        Assert.Equal("3", ThrowAwayProject.Start(published));
        AssertLibrary(Surroundings.LibraryForThisSystem, published, Portable);

        Assert.Equal(original, File.ReadAllBytes(Surroundings.TorchSharpLibrary));
    }

    [Fact]
    public void A_program_for_one_platform_gets_the_corrected_library_on_demand_wherever_it_is_built()
    {
        var corrected = TorchSharpCorrection.ForAnySystem(File.ReadAllBytes(Surroundings.TorchSharpLibrary))!;
        using var project = new ThrowAwayProject(Sum);

        var published = project.Make("publish", "published", "-r", "linux-x64", "--no-self-contained", "-p:GraphGenFixTorchSharp=always");

        AssertLibrary(corrected, published, "libLibTorchSharp.so");
    }

    [Fact]
    public void Switched_off_the_build_leaves_the_library_alone_and_the_program_says_what_is_wrong()
    {
        var original = File.ReadAllBytes(Surroundings.TorchSharpLibrary);
        using var project = new ThrowAwayProject(EnsureLoaded);

        var built = project.Make("build", "built", "-p:GraphGenFixTorchSharp=false");

        AssertLibrary(original, built, Portable);
        var loadsAnyway = Surroundings.LibraryForThisSystem.AsSpan().SequenceEqual(original);
        Assert.Matches(loadsAnyway ? "^loaded$" : "^DllNotFoundException: .*libstdc.*GraphGenFixTorchSharp.*$", ThrowAwayProject.Start(built));
        Assert.False(Directory.Exists(Path.Combine(built, "cpu")));
    }

    [Fact]
    public void A_program_without_libtorch_says_what_is_missing()
    {
        using var project = new ThrowAwayProject(EnsureLoaded, hasLibTorch: false);
        using var noPackages = new TemporaryFolder();

        var built = project.Make("build", "built");

        // TorchSharp prints its own trace before.
        var lastLine = ThrowAwayProject.Start(built, noPackages.Path).Split('\n')[^1];
        Assert.Matches("^TypeInitializationException: .*libtorch-cpu-.*$", lastLine);
    }

    private static void AssertLibrary(byte[] expected, string folder, params string[] path) =>
        Assert.True(expected.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine([folder, .. path]))), string.Join('/', path));
}
