using GraphGen.Compiler.Graphs;

namespace GraphGen.Generator.Emission;

/// <summary>Prints what a model says of itself to models of other assemblies.</summary>
internal static class SignatureAttribute
{
    /// <summary>The attribute, without brackets.</summary>
    public static string Of(Graph graph)
    {
        SignatureText text = SignatureText.Of(ModelSignature.Of(graph));
        List<string> arguments = [$"{SignatureText.Version}", Identifiers.Quote(text.Shapes), $"Names = {Identifiers.Quote(text.Names)}"];
        if (text.Dimensions.Count > 0) arguments.Add($"Dimensions = {Array(text.Dimensions)}");
        if (text.Conditions.Count > 0) arguments.Add($"Conditions = {Array(text.Conditions)}");
        arguments.Add($"Parameters = {Identifiers.Quote(text.Parameters)}");
        if (text.Buffers != "0") arguments.Add($"Buffers = {Identifiers.Quote(text.Buffers)}");
        if (text.Frozen != "0") arguments.Add($"Frozen = {Identifiers.Quote(text.Frozen)}");
        if (text.MultiplyAdds != "0") arguments.Add($"MultiplyAdds = {Identifiers.Quote(text.MultiplyAdds)}");
        return $"global::GraphGen.ModelSignature({string.Join(", ", arguments)})";
    }

    private static string Array(IEnumerable<string> items) => $"new string[] {{ {string.Join(", ", items.Select(Identifiers.Quote))} }}";
}
