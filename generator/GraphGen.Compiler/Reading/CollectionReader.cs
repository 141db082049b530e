using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.Compiler.Reading;

/// <summary>Reads arrays, lists and sequences: how they are made, and what is taken from them.</summary>
internal sealed class CollectionReader(ExpressionReader expressions)
{
    public Expression Read(IOperation operation) => operation switch
    {
        IArrayCreationOperation { DimensionSizes.Length: 1, Initializer: { } initializer } => ReadItems(operation, initializer.ElementValues),
        IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => ReadItems(operation, []),
        IArrayCreationOperation { DimensionSizes: [{ } length], Type: IArrayTypeSymbol { ElementType: { } item } } =>
            new NewArrayExpression(expressions.Mark(operation), expressions.Read(length), new ConstantExpression(expressions.Mark(operation), DefaultOf(item))),
        ICollectionExpressionOperation collection when ValueTypes.ItemOf(collection.Type) is not null => ReadItems(operation, collection.Elements),
        IObjectCreationOperation { Constructor: { } constructor } creation when ValueTypes.IsList(constructor.ContainingType) => ReadNewList(creation),
        IArrayElementReferenceOperation { Indices: [{ } index] } element => ReadElement(operation, element.ArrayReference, index),
        IImplicitIndexerReferenceOperation element when ValueTypes.ItemOf(element.Instance.Type) is not null => ReadElement(operation, element.Instance, element.Argument),
        _ => expressions.Refuse(operation),
    };

    /// <summary>A property of a collection, of a tuple or of a nullable value; null for any other.</summary>
    public Expression? ReadProperty(IPropertyReferenceOperation reference)
    {
        if (reference.Instance is not { } instance) return null;
        if (ValueTypes.IsNullable(instance.Type))
        {
            Expression value = expressions.Read(instance);
            return reference.Property.Name == nameof(Nullable<int>.HasValue)
                ? new ComparisonExpression(expressions.Mark(reference), Comparison.NotEqual, value, new ConstantExpression(expressions.Mark(reference), null))
                : Apply(reference, Function.Value, value);
        }

        if (ValueTypes.ItemOf(instance.Type) is null && instance.Type is not IArrayTypeSymbol { Rank: 1 } && !IsCollection(reference.Property.ContainingType)) return null;
        if (reference is { Property.IsIndexer: true, Arguments: [{ Value: { } index }] }) return ReadElement(reference, instance, index);
        return reference.Property.Name is "Length" or "Count" ? Apply(reference, Function.Length, expressions.Read(instance)) : null;
    }

    /// <summary>A method of a list or of a sequence; null for any other.</summary>
    public Expression? ReadMethod(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        IOperation[] arguments = [.. invocation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0).Select(argument => argument.Value)];
        if (invocation.Instance is { } list && ValueTypes.IsList(method.ContainingType))
        {
            return (method.Name, arguments) switch
            {
                ("Add", [{ } item]) => new AppendExpression(expressions.Mark(invocation), expressions.Read(list), expressions.Read(item)),
                ("AddRange", [{ } items]) => new AppendExpression(expressions.Mark(invocation), expressions.Read(list), Spread(items)),
                ("ToArray", []) => Apply(invocation, Function.Copy, expressions.Read(list)),
                _ => null,
            };
        }

        if (method.ContainingType.SpecialType == SpecialType.System_Array && method.Name == nameof(Array.Empty)) return ReadItems(invocation, []);
        if (method.ContainingType is not { Name: nameof(Enumerable), ContainingNamespace: { Name: nameof(System.Linq), ContainingNamespace.Name: nameof(System) } }) return null;
        return (method.Name, arguments) switch
        {
            (nameof(Enumerable.Range), [{ } start, { } count]) => Apply(invocation, Function.Range, expressions.Read(start), expressions.Read(count)),
            (nameof(Enumerable.ToArray) or nameof(Enumerable.ToList), [{ } items]) => Apply(invocation, Function.Copy, expressions.Read(items)),
            (nameof(Enumerable.Count), [{ } items]) => Apply(invocation, Function.Length, expressions.Read(items)),
            (nameof(Enumerable.First), [{ } items]) => Apply(invocation, Function.First, expressions.Read(items)),
            (nameof(Enumerable.Last), [{ } items]) => Apply(invocation, Function.Last, expressions.Read(items)),
            _ => null,
        };
    }

    private Expression ReadNewList(IObjectCreationOperation creation)
    {
        var items = new List<Expression>();
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            // A capacity changes nothing.
            if (ValueTypes.ItemOf(argument.Parameter?.Type) is not null) items.Add(Spread(argument.Value));
        }

        foreach (IOperation item in creation.Initializer?.Initializers ?? [])
        {
            if (item is not IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: { } value }] }) return expressions.Refuse(item);
            items.Add(expressions.Read(value));
        }

        return new ArrayExpression(expressions.Mark(creation), items.ToEquatableArray());
    }

    private ArrayExpression ReadItems(IOperation operation, IReadOnlyCollection<IOperation> items)
    {
        // The array of a params parameter has no place of its own but that of its items.
        Site site = operation.IsImplicit && items.Count > 0
            ? expressions.Mark(Location.Create(operation.Syntax.SyntaxTree, TextSpan.FromBounds(items.First().Syntax.SpanStart, items.Last().Syntax.Span.End)))
            : expressions.Mark(operation);
        return new ArrayExpression(site, items.Select(item => item is ISpreadOperation spread ? Spread(spread.Operand) : expressions.Read(item)).ToEquatableArray());
    }

    private SpreadExpression Spread(IOperation items) => new(expressions.Mark(items), expressions.Read(items));

    private ElementExpression ReadElement(IOperation operation, IOperation list, IOperation index) =>
        new(expressions.Mark(operation), expressions.Read(list), expressions.Read(index));

    private FunctionExpression Apply(IOperation operation, Function function, params Expression[] arguments) =>
        new(expressions.Mark(operation), function, null, EquatableArray.Of(arguments));

    private static bool IsCollection(ITypeSymbol type) => type.SpecialType == SpecialType.System_Array || ValueTypes.ItemOf(type) is not null;

    /// <summary>What C# fills a new array with: nothing, for all that is no number or truth value.</summary>
    private static object? DefaultOf(ITypeSymbol type)
    {
        if (ValueTypes.IsNullable(type)) return null;
        if (ValueTypes.NumberOf(type) is { } number) return ValueTypes.IsFraction(number) ? (object)0.0 : 0L;
        return ValueTypes.IsTruth(type) ? false : null;
    }
}
