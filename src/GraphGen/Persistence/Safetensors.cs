using System.Reflection;
using static TorchSharp.torch;

namespace GraphGen.Persistence;

/// <summary>
/// Files in the format of Hugging Face's safetensors (https://github.com/huggingface/safetensors), which the Python world reads: a header in JSON that says
/// where each tensor lies, and the elements, row by row.
/// </summary>
public static class Safetensors
{
    /// <summary>
    /// Saves the weights and buffers of a module by the keys of its <c>state_dict()</c>. The file appears under its name when it is complete and on disk; until
    /// then one that was there stays as it is. Weights on another device, or in another order in memory, take the memory of one of them at a time.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file, in a folder that exists.</param>
    /// <param name="metadata">
    /// What else the file says of itself. Without a word it says <c>format</c>, <c>pt</c>, as PyTorch's files do, and of a generated model the class as
    /// <c>graphgen.model</c>, and its signature as <c>graphgen.signature</c> and <c>graphgen.names</c>.
    /// </param>
    /// <exception cref="IOException">The file cannot be written, as on a full disk.</exception>
    /// <exception cref="NotSupportedException">A weight is of an element type that the format does not have.</exception>
    public static void Save(nn.Module module, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentException.ThrowIfNullOrEmpty(path);
        Dictionary<string, string> described = Describe(module);
        foreach ((string name, string text) in metadata ?? new Dictionary<string, string>()) described[name] = text;
        SafetensorsFormat.Write(path, module.state_dict(), described);
    }

    /// <summary>
    /// Loads a file into a module. All of the header is checked, and all keys, before the first weight changes; the elements are then read straight into
    /// weights that lie row by row on the CPU, and otherwise one weight at a time. Other metadata than the module's own are no obstacle.
    /// </summary>
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
        return StateLoader.Load(module, path, SafetensorsFormat.Read, strict, convert);
    }

    private static Dictionary<string, string> Describe(nn.Module module)
    {
        var metadata = new Dictionary<string, string> { ["format"] = "pt" };
        if (module.GetType().GetCustomAttribute<ModelSignatureAttribute>() is not { } signature) return metadata;
        metadata["graphgen.model"] = module.GetType().Name;
        metadata["graphgen.signature"] = signature.Shapes;
        metadata["graphgen.names"] = signature.Names;
        return metadata;
    }
}
