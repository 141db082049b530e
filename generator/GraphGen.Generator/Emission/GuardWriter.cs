using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Reading;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>Prints the check of each argument of <c>forward</c>: all that is known of its shape and type, before any layer runs.</summary>
internal static class GuardWriter
{
    /// <param name="writer">The writer.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="modelType">The expression for the floating type that the model has now.</param>
    public static void Write(SourceWriter writer, IReadOnlyList<Node> inputs, string modelType)
    {
        foreach (Node input in inputs)
        {
            string name = Keywords.Escape(input.Name);
            Shape shape = input.Type!.Shape;
            string type = input.Type.Element == ElementType.Float32 ? modelType : $"{TorchNames.ScalarType}.{input.Type.Element}";
            IEnumerable<string> sizes = Enumerable.Range(0, shape.Rank)
                .Where(axis => shape[axis].Value is not null)
                .Select(axis => $"{name}.size({axis}) != {shape[axis]}");
            string wrong = string.Join(" || ", sizes.Prepend($"{name}.Dimensions != {shape.Rank}").Append($"{name}.dtype != {type}"));
            writer.Line($"{TorchNames.ArgumentNullException}.ThrowIfNull({name});");
            writer.Line($"if ({wrong})");
            writer.Line($"    throw {TorchNames.ShapeException}.For(\"{input.Name}\", \"{shape}\", {type}, {name});");
        }

        string first = Keywords.Escape(inputs[0].Name);
        foreach (Node other in inputs.Skip(1))
        {
            string name = Keywords.Escape(other.Name);
            writer.Line($"if ({name}.size(0) != {first}.size(0))");
            writer.Line($"    throw {TorchNames.ShapeException}.ForBatch(\"{other.Name}\", \"{inputs[0].Name}\", {first}.size(0), {name}.size(0));");
        }

        writer.Line();
    }
}
