using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>GG1002: a base class that the user names, and that is another module than the inputs and outputs make.</summary>
internal static class BaseCheck
{
    public static void Report(Declaration declaration, List<Problem> problems)
    {
        if (declaration.Type.Base is not { IsModule: true } @base || declaration.IsIncomplete) return;
        FieldDeclaration[] inputs = [.. declaration.Fields.Where(field => field.Role == FieldRole.Input)];
        FieldDeclaration[] outputs = [.. declaration.Fields.Where(field => field.Role == FieldRole.Output)];
        if (inputs.Length is 0 or > ModelSignature.MostInputs || outputs.Length == 0) return;
        string result = outputs.Length == 1 ? "Tensor" : $"({string.Join(", ", outputs.Select(output => $"Tensor {output.Name}"))})";
        string right = $"Module<{string.Join(", ", inputs.Select(_ => "Tensor").Append(result))}>";
        if (@base.Text.Replace("@", "") == right) return;
        string counts = $"{Count(inputs.Length, "input")} and {Count(outputs.Length, "output")}";
        problems.Add(new Problem(
            Rules.UnsuitableClass,
            declaration.Site,
            declaration.Type.Name.TrimStart('@'),
            $"derived from '{@base.Text}'",
            $"its {counts} make it a '{right}', so name that, or leave it to the generated half"));
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
