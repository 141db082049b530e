namespace GraphGen.Build;

/// <summary>
/// Makes TorchSharp's native library load where the system's C++ library is older than GCC 13's.
/// It needs the version <see cref="Version"/> for one symbol only (<c>_ZSt21ios_base_library_initv</c>, the sign that the C++ library initializes its streams itself)
/// to which no relocation refers; an older C++ library serves it as well, once that version is marked weak.
/// </summary>
internal static class TorchSharpCorrection
{
    public const string Version = "GLIBCXX_3.4.32";

    /// <summary>The corrected bytes of TorchSharp's native library, or null where correcting is not needed, or would not help since more is missing.</summary>
    /// <param name="torchSharp">The bytes of TorchSharp's native library.</param>
    /// <param name="libStdCxx">The C++ library that it will meet; null where unknown, and then it is taken to be recent enough.</param>
    /// <exception cref="ElfFormatException">TorchSharp's library is no 64-bit little-endian ELF file, or is damaged.</exception>
    public static byte[]? ForSystem(byte[] torchSharp, ElfVersions? libStdCxx)
    {
        if (libStdCxx is null) return null;
        var missing = Needs(torchSharp).Where(need => !libStdCxx.Defined.Contains(need.Version)).ToList();
        return missing is [{ Version: Version } need] ? ElfVersions.MarkWeak(torchSharp, need) : null;
    }

    /// <summary>The corrected bytes of TorchSharp's native library for whatever system it will meet, or null where there is nothing to correct.</summary>
    /// <inheritdoc cref="ForSystem" path="/exception"/>
    public static byte[]? ForAnySystem(byte[] torchSharp)
    {
        var needs = Needs(torchSharp).Where(need => need.Version == Version).ToList();
        return needs is [var need] ? ElfVersions.MarkWeak(torchSharp, need) : null;
    }

    private static IEnumerable<NeededVersion> Needs(byte[] torchSharp) =>
        new ElfVersions(torchSharp).Needed.Where(need => need is { Library: SystemLibStdCxx.FileName, IsWeak: false });
}
