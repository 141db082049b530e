using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

/// <summary>What a rule says of one application.</summary>
internal sealed record Outcome(Node Node, Arguments Arguments, IReadOnlyList<Problem> Problems)
{
    /// <summary>The type of the result; null where the rule refuses.</summary>
    public TensorType? Type => Node.Type;

    /// <summary>
    /// The type of the result as messages write it: <c>(N, 32, 61, 61)</c>; or the rules that were broken, each with the argument that is to blame.
    /// </summary>
    public override string ToString() => Type?.ToString() ?? string.Join("; ", Problems.Select(Describe));

    /// <summary>The weights and buffers with their shapes, in the order of the state dict.</summary>
    public string Weights => string.Join(", ", Node.Layer!.Weights!.Select(weight => $"{weight.Name} {new Shape(weight.Axes)}"));

    /// <summary>The number of trained weights.</summary>
    public long? Count => Node.Layer!.Weights!.Where(weight => weight.IsTrained).Aggregate((Dim)0, (sum, weight) => sum + weight.Count).Value;

    /// <summary>The texts of the messages.</summary>
    public string Messages => string.Join("\n", Problems.Select(problem => string.Join(" | ", problem.Arguments)));

    private string Describe(Problem problem) => Arguments.NameAt(problem.Site) is { } argument ? $"{problem.Rule} at {argument}" : problem.Rule;
}
