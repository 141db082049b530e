using System.Reflection;

namespace GraphGen.Build.Tests;

/// <summary>What the build knows of the places around the tests.</summary>
internal static class Surroundings
{
    public static string Repository => Metadata("Repository");

    public static string Configuration => Metadata("Configuration");

    /// <summary>TorchSharp's native library for Linux in the package cache.</summary>
    public static string TorchSharpLibrary => Path.Combine(Metadata("TorchSharp"), "runtimes", "linux-x64", "native", "libLibTorchSharp.so");

    /// <summary>What a build on this system makes of TorchSharp's native library.</summary>
    public static byte[] LibraryForThisSystem
    {
        get
        {
            var original = File.ReadAllBytes(TorchSharpLibrary);
            var folders = SystemLibStdCxx.Folders(Environment.GetEnvironmentVariable("LD_LIBRARY_PATH"));
            return TorchSharpCorrection.ForSystem(original, SystemLibStdCxx.Find(folders)) ?? original;
        }
    }

    private static string Metadata(string key) =>
        typeof(Surroundings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
