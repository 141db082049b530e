using System.Diagnostics;

namespace GraphGen.Build.Tests;

/// <summary>A console project outside of the repository, with the repository's build settings.</summary>
internal sealed class ThrowAwayProject : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ThrowAwayProject(string program, bool hasLibTorch = true)
    {
        foreach (var name in new[] { "Directory.Build.props", "Directory.Packages.props" })
            File.WriteAllText(folder[name], $"""<Project><Import Project="{Path.Combine(Surroundings.Repository, name)}" /></Project>""");

        File.WriteAllText(folder["app.csproj"], $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TorchSharp" />
                <Reference Include="{typeof(Native.TorchLibrary).Assembly.Location}" />
              </ItemGroup>
              <Import Project="{Path.Combine(Surroundings.Repository, "build", "LibTorch.props")}" />
              <ItemGroup Condition="!{hasLibTorch}">
                <PackageReference Remove="libtorch-cpu-linux-x64;libtorch-cpu-win-x64;libtorch-cpu-osx-arm64" />
              </ItemGroup>
            </Project>
            """);
        Program = program;
    }

    /// <summary>The source of the program.</summary>
    public string Program
    {
        set => File.WriteAllText(folder["Program.cs"], value);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Runs a command of the SDK, and gives the folder that the program is then in.</summary>
    public string Make(string command, string output, params string[] arguments)
    {
        var (exitCode, text) = Run(folder.Path, [command, "-c", Surroundings.Configuration, "-o", folder[output], "-m:1", "-nodeReuse:false", "-v:q", .. arguments]);
        Assert.True(exitCode == 0, text);
        return folder[output];
    }

    /// <summary>Runs the program in a folder, and gives what it printed.</summary>
    public static string Start(string folder, string? packages = null)
    {
        var (exitCode, text) = Run(folder, [Path.Combine(folder, "app.dll")], packages);
        Assert.True(exitCode == 0, text);
        return text.Trim();
    }

    private static (int ExitCode, string Output) Run(string folder, IEnumerable<string> arguments, string? packages = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (packages is not null) start.Environment["NUGET_PACKAGES"] = packages;

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
