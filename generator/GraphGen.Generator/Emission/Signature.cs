using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Reading;

namespace GraphGen.Generator.Emission;

/// <summary>The base class, and the arguments and result of <c>forward</c>, as the numbers of inputs and outputs decide them. Types of tensors do not matter here, so that a broken model has the same.</summary>
internal sealed class Signature
{
    public Signature(Graph graph)
    {
        Inputs = [.. graph.Inputs.Select(input => Keywords.Escape(input.Name))];
        Outputs = TupleElements([.. graph.Outputs.Select(output => output.Name)]);
        Result = Outputs.Count <= 1 ? TorchNames.Tensor : $"({string.Join(", ", Outputs.Select(output => $"{TorchNames.Tensor} {output}"))})";
        TakesRecord = Inputs.Count > ModelSignature.MostInputs;
        Record = Identifiers.Take([.. graph.Nodes.Select(node => node.Name)], "inputs", "_");
        TypeDeclaration type = graph.Declaration.Type;
        IEnumerable<string> arguments = TakesRecord ? [$"{type.Name}{type.Parameters}.Inputs"] : Enumerable.Repeat(TorchNames.Tensor, Math.Max(1, Inputs.Count));
        Base = $"{TorchNames.Module}<{string.Join(", ", arguments.Append(Result))}>";
        IEnumerable<string> names = Inputs.Count == 0 ? ["input"] : Inputs;
        Parameters = TakesRecord ? $"Inputs {Record}" : string.Join(", ", names.Select(input => $"{TorchNames.Tensor} {input}"));
    }

    /// <summary>The inputs' names as C# writes them.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>The outputs' names as elements of the result, where there are several.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>The module class to derive from.</summary>
    public string Base { get; }

    /// <summary>What <c>forward</c> returns.</summary>
    public string Result { get; }

    /// <summary>The parameters of <c>forward</c>.</summary>
    public string Parameters { get; }

    /// <summary>Whether <c>forward</c> takes all inputs as one record, since they are too many.</summary>
    public bool TakesRecord { get; }

    /// <summary>The name of the record as a parameter: not that of a tensor.</summary>
    public string Record { get; }

    /// <summary>C# has some names of tuple elements for itself.</summary>
    private static string[] TupleElements(string[] names)
    {
        var taken = new HashSet<string>(names);
        return [.. names.Select((name, i) => IsReserved(name, i) ? Identifiers.Take(taken, name + "_", "_") : Keywords.Escape(name))];
    }

    private static bool IsReserved(string name, int position) =>
        name is "Rest" or "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "Deconstruct" ||
        (name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring("Item".Length), out int item) && item != position + 1);
}
