namespace GraphGen.EndToEnd.Tests;

/// <summary>The package, packed from this repository into a folder from which projects can install it.</summary>
public sealed class InstalledPackage : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graphgen-");

    /// <summary>Packs under a version that no cache can have.</summary>
    public InstalledPackage()
    {
        Version = $"0.1.0-test.x{Guid.NewGuid():N}";
        (int exitCode, string output) = DotNet.Run(
            Surroundings.Repository, "pack", "src/GraphGen", "-c", Surroundings.Configuration, "-o", Source, $"-p:PackageVersion={Version}", "-nodeReuse:false", "-v:q");
        Assert.True(exitCode == 0, output);
    }

    public string Version { get; }

    /// <summary>The folder that holds the package.</summary>
    public string Source => Path.Combine(_folder.FullName, "source");

    /// <summary>Makes a console project outside of the repository that references the package and libtorch, and nothing else.</summary>
    /// <param name="name">Its folder.</param>
    /// <param name="files">Its sources by name.</param>
    public string CreateProject(string name, params (string Name, string Text)[] files)
    {
        string project = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "app.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RestorePackagesPath>{Path.Combine(_folder.FullName, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{Surroundings.PackageCache}</RestoreFallbackFolders>
                <RestoreAdditionalProjectSources>{Source}</RestoreAdditionalProjectSources>
                <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="GraphGen" Version="{Version}" />
                <PackageReference Include="{Surroundings.LibTorch}" Version="{Surroundings.VersionOf(Surroundings.LibTorch)}" />
              </ItemGroup>
            </Project>
            """);
        foreach ((string file, string text) in files) File.WriteAllText(Path.Combine(project, file), text);
        return project;
    }

    /// <summary>Builds a project and gives what the build printed.</summary>
    public static (int ExitCode, string Output) Build(string project) => DotNet.Run(project, "build", "-c", "Release", "-nodeReuse:false", "-v:m");

    /// <summary>Runs a project that was built.</summary>
    public static (int ExitCode, string Output) Start(string project) => DotNet.Run(project, Path.Combine("bin", "Release", "net10.0", "app.dll"));

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
