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
internal sealed class ExpressionReader
{
    private readonly INamedTypeSymbol _model;
    private readonly SiteMap _sites;
    private readonly List<Problem> _problems;
    private readonly CancellationToken _cancellation;
    private readonly CalculationReader _calculations;
    private readonly CollectionReader _collections;
    private readonly SwitchReader _switches;
    private readonly AssignmentReader _assignments;

    /// <param name="model">The model.</param>
    /// <param name="sites">Receives the places of what is read.</param>
    /// <param name="problems">Receives what is outside of the language.</param>
    /// <param name="cancellation">Reading stops here when the editor has moved on.</param>
    public ExpressionReader(INamedTypeSymbol model, SiteMap sites, List<Problem> problems, CancellationToken cancellation)
    {
        (_model, _sites, _problems, _cancellation) = (model, sites, problems, cancellation);
        Context = new ReadingContext(model, null, EquatableArray<Site>.Empty);
        Helpers = new HelperList(model);
        _calculations = new CalculationReader(this);
        _collections = new CollectionReader(this);
        _switches = new SwitchReader(this);
        _assignments = new AssignmentReader(this);
    }

    /// <summary>Where the expressions stand that are read next.</summary>
    public ReadingContext Context { get; set; }

    /// <summary>The helpers that were called.</summary>
    public HelperList Helpers { get; }

    /// <summary>The value fields that were referred to, in that order: they belong to the declaration too.</summary>
    public List<IFieldSymbol> ValueFields { get; } = [];

    public Expression Read(IOperation operation)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (operation.ConstantValue is { HasValue: true } constant) return ReadConstant(operation, constant.Value);
        return operation switch
        {
            IConversionOperation conversion => ReadConversion(conversion),
            IInvocationOperation invocation => ReadInvocation(invocation),
            IFieldReferenceOperation field => ReadField(field),
            IPropertyReferenceOperation property => ReadProperty(property),
            ILocalReferenceOperation local => ReadVariable(local, local.Local),
            IParameterReferenceOperation parameter => ReadVariable(parameter, parameter.Parameter),
            IBinaryOperation binary => _calculations.ReadBinary(binary),
            IUnaryOperation unary => _calculations.ReadUnary(unary),
            IInterpolatedStringOperation text => _calculations.ReadText(text),
            IConditionalOperation { IsRef: false, WhenFalse: { } otherwise } conditional =>
                new ConditionalExpression(Mark(conditional), Read(conditional.Condition), Read(conditional.WhenTrue), Read(otherwise)),
            ICoalesceOperation coalesce => new CoalesceExpression(Mark(coalesce), Read(coalesce.Value), Read(coalesce.WhenNull)),
            ISwitchExpressionOperation choice => _switches.Read(choice),
            IIsPatternOperation pattern => _switches.Read(pattern),
            IThrowOperation { Exception: not null } thrown => new ThrowExpression(Mark(thrown), Quote(thrown).TrimEnd(';')),
            ISimpleAssignmentOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation or ICoalesceAssignmentOperation or IDeconstructionAssignmentOperation =>
                _assignments.Read(operation),
            IArrayCreationOperation or ICollectionExpressionOperation or IObjectCreationOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation =>
                _collections.Read(operation),
            ITupleOperation tuple => new TupleExpression(Mark(tuple), tuple.Elements.Select(Read).ToEquatableArray()),
            IRangeOperation range => new RangeExpression(Mark(range), ReadOptional(range.LeftOperand), ReadOptional(range.RightOperand)),
            IAnonymousObjectCreationOperation @object => ReadObject(@object),
            IDelegateCreationOperation { Target: IMethodReferenceOperation method } => ReadMethodGroup(operation, method.Method),
            IDefaultValueOperation => new ConstantExpression(Mark(operation), null),
            _ => Refuse(operation),
        };
    }

    private Expression? ReadOptional(IOperation? operation) => operation is null ? null : Read(operation);

    private Expression ReadConstant(IOperation operation, object? value)
    {
        if (operation.Type is { TypeKind: TypeKind.Enum } type) return ReadEnum(operation, type, value);
        return value is char ? Refuse(operation) : new ConstantExpression(Mark(operation), Normalize(value));
    }

    private Expression ReadConversion(IConversionOperation conversion)
    {
        if (!conversion.Conversion.Exists) return Unknown(conversion);
        if (conversion.IsTryCast) return Refuse(conversion);
        if (conversion.OperatorMethod is { } method)
        {
            bool ofLanguage = LanguageSymbols.IsInLanguage(method.ContainingType) || method.ContainingType.Name == nameof(Index) || ValueTypes.ItemOf(method.ContainingType) is not null;
            return ofLanguage ? Read(conversion.Operand) : Refuse(conversion);
        }

        // C# refuses to convert a constant that does not fit.
        if (conversion.Conversion.IsNumeric && conversion.Operand.ConstantValue.HasValue) return Unknown(conversion);
        return _calculations.ReadConversion(conversion);
    }

    private Expression ReadInvocation(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (LanguageSymbols.IsLayers(method.ContainingType)) return method.Name switch
        {
            "Custom" => new OwnCodeReader(this, _model, invocation, _cancellation).ReadCustom(),
            "Lambda" => new OwnCodeReader(this, _model, invocation, _cancellation).ReadLambda(),
            _ => ReadLayer(invocation),
        };
        if (LanguageSymbols.IsDim(method.ContainingType)) return ReadSymbol(invocation);
        if (LanguageSymbols.IsInit(method.ContainingType)) return ReadInitializer(invocation);
        if (method.MethodKind == MethodKind.DelegateInvoke && invocation.Instance is { } layer && (LanguageSymbols.IsLayer(method.ContainingType) || IsVariable(layer)))
        {
            Site site = Mark(invocation);
            return new ApplicationExpression(site, Read(layer), ReadInputs(invocation).ToEquatableArray());
        }

        return _calculations.ReadFunction(invocation) ?? _collections.ReadMethod(invocation) ?? ReadCall(invocation);
    }

    /// <summary>A variable of another delegate type holds what was refused.</summary>
    private static bool IsVariable(IOperation operation) => operation is ILocalReferenceOperation or IParameterReferenceOperation;

    private Expression ReadCall(IInvocationOperation invocation)
    {
        if (!Helpers.IsOfProject(invocation.TargetMethod) || IsReportedByCSharp(invocation)) return Refuse(invocation);
        if (HelperList.FaultOf(invocation.TargetMethod) is { } fault) return Refuse(invocation, Rules.OutsideLanguage, Describe(invocation), fault);
        Site site = Mark(invocation);
        int helper = Helpers.Add(invocation.TargetMethod, Context.Calls.Prepend(site));
        return new CallExpression(site, helper, invocation.Arguments.Select(argument => new CallArgument(argument.Parameter!.Ordinal, Read(argument.Value))).ToEquatableArray());
    }

    private Expression ReadVariable(IOperation reference, ISymbol variable)
    {
        if (Context.Variables.Find(variable) is { } number) return new VariableExpression(Mark(reference), number);

        // What should have declared it was refused.
        if (Context.Method is null || SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, Context.Method)) return Unknown(reference);
        return Refuse(reference, Rules.OutsideLanguage, $"'{variable.Name}' of the method around", "pass it to the local function as an argument");
    }

    /// <summary>A method of <c>Layers</c>: parameters that are nodes are inputs, and all others describe the layer.</summary>
    private Expression ReadLayer(IInvocationOperation invocation)
    {
        Site site = Mark(invocation);
        var arguments = new List<Argument>();
        var inputs = new List<Expression>();
        if (invocation.TargetMethod is { Name: "Use", TypeArguments: [var nested] })
        {
            if (ModelReferences.To(nested, _model) is not { } reference)
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
            else arguments.Add(new Argument(parameter.Name, _calculations.ReadNumber(argument.Value)));
        }

        if (LanguageSymbols.IsState(invocation.TargetMethod.ReturnType)) return new StateExpression(site, inputs[0]);
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
        return arguments.Take(count).Select(argument =>
            IsOmittedNode(argument) ? new PreviousExpression(Mark(invocation))
            : argument.Parameter is { IsOptional: true } ? new OptionalExpression(Mark(argument.Value), Read(argument.Value))
            : Read(argument.Value));
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

    /// <summary>A member of an enum, whether it is named, a constant of the user's, or a number that was converted.</summary>
    private Expression ReadEnum(IOperation operation, ITypeSymbol type, object? value)
    {
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));
        bool isOfLanguage = LanguageSymbols.IsInLanguage(type);
        if (member is not null) return new NamedExpression(Mark(operation), isOfLanguage ? type.Name : type.ToDisplayString(), member.Name);
        return !isOfLanguage ? Refuse(operation) : Refuse(operation, Rules.ArgumentOutOfRange, operation.Syntax.ToString(), $"{value}", $"a member of {type.Name}");
    }

    private Expression ReadField(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (field.ContainingType is { IsTupleType: true } tuple && reference.Instance is { } instance)
            return new ItemExpression(Mark(reference), Read(instance), Position(field, tuple));
        bool isOfModel = SymbolEqualityComparer.Default.Equals(field.ContainingType, _model);
        if (isOfModel && LanguageSymbols.IsGraphType(field.Type)) return new FieldExpression(Mark(reference), field.Name);
        if (field is { IsStatic: true, IsReadOnly: true } && !LanguageSymbols.IsGraphType(field.Type) && (isOfModel || SymbolEqualityComparer.Default.Equals(field.ContainingType, Context.Type)))
        {
            if (!ValueFields.Contains(field, SymbolEqualityComparer.Default)) ValueFields.Add(field);
            return new FieldExpression(Mark(reference), NameOf(field));
        }

        return LanguageSymbols.IsGraphType(field.Type) && LanguageSymbols.IsModel(field.ContainingType)
            ? Refuse(reference, Rules.ForeignNode, field.Name, field.ContainingType!.Name)
            : Refuse(reference);
    }

    /// <summary>Where an element of a tuple stands, whether it is called by its name or as <c>Item1</c>.</summary>
    private static int Position(IFieldSymbol element, INamedTypeSymbol tuple) =>
        tuple.TupleElements.TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other.CorrespondingTupleField ?? other, element.CorrespondingTupleField ?? element)).Count();

    /// <summary>What a field is called in the declaration: one of another class by its full name, which no field of the model has.</summary>
    public string NameOf(IFieldSymbol field) =>
        SymbolEqualityComparer.Default.Equals(field.ContainingType, _model) ? field.Name : $"{field.ContainingType.ToDisplayString()}.{field.Name}";

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

        if (_collections.ReadProperty(reference) is { } value) return value;

        // The property itself is refused, for it should be a field.
        if (LanguageSymbols.IsGraphType(property.Type) && SymbolEqualityComparer.Default.Equals(property.ContainingType, _model)) return Unknown(reference);
        if (property.IsStatic && !LanguageSymbols.IsGraphType(property.Type) && LanguageSymbols.IsInLanguage(property.ContainingType))
            return new NamedExpression(Mark(reference), property.ContainingType.Name, property.Name);
        return Refuse(reference);
    }

    /// <summary>C#'s integers as long and its fractions as double, so that everything after reading knows two kinds of number.</summary>
    private static object? Normalize(object? value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong and <= long.MaxValue => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        ulong or float or double or decimal => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };

    public UnknownExpression Refuse(IOperation operation)
    {
        if (IsReportedByCSharp(operation)) return Unknown(operation);
        return IsOfGraph(operation)
            ? Refuse(operation, Rules.OutsideLanguage, Describe(operation), "use the layers, functions and operators of GraphGen.Layers on fields of this model")
            : Refuse(operation, Rules.NotKnownAtBuild, Describe(operation));
    }

    public UnknownExpression Refuse(IOperation operation, string rule, params string[] arguments)
    {
        UnknownExpression unknown = Unknown(operation);
        _problems.Add(new Problem(rule, unknown.Site, arguments).WithRelated(Context.Calls));
        return unknown;
    }

    /// <summary>Refuses a part of an expression, or a statement at its keyword.</summary>
    public UnknownExpression Refuse(IOperation statement, Location location, string what, string attempt)
    {
        UnknownExpression unknown = Unknown(statement) with { Site = Mark(location) };
        _problems.Add(new Problem(Rules.OutsideLanguage, unknown.Site, what, attempt).WithRelated(Context.Calls));
        return unknown;
    }

    public UnknownExpression Unknown(IOperation operation)
    {
        IEnumerable<Expression> references =
            from reference in operation.DescendantsAndSelf().OfType<IFieldReferenceOperation>()
            where SymbolEqualityComparer.Default.Equals(reference.Field.ContainingType, _model) && LanguageSymbols.IsGraphType(reference.Field.Type)
            select (Expression)new FieldExpression(Mark(reference), reference.Field.Name);
        return new UnknownExpression(Mark(operation), references.ToEquatableArray());
    }

    public static bool IsReportedByCSharp(IOperation operation) =>
        operation.Type is IErrorTypeSymbol || operation.DescendantsAndSelf().Any(part => part is IInvalidOperation) ||
        operation.Syntax.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether it stands where a part of the graph should; what has no type of its own, such as a function, does so too.</summary>
    private static bool IsOfGraph(IOperation operation) =>
        operation.Type is null or { SpecialType: SpecialType.System_Void } or { TypeKind: TypeKind.Delegate } || LanguageSymbols.IsGraphType(operation.Type) || LanguageSymbols.IsGraphType(ValueTypes.ItemOf(operation.Type));

    public static string Describe(IOperation operation) => $"'{Quote(operation)}'";

    /// <summary>The source on one line, not too long.</summary>
    private static string Quote(IOperation operation)
    {
        const int longest = 60;
        string text = string.Join(" ", operation.Syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= longest ? text : text.Substring(0, longest - 1) + "…";
    }

    public Site Mark(IOperation operation) => Mark(operation.Syntax.GetLocation());

    public Site Mark(Location location) => _sites.Add(location);
}
