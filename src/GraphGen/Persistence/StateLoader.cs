using static TorchSharp.torch;

namespace GraphGen.Persistence;

/// <summary>Loads files into modules, whatever their format: first all is compared, then all is read.</summary>
internal static class StateLoader
{
    /// <summary>Loads a file into a module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads what the file holds; its fault, in words, is a <see cref="FormatException"/>.</param>
    /// <param name="strict">Whether all must fit.</param>
    /// <param name="convert">Whether numbers of another type fit.</param>
    public static LoadReport Load(nn.Module module, string path, Func<FileStream, StoredState> read, bool strict, bool convert)
    {
        using FileStream stream = Open(path);
        StoredState stored = Read(path, read, stream);
        Dictionary<string, Tensor> weights = module.state_dict();
        LoadReport report = Compare(weights, stored, convert);
        if (strict && !report.IsComplete) throw new ModelMismatchException(path, report);
        Fill(stream, stored, weights, report);
        return report;
    }

    /// <summary>How a file's weights go with a module's.</summary>
    public static LoadReport Compare(Dictionary<string, Tensor> weights, StoredState stored, bool convert)
    {
        List<string> fitting = [], missing = [];
        List<KeyMismatch> mismatched = [];
        foreach ((string key, Tensor weight) in weights)
        {
            if (!stored.Tensors.TryGetValue(key, out StoredTensor? tensor)) missing.Add(key);
            else if (tensor.Shape.SequenceEqual(weight.shape) && Takes(weight.dtype, tensor.Type, convert)) fitting.Add(key);
            else mismatched.Add(new KeyMismatch(key, StoredTensor.Describe(weight.shape, $"{weight.dtype}"), $"{tensor}"));
        }

        return new LoadReport(fitting, missing, [.. stored.Tensors.Keys.Where(key => !weights.ContainsKey(key))], mismatched, stored.Metadata);
    }

    /// <summary>Reads the weights that fit.</summary>
    public static void Fill(FileStream stream, StoredState stored, Dictionary<string, Tensor> weights, LoadReport report)
    {
        using var noGradient = no_grad();
        foreach (string key in report.Loaded.OrderBy(key => stored.Tensors[key].Offset))
        {
            StoredTensor tensor = stored.Tensors[key];
            stream.Position = tensor.Offset;
            TensorElements.Read(weights[key], tensor.Type!.Value, stream);
        }
    }

    private static bool Takes(ScalarType weight, ScalarType? type, bool convert) =>
        weight == type || (convert && type is { } stored && !is_complex(weight) && !is_complex(stored));

    private static StoredState Read(string path, Func<FileStream, StoredState> read, FileStream stream)
    {
        try
        {
            return read(stream);
        }
        catch (FormatException fault)
        {
            throw new ModelFileException(path, fault.Message, fault.InnerException);
        }
    }

    /// <summary>Opens a file that there is something in.</summary>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path)) throw new ModelFileException(path, "is a folder");
        var file = new FileInfo(path);
        if (!file.Exists) throw new FileNotFoundException($"'{path}' does not exist.", path);

        // A pipe or a device is as long, and to open it may wait for ever.
        if ((file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length == 0) throw new ModelFileException(path, "is empty");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }
}
