using GraphGen.Compiler.Graphs;

namespace GraphGen.Generator.Emission;

/// <summary>The base class, and the arguments and result of <c>forward</c>, as the numbers of inputs and outputs decide them. Types of tensors do not matter here, so that a broken model has the same.</summary>
internal sealed class Signature
{
    /// <summary>TorchSharp's modules take up to so many inputs.</summary>
    private const int MostInputs = 6;

    public Signature(Graph graph)
    {
        Inputs = [.. graph.Inputs.Select(input => Identifiers.Escape(input.Name))];
        Outputs = [.. graph.Outputs.Select(output => Identifiers.Escape(output.Name))];
        Result = Outputs.Count <= 1 ? TorchNames.Tensor : $"({string.Join(", ", Outputs.Select(output => $"{TorchNames.Tensor} {output}"))})";
        TakesRecord = Inputs.Count > MostInputs;
        IEnumerable<string> arguments = Inputs.Count == 0 ? [TorchNames.Tensor] : TakesRecord ? [$"{graph.Declaration.Type.Name}{graph.Declaration.Type.Parameters}.Inputs"] : Inputs.Select(_ => TorchNames.Tensor);
        Base = $"{TorchNames.Module}<{string.Join(", ", arguments.Append(Result))}>";
        Parameters = TakesRecord ? "Inputs inputs" : string.Join(", ", (Inputs.Count == 0 ? ["input"] : Inputs).Select(input => $"{TorchNames.Tensor} {input}"));
    }

    /// <summary>The inputs' names as C# writes them.</summary>
    public IReadOnlyList<string> Inputs { get; }

    public IReadOnlyList<string> Outputs { get; }

    /// <summary>The module class to derive from.</summary>
    public string Base { get; }

    /// <summary>What <c>forward</c> returns.</summary>
    public string Result { get; }

    /// <summary>The parameters of <c>forward</c>.</summary>
    public string Parameters { get; }

    /// <summary>Whether <c>forward</c> takes all inputs as one record, since they are too many.</summary>
    public bool TakesRecord { get; }
}
