using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Linking;

/// <summary>GG1007: names and keys that are taken.</summary>
internal static class NameCheck
{
    public static void Report(Declaration declaration, List<Problem> problems)
    {
        ReportFields(declaration, problems);
        ReportOtherMembers(declaration, problems);
        ReportKeys(declaration, problems);
    }

    private static void ReportFields(Declaration declaration, List<Problem> problems)
    {
        foreach (FieldDeclaration field in declaration.Fields)
        {
            if (TakenNames.OfModule.Contains(field.Name))
                problems.Add(new Problem(Rules.NameTaken, field.Site, $"'{field.Name}' is a member of every TorchSharp module, which the field would hide", "choose another name"));
            else if (TakenNames.OfHalf(declaration).Contains(field.Name))
                problems.Add(new Problem(Rules.NameTaken, field.Site, $"'{field.Name}' is a member of the generated half", "choose another name"));
            else if (TakenNames.OfConstructor.Contains(field.Name) && field.Initializer is SymbolExpression { Kind: SymbolKind.Parameter })
                problems.Add(new Problem(Rules.NameTaken, field.Site, $"'{field.Name}' is an argument of every generated constructor", "choose another name"));
        }
    }

    private static void ReportOtherMembers(Declaration declaration, List<Problem> problems)
    {
        foreach (MemberDeclaration member in declaration.Members.Where(member => TakenNames.IsGenerated(declaration, member)))
            problems.Add(new Problem(Rules.NameTaken, member.Site, $"'{member.Name}' is a member of the generated half", "choose another name"));
    }

    private static void ReportKeys(Declaration declaration, List<Problem> problems)
    {
        var keys = new Dictionary<string, FieldDeclaration>();
        foreach (FieldDeclaration field in declaration.Fields.Where(HasLayer))
        {
            if (!keys.TryGetValue(field.Key, out FieldDeclaration? earlier))
            {
                keys.Add(field.Key, field);
            }
            else if (earlier.Name != field.Name)
            {
                string fault = $"'{field.Name}' and '{earlier.Name}' would both have the key '{field.Key}' in the state dict";
                problems.Add(new Problem(Rules.NameTaken, field.Site, fault, "give one of them another with [Name]").WithRelated([earlier.Site]));
            }
        }
    }

    /// <summary>Whether a layer goes by the field's key: not where the field applies one that has another field.</summary>
    private static bool HasLayer(FieldDeclaration field) => field.Role switch
    {
        FieldRole.Layer => field.Initializer is not FieldExpression,
        FieldRole.Node or FieldRole.Output => field.Initializer is ApplicationExpression { Layer: LayerExpression },
        _ => false,
    };
}
