using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Generator.Tests;

/// <summary>
/// The fields of a declaration are read at build time only. A layer that is declared behind its use is null when a type initializer reaches the use: were the
/// initializers run, a model of that kind could not be constructed.
/// </summary>
public class InitializerTests
{
    public static TheoryData<ModelSource> Models => [.. ValidModels.All, .. TutorialModels.All];

    [Theory]
    [MemberData(nameof(Models))]
    public void Nothing_in_the_generated_half_makes_them_run(ModelSource model)
    {
        GeneratorRun run = GeneratorRun.Of(model.Text);
        foreach (SyntaxTree tree in run.Sources.Select(source => source.SyntaxTree))
        {
            SemanticModel semantics = run.Completed.GetSemanticModel(tree);
            ClassDeclarationSyntax generated = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First(type => type.AttributeLists.Count > 0);
            INamedTypeSymbol type = semantics.GetDeclaredSymbol(generated)!;
            Assert.DoesNotContain(generated.Members, member => member is FieldDeclarationSyntax && member.Modifiers.Any(SyntaxKind.StaticKeyword));
            Assert.DoesNotContain(generated.Members, member => member is ConstructorDeclarationSyntax && member.Modifiers.Any(SyntaxKind.StaticKeyword));
            Assert.Empty(
                from name in generated.DescendantNodes().OfType<SimpleNameSyntax>()
                let symbol = semantics.GetSymbolInfo(name).Symbol
                where symbol is IFieldSymbol { IsStatic: true } && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, type)
                select name.ToString());
        }
    }
}
