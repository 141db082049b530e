using System.Reflection;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace GraphGen.EndToEnd.Tests;

/// <summary>Where the repository and the packages of this build are.</summary>
internal static class Surroundings
{
    public static string Repository { get; } = Metadata("Repository");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The folder of restored packages: libtorch is too large to fetch it anew.</summary>
    public static string PackageCache { get; } = Metadata("PackageCache");

    /// <summary>The libtorch of the platform in hand.</summary>
    public static string LibTorch { get; } =
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "libtorch-cpu-win-x64" : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "libtorch-cpu-osx-arm64" : "libtorch-cpu-linux-x64";

    /// <summary>The version that the repository pins of a package.</summary>
    public static string VersionOf(string package) =>
        XDocument.Load(Path.Combine(Repository, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(version => (string?)version.Attribute("Include") == package).Attribute("Version")!.Value;

    private static string Metadata(string key) =>
        typeof(Surroundings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
