using System.Runtime.InteropServices;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;
using Shape = GraphGen.Compiler.Shapes.Shape;

namespace GraphGen.Compiler.Tests;

/// <summary>libtorch itself, asked the same question as a rule.</summary>
internal static class Oracle
{
    /// <summary>Asserts that the rule takes exactly what libtorch takes, and that both make a result of the same shape and element type.</summary>
    /// <param name="kind">The layer's name in the declaration language.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="inputs">The types of its inputs.</param>
    /// <param name="layer">The same layer in TorchSharp, applied to zeros of these types.</param>
    public static void Agree(string kind, Arguments arguments, TensorType[] inputs, Func<Tensor[], Tensor> layer)
    {
        Outcome rule = Rule.Infer(kind, arguments, inputs);
        foreach (long batch in new[] { 2, 3 })
        {
            string expected = Run(batch, inputs, layer, out string? refusal);
            string got = rule.Type is { } type ? Write(Sizes(type.Shape, batch), type.Element) : "refused";
            string question = $"{kind}({arguments}) of {string.Join(", ", inputs.AsEnumerable())}, batch {batch}";
            if (expected != got) Assert.Fail($"{question}: libtorch gives {expected} {refusal}, the rule {got} {rule.Messages}");
        }
    }

    /// <inheritdoc cref="Agree(string, Arguments, TensorType[], Func{Tensor[], Tensor})"/>
    public static void Agree(string kind, Arguments arguments, TensorType input, Func<Tensor, Tensor> layer) =>
        Agree(kind, arguments, [input], tensors => layer(tensors[0]));

    /// <summary>Asserts that a module has the weights and buffers that the rule says, by name and shape.</summary>
    /// <param name="outcome">What the rule says.</param>
    /// <param name="module">The module in TorchSharp.</param>
    public static void HasWeights(Outcome outcome, nn.Module module)
    {
        static string Sorted(IEnumerable<string> lines) => string.Join("\n", lines.Order(StringComparer.Ordinal));

        Dictionary<string, Tensor> state = module.state_dict();
        HashSet<string> trained = [.. module.named_parameters().Select(parameter => parameter.name)];
        Assert.Equal(
            Sorted(state.Select(entry => $"{entry.Key} ({string.Join(", ", entry.Value.shape)}) {trained.Contains(entry.Key)}")),
            Sorted(outcome.Node.Layer!.Weights!.Select(weight => $"{weight.Name} {new Shape(weight.Axes)} {weight.IsTrained}")));
    }

    public static ScalarType ToTorch(ElementType element) => Enum.Parse<ScalarType>(element.ToString());

    private static string Run(long batch, TensorType[] inputs, Func<Tensor[], Tensor> layer, out string? refusal)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor[] tensors = [.. inputs.Select(input => zeros(Sizes(input.Shape, batch), dtype: ToTorch(input.Element)))];
        try
        {
            Tensor result = layer(tensors);
            refusal = null;
            return Write(result.shape, Enum.Parse<ElementType>(result.dtype.ToString()));
        }
        catch (Exception exception) when (exception is ExternalException or ArgumentException or ArithmeticException or InvalidOperationException)
        {
            refusal = $"({exception.Message.Split('\n')[0]})";
            return "refused";
        }
    }

    private static long[] Sizes(Shape shape, long batch) => [.. shape.Axes.Select(axis => axis == Dim.Batch ? batch : axis.Value!.Value)];

    private static string Write(long[] sizes, ElementType element) => $"({string.Join(", ", sizes)}) {element}";
}
