namespace GraphGen.Compiler.Layers.Torch;

/// <summary>Initializers as TorchSharp code.</summary>
internal static class TorchInitializer
{
    public const string Runtime = "global::GraphGen.Runtime.Initialization";

    private const string Init = "global::TorchSharp.torch.nn.init";

    /// <summary>The call that fills a weight.</summary>
    /// <param name="initializer">With numbers in their ranges.</param>
    /// <param name="kernel">The expression for the weight.</param>
    public static string Fill(Initializer initializer, string kernel)
    {
        string[] numbers = [.. initializer.Numbers.Select(Code.Write)];
        return initializer.Name switch
        {
            "GlorotUniform" => $"{Init}.xavier_uniform_({kernel})",
            "GlorotNormal" => $"{Runtime}.GlorotNormal({kernel})",
            "HeUniform" => $"{Init}.kaiming_uniform_({kernel})",
            "HeNormal" => $"{Init}.kaiming_normal_({kernel})",
            "Orthogonal" => $"{Runtime}.Orthogonal({kernel})",
            "Zeros" => $"{Init}.zeros_({kernel})",
            "Ones" => $"{Init}.ones_({kernel})",
            "Normal" => $"{Init}.normal_({kernel}, 0.0, {numbers[0]})",
            "Uniform" => $"{Init}.uniform_({kernel}, {numbers[0]}, {numbers[1]})",
            "Constant" => $"{Init}.constant_({kernel}, {numbers[0]})",
            _ => throw new InvalidOperationException($"There is no initializer {initializer.Name}."),
        };
    }
}
