namespace GraphGen.Generator.Emission;

/// <summary>The records through which inputs and outputs are named.</summary>
internal static class RecordEmitter
{
    public static void WriteRecords(SourceWriter writer, Signature signature, HashSet<string> taken)
    {
        Write(writer, "Inputs", "The inputs of the model, by name.", signature.Inputs, taken);
        Write(writer, "Outputs", "The outputs of the model, by name.", signature.Outputs, taken);
    }

    /// <summary>The name of the property that holds an input or output in its record.</summary>
    public static IReadOnlyList<string> Properties(IReadOnlyList<string> names)
    {
        // What a record has already.
        var taken = new HashSet<string> { "Inputs", "Outputs", "EqualityContract", "Equals", "GetHashCode", "ToString", "GetType", "Deconstruct", "PrintMembers" };
        return [.. names.Select(name => Identifiers.Take(taken, Identifiers.ToPascalCase(name.TrimStart('@')), "Tensor"))];
    }

    private static void Write(SourceWriter writer, string record, string summary, IReadOnlyList<string> names, HashSet<string> taken)
    {
        if (!taken.Add(record)) return;
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"public sealed record {record}({string.Join(", ", Properties(names).Select(property => $"{TorchNames.Tensor} {property}"))});");
        writer.Line();
    }
}
