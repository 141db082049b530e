using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Generator.Emission;

/// <summary>Prints what keeps the tapped tensors of the last call: nothing where no node is tapped.</summary>
/// <param name="taps">The tapped nodes.</param>
/// <param name="field">The name of the field that keeps their tensors.</param>
internal sealed class TapWriter(IReadOnlyList<GraphOutput> taps, string field)
{
    /// <summary>The type of <c>Taps</c>.</summary>
    public const string Type = $"global::System.Collections.Generic.IReadOnlyDictionary<string, {TorchNames.Tensor}>";

    private const string Store = "global::GraphGen.Runtime.TapStore";

    public void WriteField(SourceWriter writer)
    {
        if (taps.Count > 0) writer.Line($"private readonly {Store} {field} = new {Store}({string.Join(", ", taps.Select(tap => Identifiers.Quote(tap.Name)))});");
    }

    /// <summary>Before any layer runs, so that the tensors of two calls are never alive together; and with the model.</summary>
    public void WriteRelease(SourceWriter writer)
    {
        if (taps.Count > 0) writer.Line($"{field}.Dispose();");
    }

    /// <summary>Behind all layers.</summary>
    public void WriteKeep(SourceWriter writer, IEnumerable<Variable> tensors)
    {
        if (taps.Count > 0) writer.Line($"{field}.Keep({string.Join(", ", tensors)});");
    }

    public void WriteProperty(SourceWriter writer)
    {
        if (taps.Count == 0) return;
        writer.Line("/// <summary>The tapped tensors of the last call, by name. They are the model's, which releases them in its next call and in <c>Dispose</c>.</summary>");
        writer.Line($"public {Type} Taps => {field}.Last;");
        writer.Line();
    }
}
