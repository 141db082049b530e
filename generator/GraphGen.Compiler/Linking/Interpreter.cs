using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Linking;

/// <summary>Evaluates the fields of a declaration, one after another, into layers and nodes.</summary>
internal sealed partial class Interpreter(Declaration declaration, ModelLibrary library, List<Problem> problems)
{
    private readonly Dictionary<string, Value> _fields = [];
    private readonly Names _names = new(declaration.Fields.Select(field => field.Name));
    private readonly Names _keys = new(declaration.Fields.Select(field => field.Key));
    private readonly List<Node> _nodes = [];
    private readonly List<Parameter> _parameters = [];
    private FieldDeclaration _field = null!;

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>The dimensions that are not numbers, in the order of declaration.</summary>
    public IReadOnlyList<Parameter> Parameters => [.. _parameters.OrderBy(parameter => FieldPosition(parameter.Symbol.Name))];

    /// <summary>The fields in which a node or layer is missing, reported or not: what it would have connected is not known.</summary>
    public HashSet<string> Holes { get; } = [.. declaration.Fields.Where(field => HasHole(field.Initializer)).Select(field => field.Name)];

    public Node NodeOf(FieldDeclaration field) => FindNode(field) ?? throw new InvalidOperationException($"The field {field.Name} is no node.");

    /// <summary>The node of a field; null where it keeps something else, such as all outputs of a nested model.</summary>
    public Node? FindNode(FieldDeclaration field) => (_fields[field.Name] as NodeValue)?.Node;

    /// <summary>Evaluates a field, whose references are defined already, except in a cycle.</summary>
    public void Define(FieldDeclaration field, bool isCyclic)
    {
        _field = field;
        _firstOfField = _nodes.Count;
        _frame = new Frame(new NameScope(_names, _keys, field.Name, field.Key), calls: null, helper: null, caller: null);
        _fields[field.Name] = field.Role switch
        {
            FieldRole.Input => new NodeValue(DefineInput(field)),
            FieldRole.Value when field.Initializer is SymbolExpression symbol => DeclareSymbol(field.Name, symbol),
            FieldRole.Value => Fix(Evaluate(field.Initializer, isOutermost: true)),
            FieldRole.Layer => isCyclic ? UnknownValue.Instance : DefineLayer(field),
            FieldRole.State => isCyclic ? UnknownValue.Instance : Evaluate(field.Initializer),
            _ when isCyclic => new NodeValue(Unknown(field.Name, field.Site)),
            _ => DefineNode(field),
        };
    }

    /// <summary>A node; or, for a field that only keeps them, all outputs of a nested model.</summary>
    private Value DefineNode(FieldDeclaration field)
    {
        Value value = Evaluate(field.Initializer, isOutermost: true);
        return value is OutputsValue && field.Role == FieldRole.Node ? value : new NodeValue(ToNode(value, field.Initializer));
    }

    private Value DeclareSymbol(string name, SymbolExpression symbol)
    {
        if (SymbolDeclaration.Read(name, symbol, Evaluate, problems) is not { } declared) return UnknownValue.Instance;
        _parameters.Add(declared);
        return new DimValue(Dim.Symbol(declared.Symbol));
    }

    private Node DefineInput(FieldDeclaration field)
    {
        var node = new Node(field.Name, null, [], field.Site) { IsInput = true };
        _nodes.Add(node);
        if (field.Initializer is LayerExpression { Kind: "Input" } input) node.Type = InputDeclaration.Read(input, Evaluate, problems);
        else if (field.Initializer is not UnknownExpression) Refuse(field.Initializer, "an input that is not made with 'Input(...)'", "write 'Input(...)' with its sizes, without the batch");
        return node;
    }

    private Value DefineLayer(FieldDeclaration field)
    {
        Value value = Evaluate(field.Initializer, isOutermost: true);
        if (value is LayerValue { Layer: var layer })
        {
            if (!layer.IsNamed) layer.Label = field.Name;
            Claim(layer, field.Name, field.Key);
        }

        return value;
    }

    private Value Evaluate(Expression expression) => Evaluate(expression, isOutermost: false);

    /// <param name="expression">The expression.</param>
    /// <param name="isOutermost">Whether what it makes last is what the field or variable names.</param>
    private Value Evaluate(Expression expression, bool isOutermost)
    {
        if (!Enter(expression)) return UnknownValue.Instance;
        Value value = expression switch
        {
            ConstantExpression constant => FromConstant(constant.Value),
            VariableExpression variable => _frame[variable.Variable],
            FieldExpression field => _fields.TryGetValue(field.Name, out Value? known) ? known : UnknownValue.Instance,
            OperatorExpression operation => Operate(operation, isOutermost),
            LayerExpression { Kind: "Input" } input => Refuse(input, "an input within an expression", "give the input a field of its own, 'static readonly Input x = Input(...)'"),
            LayerExpression layer => MakeLayer(layer),
            ApplicationExpression application => Apply(application, isOutermost),
            StateExpression state => StateOf(state),
            NamedExpression named => new NamedValue(named.Type, named.Name),
            NumericConversionExpression conversion => ConvertNumber(conversion),
            ArrayExpression or TupleExpression => new ListValue(EvaluateItems(expression.Children)),
            TypedExpression typed => new TypedValue(typed.Type, Evaluate(typed.Value)),
            CodeExpression code => new CodeValue(code.Opening, EvaluateItems(code.Items), code.Closing),
            SliceExpression slice => Slice(slice, isOutermost),
            OutputExpression output => ChooseOutput(output, isOutermost),
            IndexExpression index => Evaluate(index.Value) is IntegerValue number ? new IndexValue(number.Number, index.FromEnd) : UnknownValue.Instance,
            RangeExpression range => EvaluateRange(range),
            SymbolExpression symbol => EvaluateSymbol(symbol),
            InitializerExpression initializer => MakeInitializer(initializer),
            ModelExpression model => new ModelValue(model.Model, library.Find(model.Model)),
            ObjectExpression @object => new ObjectValue([.. @object.Members.Select(member => new ObjectMember(member.Name, Evaluate(member.Value), member.Value.Site))]),
            _ => EvaluateInHelper(expression, isOutermost),
        };
        _levels--;
        return value;
    }

    private Value EvaluateSymbol(SymbolExpression symbol) => _frame.Calls is null && !_field.Name.Contains('.')
        ? DeclareSymbol(FreeName("dim"), symbol)
        : Refuse(symbol, "a dimension without a field of the model", "give it one, 'static readonly Dim T = Dim.Dynamic()', and let the helper take it as an argument");

    private Value MakeInitializer(InitializerExpression initializer)
    {
        var found = new List<Problem>();
        Value value = InitializerDeclaration.Read(initializer, Evaluate, found);
        found.ForEach(Report);
        return value;
    }

    private Value[] EvaluateAll(EquatableArray<Expression> expressions)
    {
        var values = new Value[expressions.Count];
        for (int i = 0; i < values.Length; i++) values[i] = Evaluate(expressions[i]);
        return values;
    }

    private static Value FromConstant(object? value) => value switch
    {
        null => NullValue.Instance,
        long number => new IntegerValue(number),
        double number => new RealValue(number),
        bool truth => new TruthValue(truth),
        string text => new TextValue(text),
        _ => UnknownValue.Instance,
    };

    private Value MakeLayer(LayerExpression expression)
    {
        var arguments = new Dictionary<string, (Value Value, Site Site)>(expression.Arguments.Count);
        foreach (Argument argument in expression.Arguments) arguments[argument.Name] = (Copy(Evaluate(argument.Value)), argument.Value.Site);
        if (arguments.TryGetValue("model", out (Value Value, Site Site) nested) && nested.Value is ModelValue model)
            return model.Signature is null ? UnknownValue.Instance : new LayerValue(MakeLayer(new NestedModel(model.Model, model.Signature), new LayerArguments(arguments), expression.Site));
        if (LayerCatalogue.Find(expression.Kind) is not { } kind)
            return Refuse(expression, $"'{expression.Kind}'", "use a layer that docs/language.md lists");
        Layer layer = MakeLayer(kind, new LayerArguments(arguments), expression.Site);
        if (kind is not Repeat || layer.IsBroken) return new LayerValue(layer);

        // In a helper they are counted, since a loop may make any number of them.
        long copies = layer.Arguments.Integer("count") * layer.Arguments.Layer("layer")!.WithInner.Count();
        return Spend(Budget.StepsOfCopy * (int)copies)
            ? new LayerValue(new Layer(kind, Repeat.Expand(layer.Arguments, expression.Site), expression.Site) { Calls = _frame.Calls })
            : Lose();
    }

    private Layer MakeLayer(LayerKind kind, LayerArguments arguments, Site site)
    {
        var layer = new Layer(kind, arguments, site) { Calls = _frame.Calls };
        var found = new List<Problem>();
        var check = new ArgumentCheck(layer, found);
        if (!arguments.AnyUnknown)
        {
            check.InnerLayers();
            try
            {
                kind.Check(check);
            }
            catch (UnsuitableArgumentException exception)
            {
                check.Refuse(exception.Argument, "without a value", "given one");
            }
        }

        found.ForEach(Report);
        layer.IsBroken = arguments.AnyUnknown || !check.Passed || arguments.Layers.Any(inner => inner.IsBroken);
        return layer;
    }

    private Value Apply(ApplicationExpression application, bool isOutermost)
    {
        Value callee = Evaluate(application.Layer);
        Node[] inputs = [.. ToInputs(application, (callee as LayerValue)?.Layer)];
        if (callee is NullValue) Refuse(application.Layer, "'null' in place of a layer", "give it a layer");
        if (callee is not LayerValue { Layer: var layer })
            return new NodeValue(Add(new Node(isOutermost ? OwnName : FreeName("unknown"), null, inputs, application.Site)));
        Node node = Apply(layer, inputs, application.Site, isOutermost);
        return node.IsOfPartsOnly ? new OutputsValue(node, ((NestedModel)layer.Kind).Outputs) : new NodeValue(node);
    }

    private Node Apply(Layer layer, Node[] inputs, Site site, bool isOutermost)
    {
        string name = NameApplication(layer, isOutermost);
        (int fewest, int most) = layer.Kind.InputsOf(layer);
        if (inputs.Length < fewest || inputs.Length > most)
        {
            // One that could not be read may stand for several.
            if (inputs.Length > most || !inputs.Any(input => input is { Layer: null, IsInput: false }))
                RefuseInputs(name, layer, inputs.Length, site, isOutermost);
            return Add(new Node(name, null, inputs, site));
        }

        var node = new Node(name, layer, inputs, site);
        layer.Applications.Add(node);
        return Add(node);
    }

    private void RefuseInputs(string name, Layer layer, int count, Site site, bool isOutermost)
    {
        (int fewest, int most) = layer.Kind.InputsOf(layer);
        if (count < fewest)
        {
            // An output made of nothing is disconnected, and reported as that; in half-typed code more inputs may follow.
            if ((count == 0 && isOutermost && _field.Role == FieldRole.Output && _frame.Calls is null) || declaration.IsIncomplete) return;
            Holes.Add(_field.Name);
        }

        string takes = most == int.MaxValue ? $"at least {fewest}" : fewest == most ? $"{fewest}" : $"{fewest} to {most}";
        string inputs = most == 1 ? "input" : "inputs";
        Report(new Problem(Rules.WrongInputs, site, $"'{name}' ({layer.Kind.Name}) takes {takes} {inputs}, and is applied to {(count == 0 ? "none" : $"{count}")}"));
    }

    private Value Operate(OperatorExpression operation, bool isOutermost)
    {
        Value[] operands = EvaluateAll(operation.Operands);
        if (!Array.Exists(operands, operand => operand is NodeValue)) return Calculate(operation, operands);
        Node[] nodes = [.. operands.OfType<NodeValue>().Select(value => value.Node)];
        Value? number = operands.FirstOrDefault(operand => operand is not NodeValue);
        if (number is not (null or UnknownValue or IntegerValue or RealValue))
        {
            Expression wrong = operation.Operands[Array.IndexOf(operands, number)];
            number = Refuse(wrong, "what is neither a node nor a number", "write a node or a number on both sides of an operator");
        }

        if (number is UnknownValue)
            return new NodeValue(Add(new Node(isOutermost ? OwnName : FreeName("unknown"), null, nodes, operation.Site)));
        var arguments = new Dictionary<string, (Value, Site)>();
        if (number is not null)
        {
            int position = Array.IndexOf(operands, number);
            arguments["number"] = (number, operation.Operands[position].Site);
            arguments["numberFirst"] = (new TruthValue(position == 0), operation.Site);
        }

        LayerKind kind = (number is null ? null : LayerCatalogue.Find($"{operation.Operator}Number")) ?? LayerCatalogue.Find($"{operation.Operator}")!;
        Layer layer = MakeLayer(kind, new LayerArguments(arguments), operation.Site);
        return new NodeValue(Apply(layer, nodes, operation.Site, isOutermost));
    }

    private Value Calculate(OperatorExpression operation, Value[] operands)
    {
        if (Array.Exists(operands, operand => operand is UnknownValue)) return UnknownValue.Instance;
        Value result = Calculate(operation, () => Arithmetic.Calculate(operation.Operator, operation.Type, operands));
        int empty = Array.FindIndex(operands, operand => operand is NamedValue or NullValue);
        if (empty >= 0) Report(new Problem(Rules.NotKnownAtBuild, operation.Operands[empty].Site, "The size"));
        return result;
    }

    private Value ConvertNumber(NumericConversionExpression conversion)
    {
        Value operand = Evaluate(conversion.Operand);
        return Calculate(conversion, () => Arithmetic.Convert(operand, conversion.To));
    }

    private Value Calculate(Expression operation, Func<Value> calculate)
    {
        try
        {
            return calculate();
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
        {
            Report(new Problem(Rules.NotKnownAtBuild, operation.Site, exception is OverflowException ? "A number out of range" : "A division by zero"));
            return UnknownValue.Instance;
        }
    }

    private NodeValue Slice(SliceExpression slice, bool isOutermost)
    {
        Node node = ToNode(Evaluate(slice.Node), slice.Node);
        Value first = slice.Items.Count == 0 ? NullValue.Instance : Evaluate(slice.Items[0]);
        if (first is not RangeValue { Start: null, End: null })
        {
            if (first is not UnknownValue)
                Refuse(slice.Items.Count == 0 ? slice : slice.Items[0], "a slice of the batch", "write '..' first, which stands for the batch: it is always whole");
            return new NodeValue(Unknown(FreeName("slice"), slice.Site));
        }

        var arguments = new Dictionary<string, (Value, Site)>();
        for (int i = 1; i < slice.Items.Count; i++) arguments[Layers.Slice.ItemName(i)] = (Evaluate(slice.Items[i]), slice.Items[i].Site);
        Layer layer = MakeLayer(LayerCatalogue.Find("Slice")!, new LayerArguments(arguments), slice.Site);
        return new NodeValue(Apply(layer, [node], slice.Site, isOutermost));
    }

    private Value EvaluateRange(RangeExpression range)
    {
        IndexValue? start = EvaluateIndex(range.Start);
        IndexValue? end = EvaluateIndex(range.End);
        bool known = (range.Start is null || start is not null) && (range.End is null || end is not null);
        return known ? new RangeValue(start, end) : UnknownValue.Instance;
    }

    private IndexValue? EvaluateIndex(Expression? expression) => expression is null ? null : Evaluate(expression) switch
    {
        IndexValue index => index,
        IntegerValue number => new IndexValue(number.Number, FromEnd: false),
        _ => null,
    };

    private NodeValue ChooseOutput(OutputExpression output, bool isOutermost)
    {
        Value value = Evaluate(output.Node);
        Value chosen = Evaluate(output.Name);
        if (chosen is TextValue { Text: var name })
        {
            switch (value)
            {
                case OutputsValue several when several.Names.Contains(name):
                    string free = isOutermost ? OwnName : FreeName(name);
                    return new NodeValue(Add(new Node(free, null, [several.Node], output.Site) { Part = several.Names.ToList().IndexOf(name) + 1, PartName = $"[\"{name}\"]" }));
                case NodeValue { Node: { Layer.Kind: NestedModel { Outputs: [var only] } } node } when only == name:
                    return new NodeValue(node);
                case OutputsValue several:
                    string known = string.Join(" and ", several.Names.Select(item => $"'{item}'"));
                    Report(new Problem(Rules.WrongInputs, output.Site, $"'{several.Node.Name}' ({several.Node.Layer!.Kind.Name}) has no output '{name}': it has {known}"));
                    break;
                case NodeValue { Node: var node }:
                    Report(new Problem(Rules.WrongInputs, output.Site, $"'{node.Name}' has one output, which has no name, and none called '{name}': leave '[\"{name}\"]' out"));
                    break;
            }
        }
        else if (chosen is NullValue)
        {
            Report(new Problem(Rules.NotKnownAtBuild, output.Name.Site, "The name of an output"));
        }

        Holes.Add(_field.Name);
        return new NodeValue(Unknown(FreeName("output"), output.Site));
    }

    private List<Node> ToInputs(ApplicationExpression application, Layer? reader)
    {
        var inputs = new List<Node>();
        int omitted = 0;
        foreach (Expression input in application.Inputs)
        {
            Value? optional = input is OptionalExpression { Value: var given } ? Evaluate(given) : null;
            if (input is PreviousExpression || optional is NullValue)
            {
                omitted++;
                continue;
            }

            // What is left out before an input that is given is the input before it.
            for (; omitted > 0 && inputs.Count > 0; omitted--) inputs.Add(inputs[inputs.Count - 1]);
            Value? single = optional ?? (input is ArrayExpression ? null : Evaluate(input));
            if (single is null) AddNodes(inputs, input);
            else if (single is StateValue state) inputs.AddRange(HandOver(state, reader, application.Site));
            else AddNodes(inputs, single, input);
        }

        return inputs;
    }

    private void AddNodes(List<Node> nodes, Expression expression)
    {
        if (expression is ArrayExpression array)
        {
            foreach (Expression item in array.Items) AddNodes(nodes, item is SpreadExpression spread ? spread.Items : item);
        }
        else
        {
            AddNodes(nodes, Evaluate(expression), expression);
        }
    }

    private void AddNodes(List<Node> nodes, Value value, Expression expression)
    {
        if (value is not ListValue list) nodes.Add(ToNode(value, expression));
        else if (Spend(Budget.StepsOfInput * list.Items.Count)) nodes.AddRange(list.Items.Select(item => ToNode(item, expression)));
    }

    private Node ToNode(Value value, Expression expression)
    {
        if (value is NodeValue node) return node.Node;
        if (value is OutputsValue outputs)
        {
            Holes.Add(_field.Name);
            string choice = string.Join(" or ", outputs.Names.Select(name => $"'[\"{name}\"]'"));
            Report(new Problem(Rules.WrongInputs, expression.Site, $"'{outputs.Node.Name}' ({outputs.Node.Layer!.Kind.Name}) has several outputs: choose one of them with {choice}"));
            return Unknown(FreeName("output"), expression.Site);
        }

        if (value is not UnknownValue) Refuse(expression, value is NullValue ? "'null' in place of a node" : "what is not a node", "apply a layer to a node here");
        return Unknown(FreeName("unknown"), expression.Site);
    }

    private Node Unknown(string name, Site site) => Add(new Node(name, null, [], site));

    private Node Add(Node node)
    {
        node.Calls = _frame.Calls;
        _nodes.Add(node);
        if (_frame.Calls is not null && _nodes.Count > Budget.MostNodes) RefuseEndless($"more than {Count(Budget.MostNodes)} nodes");
        return node;
    }

    /// <summary>Whether a node or layer could not be read; an unknown number is no hole in the wiring.</summary>
    private static bool HasHole(Expression expression) => expression switch
    {
        UnknownExpression => true,
        LayerExpression => false,
        _ => expression.Children.Any(HasHole),
    };

    private int FieldPosition(string name)
    {
        int position = 0;
        while (position < declaration.Fields.Count && declaration.Fields[position].Name != name) position++;
        return position;
    }

    private UnknownValue Refuse(Expression expression, string what, string attempt)
    {
        Holes.Add(_field.Name);
        Report(new Problem(Rules.OutsideLanguage, expression.Site, what, attempt));
        return UnknownValue.Instance;
    }

    /// <summary>Makes a layer one of the current field: unless it has a name already, it is named for it, and it is frozen with it.</summary>
    private void Claim(Layer layer, string name, string key)
    {
        layer.GiveName(name, key, _names.Take, _keys.Take);
        if (_field.Frozen is null) return;
        foreach (Layer part in layer.WithInner) part.FrozenBy.Add(_field.Name);
    }

    private string OwnName => _frame.Scope.Own.Name;

    private string FreeName(string suffix) => _frame.Scope.Take(suffix).Name;
}
