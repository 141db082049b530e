using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Generator.Tests.Harness;

/// <summary>A user's project in memory: .NET, TorchSharp and GraphGen, no implicit usings, and every warning an error.</summary>
internal static class Project
{
    public static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] s_references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(Node).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location),
    ];

    // The SDK silences CS1701 and CS1702 in every project: TorchSharp was built for an older .NET.
    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        warningLevel: 9999,
        generalDiagnosticOption: ReportDiagnostic.Error,
        specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic> { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress },
        nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>All compilations are made from this one, so that the references are read once.</summary>
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create("Models", [], s_references, s_options);

    public static CSharpCompilation Of(params string[] sources) => Of(Parse, NullableContextOptions.Enable, sources);

    public static CSharpCompilation Of(CSharpParseOptions parse, NullableContextOptions nullable, params string[] sources) =>
        s_empty
            .WithOptions(s_options.WithNullableContextOptions(nullable))
            .AddSyntaxTrees(sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, parse, $"Source{i + 1}.cs")));

    /// <summary>The project with another text in one of its files.</summary>
    public static CSharpCompilation With(this CSharpCompilation project, int file, Func<string, string> edit)
    {
        SyntaxTree tree = project.SyntaxTrees[file];
        string text = edit(tree.ToString());
        Assert.NotEqual(tree.ToString(), text);
        return project.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
    }
}
