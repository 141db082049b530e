namespace GraphGen.Generator.Emission;

/// <summary>The records through which inputs and outputs are named.</summary>
internal static class RecordEmitter
{
    /// <summary>What a record has already, or may not have.</summary>
    private static readonly string[] s_taken =
    [
        "Inputs", "Outputs", "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "ReferenceEquals",
        "ToString",
    ];

    public static void WriteInputs(SourceWriter writer, Signature signature)
    {
        writer.Line("/// <summary>The inputs of the model, by name.</summary>");
        writer.Line($"public sealed record Inputs({Parameters(signature.Inputs)});");
        writer.Line();
    }

    /// <summary>A result converts to the record, which is how a result gets names wherever it comes from.</summary>
    public static void WriteOutputs(SourceWriter writer, Signature signature)
    {
        string values = signature.Outputs.Count == 1 ? "result" : string.Join(", ", signature.Outputs.Select(output => $"result.{output}"));
        writer.Line("/// <summary>The outputs of the model, by name. What <c>forward</c> returns converts to it.</summary>");
        writer.Open($"public sealed record Outputs({Parameters(signature.Outputs)})");
        writer.Line("/// <summary>Names the outputs.</summary>");
        writer.Line("/// <param name=\"result\">What <c>forward</c> or <c>call</c> returned.</param>");
        writer.Line($"public static implicit operator Outputs({signature.Result} result) => new Outputs({values});");
        writer.Close();
        writer.Line();
    }

    /// <summary>The names of the properties that hold inputs or outputs in their record.</summary>
    public static IReadOnlyList<string> Properties(IReadOnlyList<string> names)
    {
        var taken = new HashSet<string>(s_taken);
        return [.. names.Select(name => Identifiers.Take(taken, Identifiers.ToPascalCase(name.TrimStart('@')), "Tensor"))];
    }

    private static string Parameters(IReadOnlyList<string> names) => string.Join(", ", Properties(names).Select(property => $"{TorchNames.Tensor} {property}"));
}
