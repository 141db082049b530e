using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace GraphGen.Build;

/// <summary>Writes a corrected copy of TorchSharp's native library where it would not load otherwise; see <see cref="TorchSharpCorrection"/>.</summary>
public sealed class CorrectTorchSharp : Task
{
    /// <summary>The path of the library in the package cache. It is only read.</summary>
    [Required]
    public string Library { get; set; } = "";

    /// <summary>The path of the copy.</summary>
    [Required]
    public string Destination { get; set; } = "";

    /// <summary>Whether to correct the library whatever this system has, for a program that will run elsewhere.</summary>
    public bool Always { get; set; }

    /// <summary>The path of the corrected copy, or null where the library is to be used as it is.</summary>
    [Output]
    public string? Corrected { get; private set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var library = File.ReadAllBytes(Library);
            var corrected = Always
                ? TorchSharpCorrection.ForAnySystem(library)
                : TorchSharpCorrection.ForSystem(library, SystemLibStdCxx.Find(SystemLibStdCxx.Folders(Environment.GetEnvironmentVariable("LD_LIBRARY_PATH"))));
            if (corrected is null) return true;

            WriteIfDifferent(corrected);
            Corrected = Destination;
            Log.LogMessage($"{Library} needs {TorchSharpCorrection.Version} of the C++ library only by name: {Destination}, which goes on without it, takes its place.");
        }
        catch (Exception e) when (e is ElfFormatException or IOException or UnauthorizedAccessException)
        {
            Log.LogWarning($"TorchSharp's native library is used as it is, since no corrected copy of {Library} could be made: {e.Message}");
        }

        return true;
    }

    // A new file replaces an old one, which output folders may be linked to and running programs may have mapped: it is not written into.
    private void WriteIfDifferent(byte[] content)
    {
        if (File.Exists(Destination) && File.ReadAllBytes(Destination).SequenceEqual(content)) return;

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Destination))!);
        var fresh = Destination + "." + Path.GetRandomFileName();
        File.WriteAllBytes(fresh, content);
        File.Delete(Destination);
        File.Move(fresh, Destination);
    }
}
