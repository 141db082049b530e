using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SymbolKind = GraphGen.Compiler.Shapes.SymbolKind;

namespace GraphGen.Compiler.Reading;

/// <summary>
/// Turns bound C# expressions into the closed expressions of the language. What is outside of it becomes a problem and an unknown; what the C# compiler
/// itself refuses becomes an unknown in silence.
/// </summary>
internal sealed class ExpressionReader(INamedTypeSymbol model, SiteMap sites, List<Problem> problems, CancellationToken cancellation)
{
    /// <summary>The value fields that were referred to, in that order: they belong to the declaration too.</summary>
    public List<IFieldSymbol> ValueFields { get; } = [];

    public Expression Read(IOperation operation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (operation.ConstantValue is { HasValue: true } constant)
            return operation.Type is { TypeKind: TypeKind.Enum } type ? ReadEnum(operation, type, constant.Value) : new ConstantExpression(Mark(operation), Normalize(constant.Value));
        return operation switch
        {
            IConversionOperation conversion => ReadConversion(conversion),
            IInvocationOperation invocation => ReadInvocation(invocation),
            IFieldReferenceOperation field => ReadField(field),
            IPropertyReferenceOperation property => ReadProperty(property),
            IBinaryOperation binary => ReadBinary(binary),
            IUnaryOperation unary => ReadUnary(unary),
            IArrayCreationOperation { Initializer: { } initializer } => ReadItems(operation, initializer.ElementValues),
            IArrayCreationOperation { Initializer: null, DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => ReadItems(operation, []),
            ICollectionExpressionOperation collection => ReadItems(operation, collection.Elements),
            ITupleOperation tuple => new TupleExpression(Mark(tuple), tuple.Elements.Select(Read).ToEquatableArray()),
            IRangeOperation range => new RangeExpression(Mark(range), ReadOptional(range.LeftOperand), ReadOptional(range.RightOperand)),
            IAnonymousObjectCreationOperation @object => ReadObject(@object),
            IDelegateCreationOperation { Target: IMethodReferenceOperation method } => ReadMethodGroup(operation, method.Method),
            IDefaultValueOperation => new ConstantExpression(Mark(operation), null),
            _ => Refuse(operation),
        };
    }

    private Expression? ReadOptional(IOperation? operation) => operation is null ? null : Read(operation);

    private Expression ReadConversion(IConversionOperation conversion)
    {
        if (!conversion.Conversion.Exists) return Unknown(conversion);
        if (conversion.OperatorMethod is { } method)
        {
            bool ofLanguage = LanguageSymbols.IsInLanguage(method.ContainingType) || method.ContainingType.Name == nameof(Index);
            return ofLanguage ? Read(conversion.Operand) : Refuse(conversion);
        }

        // C# refuses to convert a constant that does not fit.
        if (conversion.Conversion.IsNumeric && conversion.Operand.ConstantValue.HasValue) return Unknown(conversion);
        Expression operand = Read(conversion.Operand);
        if (!conversion.Conversion.IsNumeric) return operand;
        bool toFraction = conversion.Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal;
        return new NumericConversionExpression(Mark(conversion), !toFraction, operand);
    }

    private Expression ReadInvocation(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (LanguageSymbols.IsLayers(method.ContainingType)) return ReadLayer(invocation);
        if (LanguageSymbols.IsDim(method.ContainingType)) return ReadSymbol(invocation);
        if (LanguageSymbols.IsInit(method.ContainingType)) return ReadInitializer(invocation);
        if (method.MethodKind == MethodKind.DelegateInvoke && LanguageSymbols.IsLayer(method.ContainingType) && invocation.Instance is { } layer)
        {
            Site site = Mark(invocation);
            return new ApplicationExpression(site, Read(layer), ReadInputs(invocation).ToEquatableArray());
        }

        return Refuse(invocation);
    }

    /// <summary>A method of <c>Layers</c>: parameters that are nodes are inputs, and all others describe the layer.</summary>
    private Expression ReadLayer(IInvocationOperation invocation)
    {
        Site site = Mark(invocation);
        var arguments = new List<Argument>();
        var inputs = new List<Expression>();
        if (invocation.TargetMethod is { Name: "Use", TypeArguments: [var nested] })
        {
            if (ModelReferences.To(nested, model) is not { } reference)
            {
                string attempt = LanguageSymbols.IsModel(nested as INamedTypeSymbol)
                    ? "build the project that it belongs to with this version of GraphGen"
                    : $"name a class that has the attribute [Model], or write 'Custom<{nested.Name}>()' for a module that was written by hand";
                return IsReportedByCSharp(invocation) ? Unknown(invocation) : Refuse(invocation, Rules.OutsideLanguage, $"'{nested.Name}' as a nested model", attempt);
            }

            arguments.Add(new Argument("model", new ModelExpression(site, reference)));
        }

        foreach (IArgumentOperation argument in InParameterOrder(invocation))
        {
            if (argument.Parameter is not { } parameter || IsOmittedNode(argument)) continue;
            if (IsInput(parameter)) inputs.Add(Read(argument.Value));
            else arguments.Add(new Argument(parameter.Name, ReadNumber(argument.Value)));
        }

        Expression layer = new LayerExpression(site, invocation.TargetMethod.Name, arguments.ToEquatableArray());
        return LanguageSymbols.IsNode(invocation.TargetMethod.ReturnType) && invocation.TargetMethod.ReturnType.Name != "Input"
            ? new ApplicationExpression(site, layer, inputs.ToEquatableArray())
            : layer;
    }

    private SymbolExpression ReadSymbol(IInvocationOperation invocation)
    {
        Site site = Mark(invocation);
        SymbolKind kind = invocation.TargetMethod.Name == nameof(SymbolKind.Parameter) ? SymbolKind.Parameter : SymbolKind.Dynamic;
        return new SymbolExpression(site, kind, ReadArguments(invocation));
    }

    private InitializerExpression ReadInitializer(IInvocationOperation invocation)
    {
        Site site = Mark(invocation);
        return new InitializerExpression(site, invocation.TargetMethod.Name, ReadArguments(invocation));
    }

    private EquatableArray<Argument> ReadArguments(IInvocationOperation invocation) =>
        InParameterOrder(invocation).Select(argument => new Argument(argument.Parameter!.Name, Read(argument.Value))).ToEquatableArray();

    /// <summary>The inputs of an application up to the last one that is given.</summary>
    private IEnumerable<Expression> ReadInputs(IInvocationOperation invocation)
    {
        IArgumentOperation[] arguments = [.. InParameterOrder(invocation)];
        int count = Array.FindLastIndex(arguments, argument => !IsOmittedNode(argument)) + 1;
        return arguments.Take(count).Select(argument => IsOmittedNode(argument) ? new PreviousExpression(Mark(invocation)) : Read(argument.Value));
    }

    private ObjectExpression ReadObject(IAnonymousObjectCreationOperation creation)
    {
        Site site = Mark(creation);
        IEnumerable<Argument> members =
            from initializer in creation.Initializers.OfType<ISimpleAssignmentOperation>()
            where initializer.Target is IPropertyReferenceOperation
            select new Argument(((IPropertyReferenceOperation)initializer.Target).Property.Name, Read(initializer.Value));
        return new ObjectExpression(site, members.ToEquatableArray());
    }

    private static IEnumerable<IArgumentOperation> InParameterOrder(IInvocationOperation invocation) =>
        invocation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0);

    /// <summary>An optional input, such as the initial state of a recurrent layer, that the application leaves out.</summary>
    private static bool IsOmittedNode(IArgumentOperation argument) =>
        argument.Parameter is { IsOptional: true } parameter && IsInput(parameter) &&
        (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value.ConstantValue is { HasValue: true, Value: null });

    private static bool IsInput(IParameterSymbol parameter) =>
        LanguageSymbols.IsNode(parameter.Type) || LanguageSymbols.IsState(parameter.Type) ||
        (parameter.Type is IArrayTypeSymbol array && LanguageSymbols.IsNode(array.ElementType));

    private Expression ReadMethodGroup(IOperation operation, IMethodSymbol method) =>
        LanguageSymbols.IsLayers(method.ContainingType) && method.Parameters.All(IsInput)
            ? new LayerExpression(Mark(operation), method.Name, EquatableArray<Argument>.Empty)
            : Refuse(operation);

    /// <summary>A member of an enum of the language, whether it is named, a constant of the user's, or a number that was converted.</summary>
    private Expression ReadEnum(IOperation operation, ITypeSymbol type, object? value)
    {
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));
        if (!LanguageSymbols.IsInLanguage(type)) return Refuse(operation);
        return member is not null
            ? new NamedExpression(Mark(operation), type.Name, member.Name)
            : Refuse(operation, Rules.ArgumentOutOfRange, operation.Syntax.ToString(), $"{value}", $"a member of {type.Name}");
    }

    private Expression ReadField(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (SymbolEqualityComparer.Default.Equals(field.ContainingType, model))
        {
            if (LanguageSymbols.IsGraphType(field.Type)) return new FieldExpression(Mark(reference), field.Name);
            if (field is { IsStatic: true, IsReadOnly: true })
            {
                if (!ValueFields.Contains(field, SymbolEqualityComparer.Default)) ValueFields.Add(field);
                return new FieldExpression(Mark(reference), field.Name);
            }
        }
        else if (LanguageSymbols.IsGraphType(field.Type) && LanguageSymbols.IsModel(field.ContainingType))
        {
            return Refuse(reference, Rules.ForeignNode, field.Name, field.ContainingType!.Name);
        }

        return Refuse(reference);
    }

    private Expression ReadProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        if (LanguageSymbols.IsLayers(property.ContainingType))
            return new LayerExpression(Mark(reference), property.Name, EquatableArray<Argument>.Empty);
        if (LanguageSymbols.IsInit(property.ContainingType))
            return new InitializerExpression(Mark(reference), property.Name, EquatableArray<Argument>.Empty);
        if (property.IsIndexer && LanguageSymbols.IsInLanguage(property.ContainingType) && reference.Instance is { } instance)
        {
            Site site = Mark(reference);
            Expression node = Read(instance);
            Expression[] items = [.. reference.Arguments.Select(argument => Read(argument.Value))];
            if (property.Parameters[0].Type.SpecialType == SpecialType.System_String) return new OutputExpression(site, node, items[0]);
            return new SliceExpression(site, node, items.SelectMany(item => item is ArrayExpression array ? array.Items : EquatableArray.Of(item)).ToEquatableArray());
        }

        // The property itself is refused, for it should be a field.
        if (LanguageSymbols.IsGraphType(property.Type) && SymbolEqualityComparer.Default.Equals(property.ContainingType, model)) return Unknown(reference);
        if (property.IsStatic && !LanguageSymbols.IsGraphType(property.Type) && LanguageSymbols.IsInLanguage(property.ContainingType))
            return new NamedExpression(Mark(reference), property.ContainingType.Name, property.Name);
        return Refuse(reference);
    }

    private Expression ReadBinary(IBinaryOperation binary)
    {
        Operator? known = binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => Operator.Add,
            BinaryOperatorKind.Subtract => Operator.Subtract,
            BinaryOperatorKind.Multiply => Operator.Multiply,
            BinaryOperatorKind.Divide => Operator.Divide,
            BinaryOperatorKind.Remainder => Operator.Remainder,
            _ => null,
        };
        bool ofLanguage = binary.OperatorMethod is null || LanguageSymbols.IsInLanguage(binary.OperatorMethod.ContainingType);
        bool ofNumbers = binary.OperatorMethod is not null || IsNumber(binary.Type);
        return known is { } op && ofLanguage && ofNumbers
            ? new OperatorExpression(Mark(binary), op, EquatableArray.Of(ReadOperand(binary, binary.LeftOperand), ReadOperand(binary, binary.RightOperand)))
            : Refuse(binary);
    }

    private Expression ReadOperand(IBinaryOperation binary, IOperation operand) => binary.OperatorMethod is not null ? ReadNumber(operand) : Read(operand);

    /// <summary>A number beside a node is a double to C#, and yet <c>ids + 1</c> and <c>Clip(ids, 0, 9)</c> keep integers: it is read as it was written.</summary>
    private Expression ReadNumber(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, Conversion.IsNumeric: true, Operand: { } number } && IsNumber(number.Type) ? Read(number) : Read(operation);

    private Expression ReadUnary(IUnaryOperation unary) => unary.OperatorKind switch
    {
        UnaryOperatorKind.Hat => new IndexExpression(Mark(unary), Read(unary.Operand), FromEnd: true),
        UnaryOperatorKind.Plus when IsNumber(unary.Type) => Read(unary.Operand),
        UnaryOperatorKind.Minus when IsNumber(unary.Type) || LanguageSymbols.IsInLanguage(unary.Type) =>
            new OperatorExpression(Mark(unary), Operator.Negate, EquatableArray.Of(Read(unary.Operand))),
        _ => Refuse(unary),
    };

    private ArrayExpression ReadItems(IOperation operation, IReadOnlyCollection<IOperation> items)
    {
        // The array of a params parameter has no place of its own but that of its items.
        Site site = operation.IsImplicit && items.Count > 0
            ? sites.Add(Location.Create(operation.Syntax.SyntaxTree, TextSpan.FromBounds(items.First().Syntax.SpanStart, items.Last().Syntax.Span.End)))
            : Mark(operation);
        return new ArrayExpression(site, items.Select(Read).ToEquatableArray());
    }

    private static bool IsNumber(ITypeSymbol? type) =>
        type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>C#'s integers as long and its fractions as double, so that everything after reading knows two kinds of number.</summary>
    private static object? Normalize(object? value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        ulong or float or double or decimal => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };

    private UnknownExpression Refuse(IOperation operation)
    {
        if (IsReportedByCSharp(operation)) return Unknown(operation);
        return IsOfGraph(operation)
            ? Refuse(operation, Rules.OutsideLanguage, Describe(operation), "use the layers, functions and operators of GraphGen.Layers on fields of this model")
            : Refuse(operation, Rules.NotKnownAtBuild, Describe(operation));
    }

    private UnknownExpression Refuse(IOperation operation, string rule, params string[] arguments)
    {
        UnknownExpression unknown = Unknown(operation);
        problems.Add(new Problem(rule, unknown.Site, arguments));
        return unknown;
    }

    private UnknownExpression Unknown(IOperation operation)
    {
        IEnumerable<Expression> references =
            from reference in operation.DescendantsAndSelf().OfType<IFieldReferenceOperation>()
            where SymbolEqualityComparer.Default.Equals(reference.Field.ContainingType, model) && LanguageSymbols.IsGraphType(reference.Field.Type)
            select (Expression)new FieldExpression(Mark(reference), reference.Field.Name);
        return new UnknownExpression(Mark(operation), references.ToEquatableArray());
    }

    private static bool IsReportedByCSharp(IOperation operation) =>
        operation.Type is IErrorTypeSymbol || operation.DescendantsAndSelf().Any(part => part is IInvalidOperation) ||
        operation.Syntax.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether it stands where a part of the graph should; what has no type of its own, such as a function, does so too.</summary>
    private static bool IsOfGraph(IOperation operation) =>
        operation.Type is null || LanguageSymbols.IsGraphType(operation.Type) || (operation.Type is IArrayTypeSymbol array && LanguageSymbols.IsGraphType(array.ElementType));

    private static string Describe(IOperation operation)
    {
        const int longest = 60;
        string text = string.Join(" ", operation.Syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"'{(text.Length <= longest ? text : text.Substring(0, longest - 1) + "…")}'";
    }

    private Site Mark(IOperation operation) => sites.Add(operation.Syntax.GetLocation());
}
