using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

[assembly: InternalsVisibleTo("GraphGen.Build.Tests")]

namespace GraphGen.Native;

/// <summary>TorchSharp's native library, loaded with a clear word where it cannot be. Generated constructors call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TorchLibrary
{
    private static readonly string[] Platforms = ["linux-x64", "win-x64", "win-arm64", "osx-arm64"];

    private static volatile bool loaded;

    /// <summary>Loads TorchSharp's native library at the first call, before the base constructor that a module's name is handed to needs it.</summary>
    /// <param name="moduleName">The name of the module under construction.</param>
    /// <returns><paramref name="moduleName"/>.</returns>
    /// <exception cref="DllNotFoundException">The library does not load: the message says why, the inner exception is TorchSharp's or the loader's.</exception>
    public static string EnsureLoaded(string moduleName)
    {
        if (!loaded) Load();
        return moduleName;
    }

    /// <summary>Why the library does not load, and what to do.</summary>
    /// <param name="platform">The runtime identifier of operating system and process, as in <c>linux-x64</c>.</param>
    /// <param name="refusal">What the loader says.</param>
    /// <param name="libtorchFound">Whether libtorch itself loads.</param>
    internal static string Explain(string platform, string refusal, bool libtorchFound)
    {
        if (!Platforms.Contains(platform)) return $"TorchSharp has no native library for {platform}, only for {string.Join(", ", Platforms)}.";

        if (refusal.Contains("GLIBCXX_3.4.32", StringComparison.Ordinal))
            return "TorchSharp's native library asks for a newer libstdc++ than this system has: "
                + "build the program with the MSBuild property GraphGenFixTorchSharp at its default on this system, or set to 'always' on another.";

        if (MissingVersion(refusal) is { } missing) return $"TorchSharp's native library is built for a newer system than this one: {missing}";

        return libtorchFound
            ? $"TorchSharp's native library does not load: {refusal}"
            : $"TorchSharp finds no libtorch: reference the package libtorch-cpu-{platform}, or a libtorch-cuda package, from the program's project.";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Load()
    {
        if (!TryLoad(out var libtorchFound, out var refusal))
        {
            var reason = Explain(Platform(), refusal.Message, libtorchFound);

            // TorchSharp would first copy all of libtorch, a gigabyte, beside the program, which makes no system library newer.
            if (MissingVersion(refusal.Message) is not null) throw new DllNotFoundException(reason, refusal);

            try
            {
                torch.InitializeDeviceType(DeviceType.CPU);
            }
            catch (Exception e) when (e is TypeInitializationException or NotSupportedException)
            {
                throw new DllNotFoundException(reason, e);
            }
        }

        loaded = true;
    }

    // The two libraries and the order are those of TorchSharp's own first attempt, which keeps what the loader says to itself.
    private static bool TryLoad(out bool libtorchFound, [NotNullWhen(false)] out Exception? refusal)
    {
        var assembly = typeof(torch).Assembly;
        libtorchFound = NativeLibrary.TryLoad("torch_cpu", assembly, null, out _);
        refusal = null;
        try
        {
            NativeLibrary.Load("LibTorchSharp", assembly, null);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            refusal = e;
        }

        return refusal is null;
    }

    // The line that names a symbol version of glibc or libstdc++: they begin with GLIBC, in every language that the loader speaks.
    private static string? MissingVersion(string refusal) =>
        refusal.Split('\n').FirstOrDefault(line => line.Contains("GLIBC", StringComparison.Ordinal));

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : OperatingSystem.IsLinux() ? "linux" : Environment.OSVersion.Platform.ToString();
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
