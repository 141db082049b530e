using static TorchSharp.torch;

namespace GraphGen.Persistence;

/// <summary>
/// Files of the weights and buffers of a module, by the keys of its <c>state_dict()</c>. The name chooses the format: <c>.safetensors</c> is
/// <see cref="Safetensors"/>, and any other is that of TorchSharp's own <c>save</c> and <c>load</c>.
/// </summary>
public static class ModelFile
{
    /// <summary>Saves a module. The file appears under its name when it is complete and on disk; until then one that was there stays as it is.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file, in a folder that exists.</param>
    /// <exception cref="IOException">The file cannot be written, as on a full disk.</exception>
    /// <exception cref="NotSupportedException">A weight is of an element type that the format does not have.</exception>
    public static void Save(nn.Module module, string path)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (IsSafetensors(path)) Safetensors.Save(module, path);
        else AtomicFile.Write(path, stream => TorchSharpFormat.Write(stream, module.state_dict()));
    }

    /// <summary>Loads what <see cref="Save"/> wrote.</summary>
    /// <param name="module">The module, on any device.</param>
    /// <param name="path">The file.</param>
    /// <param name="strict">Whether file and module must have the same keys; else what fits is loaded.</param>
    /// <param name="convert">
    /// Whether numbers of another element type are converted, as <c>copy_</c> of libtorch does: rounded to a floating type, cut to a whole one.
    /// </param>
    /// <returns>Which keys fit.</returns>
    /// <exception cref="ModelFileException">The file is damaged; the module is as it was.</exception>
    /// <exception cref="ModelMismatchException">
    /// The keys, shapes or types do not agree, and <paramref name="strict"/> is set; the module is as it was.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static LoadReport Load(nn.Module module, string path, bool strict = true, bool convert = false)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return IsSafetensors(path) ? Safetensors.Load(module, path, strict, convert) : StateLoader.Load(module, path, TorchSharpFormat.Read, strict, convert);
    }

    private static bool IsSafetensors(string path) => Path.GetExtension(path).Equals(".safetensors", StringComparison.OrdinalIgnoreCase);
}
