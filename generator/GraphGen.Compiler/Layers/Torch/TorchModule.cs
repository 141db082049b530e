namespace GraphGen.Compiler.Layers.Torch;

/// <summary>A module as generated code names and makes it.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Creation">The expression that makes it, in a constructor with the arguments <c>device</c> and <c>dtype</c>.</param>
internal sealed record TorchModule(string Type, string Creation)
{
    /// <summary>Whether it is a weight of the model itself, and no module.</summary>
    public bool IsParameter { get; private init; }

    /// <summary>A module of TorchSharp.</summary>
    /// <param name="type">Its class in <c>TorchSharp.Modules</c>.</param>
    /// <param name="factory">Its method in <c>torch.nn</c>.</param>
    /// <param name="arguments">The arguments of that method, without <c>device</c> and <c>dtype</c>.</param>
    /// <param name="takesDevice">Whether the method takes <c>device</c> and <c>dtype</c>: modules without weights do not.</param>
    public TorchModule(string type, string factory, string arguments, bool takesDevice = true)
        : this($"global::TorchSharp.Modules.{type}", $"global::TorchSharp.torch.nn.{factory}({WithDevice(arguments, takesDevice)})")
    {
    }

    /// <summary>A module of GraphGen's own, where TorchSharp has none.</summary>
    /// <param name="type">Its class in <c>GraphGen.Modules</c>.</param>
    /// <param name="arguments">The arguments of its constructor, without <c>device</c> and <c>dtype</c>.</param>
    /// <param name="takesDevice">Whether it takes <c>device</c> and <c>dtype</c>.</param>
    public static TorchModule Own(string type, string arguments, bool takesDevice = true) =>
        new($"global::GraphGen.Modules.{type}", $"new global::GraphGen.Modules.{type}({WithDevice(arguments, takesDevice)})");

    /// <summary>A weight by itself, in the place of a module.</summary>
    /// <param name="creation">The expression that makes it, in a constructor with the arguments <c>device</c> and <c>dtype</c>.</param>
    public static TorchModule Parameter(string creation) => new("global::TorchSharp.Modules.Parameter", creation) { IsParameter = true };

    /// <summary>The accessibility of a property of this type, which must not reach further than the class.</summary>
    public string Accessibility { get; init; } = "public";

    private static string WithDevice(string arguments, bool takesDevice) =>
        string.Join(", ", new[] { arguments, takesDevice ? "device: device, dtype: dtype" : "" }.Where(part => part.Length > 0));
}
