using System.Globalization;
using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.Compiler.Reading;

/// <summary>How a module of the user's is constructed.</summary>
/// <param name="Arguments">What its layer is told of that.</param>
/// <param name="Sizes">The names of the parameters that are whole numbers.</param>
internal sealed record ConstructorCall(IReadOnlyList<Argument> Arguments, IReadOnlyList<string> Sizes);

/// <summary>
/// Reads the arguments of <c>Custom&lt;T&gt;(...)</c>, and asks C# which constructor it would choose for them at this place, as in <c>new T(...)</c>: the generated half
/// says the same.
/// </summary>
internal sealed class ConstructorReader(ExpressionReader expressions, INamedTypeSymbol model, IInvocationOperation invocation, INamedTypeSymbol module)
{
    /// <summary>Where the name of the layer stands among the arguments, for a constructor that must be given one: nowhere, in front or behind.</summary>
    private static readonly string[] s_namePlaces = ["", "first", "last"];

    /// <summary>The types as which an array of dimensions is handed over.</summary>
    private static readonly string[] s_sizeTypes = ["int", "long"];

    private SemanticModel Semantics => invocation.SemanticModel!;

    private int Position => invocation.Syntax.SpanStart;

    /// <summary>The call; null once a problem is reported, or where C# has reported one.</summary>
    public ConstructorCall? Read()
    {
        IOperation[] given = [.. Given()];
        if (given.Any(ExpressionReader.IsReportedByCSharp)) return null;
        (string namePlace, IMethodSymbol? constructor) =
            (from place in s_namePlaces
             from sizeType in s_sizeTypes
             let chosen = Choose(given, place, sizeType)
             where chosen is not null
             select (place, chosen)).FirstOrDefault();
        if (constructor is null)
        {
            RefuseArguments(given);
            return null;
        }

        if (LacksMembers(constructor))
        {
            expressions.Refuse(invocation, Rules.OutsideLanguage, Describe(), "its required members cannot be given here, so let the constructor set them");
            return null;
        }

        return Read(given, constructor, namePlace);
    }

    private ConstructorCall? Read(IOperation[] given, IMethodSymbol constructor, string namePlace)
    {
        int first = namePlace == "first" ? 1 : 0;
        IParameterSymbol[] parameters = [.. given.Select((_, i) => constructor.Parameters[Math.Min(i + first, constructor.Parameters.Length - 1)])];
        var reader = new ConstructorArgumentReader(expressions);
        Expression?[] arguments = [.. given.Select((item, i) => reader.Read(item, parameters[i].Type))];
        if (arguments.Any(argument => argument is null)) return null;

        IParameterSymbol[] omitted = [.. constructor.Parameters.Skip(given.Length + first).Where(parameter => parameter.IsOptional)];
        IParameterSymbol[] defaults = [.. omitted.Where(parameter => ShapeAttributes.IsSize(parameter) && parameter.HasExplicitDefaultValue)];
        IParameterSymbol[] named = [.. parameters, .. defaults];
        Site site = expressions.Mark(invocation);
        return new ConstructorCall(
            [
                new Argument("arguments", new ArrayExpression(given.Length > 0 ? SiteOf(given) : site, arguments.Select(argument => argument!).ToEquatableArray())),
                new Argument("parameters", new ArrayExpression(site, named.Select(parameter => (Expression)new ConstantExpression(site, parameter.Name)).ToEquatableArray())),
                new Argument("defaults", new ArrayExpression(site, defaults.Select(parameter => (Expression)DefaultOf(parameter, site)).ToEquatableArray())),
                new Argument("namePlace", new ConstantExpression(site, namePlace)),
                new Argument("takesDevice", new ConstantExpression(site, omitted.Any(parameter => parameter.Name == "device" && TorchSymbols.IsDevice(parameter.Type)))),
                new Argument("takesType", new ConstantExpression(site, omitted.Any(parameter => parameter.Name == "dtype" && TorchSymbols.IsOptionalScalarType(parameter.Type)))),
            ],
            [.. named.Where(ShapeAttributes.IsSize).Select(parameter => parameter.Name)]);
    }

    /// <summary>The arguments as they were written. C# hands over an array of objects in place of the list of arguments.</summary>
    private IEnumerable<IOperation> Given()
    {
        if (invocation.Arguments is not [{ Value: var all }]) return [];
        while (all is IConversionOperation { Operand: var operand }) all = operand;
        return all switch
        {
            IArrayCreationOperation { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Object } } array =>
                (array.Initializer?.ElementValues ?? []).Select(ConstructorArgumentReader.Unbox),
            ICollectionExpressionOperation collection => collection.Elements.Select(ConstructorArgumentReader.Unbox),
            _ => [all],
        };
    }

    private IMethodSymbol? Choose(IReadOnlyList<IOperation> given, string namePlace, string sizeType)
    {
        const string name = "name: \"\"";
        IEnumerable<string> arguments = given.Select(item => WriteForChoice(item, sizeType));
        arguments = namePlace == "first" ? arguments.Prepend(name) : namePlace == "last" ? arguments.Append(name) : arguments;
        string type = module.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        ExpressionSyntax creation = SyntaxFactory.ParseExpression($"new {type}({string.Join(", ", arguments)})");
        var chosen = Semantics.GetSpeculativeSymbolInfo(Position, creation, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;
        return chosen is not null && Semantics.Compilation.IsSymbolAccessibleWithin(chosen, model) ? chosen : null;
    }

    /// <summary>An argument as C# sees it when it chooses. A dimension is a whole number by then, and an array of dimensions one of either type.</summary>
    private static string WriteForChoice(IOperation item, string sizeType) =>
        LanguageSymbols.IsDim(item.Type) ? "default(int)"
        : item.Type is IArrayTypeSymbol array && LanguageSymbols.IsDim(array.ElementType) ? $"default({sizeType}[])!"
        : item.Syntax.ToString();

    private static TypedExpression DefaultOf(IParameterSymbol parameter, Site site) => new TypedExpression(
        site,
        parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        new ConstantExpression(site, Convert.ToInt64(parameter.ExplicitDefaultValue, CultureInfo.InvariantCulture)));

    private Site SiteOf(IOperation[] given) =>
        expressions.Mark(Location.Create(invocation.Syntax.SyntaxTree, TextSpan.FromBounds(given[0].Syntax.SpanStart, given[given.Length - 1].Syntax.Span.End)));

    private static bool LacksMembers(IMethodSymbol constructor)
    {
        if (constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute")) return false;
        bool lacks = false;
        for (INamedTypeSymbol? type = constructor.ContainingType; type is not null; type = type.BaseType)
            lacks |= type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
        return lacks;
    }

    /// <summary>Blames the one argument that the one constructor of as many parameters does not take; else the call.</summary>
    private void RefuseArguments(IOperation[] given)
    {
        IMethodSymbol[] visible = [.. module.InstanceConstructors.Where(constructor => Semantics.Compilation.IsSymbolAccessibleWithin(constructor, model))];
        IMethodSymbol[] ofLength = [.. visible.Where(constructor => given.Length <= constructor.Parameters.Length && constructor.Parameters.Skip(given.Length).All(parameter => parameter.IsOptional))];
        if (ofLength is [{ Parameters: var parameters }] && Enumerable.Range(0, given.Length).Where(i => !Takes(parameters[i], given[i])).ToArray() is [var wrong])
        {
            string range = $"of type '{parameters[wrong].Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', as the constructor of '{module.Name}' takes it";
            expressions.Refuse(given[wrong], Rules.ArgumentOutOfRange, parameters[wrong].Name, given[wrong].Syntax.ToString(), range);
            return;
        }

        string attempt = visible.Length == 0
            ? $"no constructor of '{module.Name}' can be called from this class"
            : $"no constructor takes these arguments, but there is {string.Join(", and ", visible.Select(constructor => $"'{constructor.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'"))}";
        expressions.Refuse(invocation, Rules.OutsideLanguage, Describe(), attempt);
    }

    private bool Takes(IParameterSymbol parameter, IOperation item) =>
        Semantics.ClassifyConversion(Position, SyntaxFactory.ParseExpression(WriteForChoice(item, "long")), parameter.Type).IsImplicit;

    private string Describe() => ExpressionReader.Describe(invocation);
}
