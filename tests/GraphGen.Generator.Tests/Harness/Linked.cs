using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Generator.Tests.Harness;

/// <summary>The graph of a model, without what is generated from it.</summary>
internal static class Linked
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using GraphGen; using static GraphGen.Layers;\n";

    /// <summary>The graph of a model <c>M</c> with some fields and methods, beside other types.</summary>
    public static Graph Of(string members, string others = "") => OfSource($"{Usings}[Model] public partial class M {{ {members} }} {others}");

    /// <summary>The graph of the class <c>M</c>, which C# must not refuse.</summary>
    public static Graph OfSource(string source)
    {
        CSharpCompilation project = Project.Of(source);
        Assert.Empty(project.GetDiagnostics().Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error));
        return Linker.Link(ModelReader.Read(project.GetTypeByMetadataName("M")!, tree => project.GetSemanticModel(tree), CancellationToken.None).Declaration, ModelLibrary.Empty);
    }

    /// <summary>Its nodes as <c>name = Kind(arguments)(inputs) shape</c>, in order.</summary>
    public static IEnumerable<string> Describe(this Graph graph)
    {
        Assert.Empty(graph.Problems);
        return graph.Nodes.Select(node => $"{node.Name} = {(node.Layer is { } layer ? layer.Kind.Describe(layer) : "Input")}({string.Join(", ", node.Inputs.Select(input => input.Name))}) {node.Type}");
    }
}
