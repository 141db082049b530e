namespace GraphGen.Build;

/// <summary>Finds the C++ library that the loader of this system would give to a 64-bit Intel program.</summary>
internal static class SystemLibStdCxx
{
    public const string FileName = "libstdc++.so.6";

    private const ushort X86_64 = 62;

    // The default folders of Debian's, Fedora's and other loaders. Those that /etc/ld.so.conf adds are left out: a library found there is newer than the system's.
    private static readonly string[] DefaultFolders =
        ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib"];

    /// <summary>The folders in the order in which the loader looks: those of <c>LD_LIBRARY_PATH</c>, then its own.</summary>
    public static IEnumerable<string> Folders(string? libraryPath) =>
        (libraryPath ?? "").Split([':', ';'], StringSplitOptions.RemoveEmptyEntries).Concat(DefaultFolders);

    /// <summary>The symbol versions of the first such library in the folders, or null where there is none. Like the loader, it skips libraries for other machines.</summary>
    public static ElfVersions? Find(IEnumerable<string> folders) =>
        folders.Select(folder => Read(Path.Combine(folder, FileName))).FirstOrDefault(versions => versions?.Machine == X86_64);

    private static ElfVersions? Read(string path)
    {
        try
        {
            return File.Exists(path) ? new ElfVersions(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is ElfFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
