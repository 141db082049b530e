using System.Globalization;
using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>Calls of helpers, and what helpers are made of.</summary>
internal sealed partial class Interpreter
{
    private readonly Budget _budget = new();
    private readonly HashSet<(string Rule, Site Site)> _reported = [];
    private Frame _frame = null!;
    private int _levels;
    private int _firstOfField;

    private Value EvaluateInHelper(Expression expression, bool isOutermost) => expression switch
    {
        CallExpression call => Call(call, isOutermost),
        AssignmentExpression assignment => Assign(assignment, isOutermost),
        ComparisonExpression comparison => Compare(comparison),
        ConditionalExpression condition => Decide(condition.Condition) is { } holds ? Evaluate(holds ? condition.Then : condition.Otherwise, isOutermost) : UnknownValue.Instance,
        CoalesceExpression coalesce => Evaluate(coalesce.Value, isOutermost) is var value && value is NullValue ? Evaluate(coalesce.Otherwise, isOutermost) : value,
        SwitchExpression choice => Choose(choice, isOutermost),
        MatchExpression match => Match(match),
        FunctionExpression function => CallFunction(function),
        ElementExpression element => GetElement(element),
        ItemExpression item => Evaluate(item.Tuple) is ListValue list && item.Position < list.Items.Count ? list.Items[item.Position] : UnknownValue.Instance,
        NewArrayExpression array => MakeArray(array),
        AppendExpression append => Append(append),
        EnumeratorExpression enumerator => ToList(enumerator.Items) is { } list ? new EnumeratorValue(list, list.Items.Count) : UnknownValue.Instance,
        TextExpression text => Join(text),
        ThrowExpression thrown => Refuse(thrown, $"a helper that comes to '{thrown.Text}'", "call it with other arguments"),
        UnknownExpression when _frame.Calls is null => UnknownValue.Instance,
        _ => Lose(),
    };

    private Value Call(CallExpression call, bool isOutermost)
    {
        HelperDeclaration helper = declaration.Helpers[call.Helper];
        var calls = new CallChain(call.Site, _frame.Calls);
        if (_budget.IsSpent) return Lose();
        if (calls.Depth > Budget.MostCalls)
            return RefuseEndless($"more than {Budget.MostCalls} calls within calls", call.Site, "let the calls end earlier, or write a loop");
        NameScope scope = isOutermost ? _frame.Scope : new NameScope(_frame.Scope, helper.SnakeName);
        var frame = new Frame(scope, calls, helper, _frame);
        foreach (CallArgument argument in call.Arguments) frame[argument.Parameter] = Evaluate(argument.Value);
        _frame = frame;
        Value result = Run(frame);
        _frame = frame.Caller!;
        if (result is UnknownValue) return Lose();
        Node? node = result is NodeValue one ? one.Node : (result as OutputsValue)?.Node;
        if (node is not null && calls.Contains(node.Calls)) GiveName(node, scope.Own);
        return result;
    }

    /// <summary>What a field or variable holds has its name, whatever it was called in the helper that made it.</summary>
    private void GiveName(Node node, (string Name, string Key) own)
    {
        string old = node.Name;
        if (old == own.Name) return;
        node.Rename(own.Name);
        if (node.Layer is { } layer && layer.Name == old) layer.Rename(own.Name, own.Key, _names.Take, _keys.Take);
    }

    private Value Run(Frame frame)
    {
        IReadOnlyList<Instruction> body = frame.Body;
        int position = 0;
        while (position < body.Count && Spend(1))
        {
            switch (body[position++])
            {
                case EvaluateInstruction { Expression: var expression }:
                    Evaluate(expression);
                    if (expression is ThrowExpression or UnknownExpression) return UnknownValue.Instance;
                    break;
                case JumpInstruction jump:
                    if (jump.Target < position) frame.Repeat(position - 1);
                    position = jump.Target;
                    break;
                case BranchInstruction branch:
                    if (Decide(branch.Condition) is not { } holds) return UnknownValue.Instance;
                    if (!holds) position = branch.Otherwise;
                    break;
                case NextInstruction next:
                    if (frame[next.Enumerator] is not EnumeratorValue enumerator) return Lose();
                    if (enumerator.List.Items.Count != enumerator.Count)
                        return Refuse(next.Site, "a list that changes while a 'foreach' runs through it", "run through a copy, 'list.ToArray()'");
                    if (enumerator.Position == enumerator.Count) position = next.End;
                    else frame[next.Variable] = enumerator.List.Items[enumerator.Position++];
                    break;
                case ReturnInstruction result:
                    return result.Value is null ? NullValue.Instance : Evaluate(result.Value, isOutermost: true);
            }
        }

        // C# has reported a helper that ends without a value.
        return Lose();
    }

    /// <summary>Whether a condition holds; null where that is not known.</summary>
    private bool? Decide(Expression condition)
    {
        if (Evaluate(condition) is TruthValue value) return value.Truth;
        Lose();
        return null;
    }

    private Value Assign(AssignmentExpression assignment, bool isOutermost)
    {
        Value? old = assignment.YieldsOld ? Evaluate(assignment.Target) : null;
        Value value = assignment is { Target: TupleExpression targets, Value: TupleExpression values } && targets.Items.Count == values.Items.Count
            ? new ListValue([.. targets.Items.Zip(values.Items, (target, item) => EvaluateFor(target, item, isOutermost: false))])
            : EvaluateFor(assignment.Target, assignment.Value, isOutermost);
        Store(assignment.Target, value);
        return old ?? value;
    }

    /// <summary>Evaluates what a variable, or an element of one, is to hold: the variable names what is made for it.</summary>
    private Value EvaluateFor(Expression target, Expression expression, bool isOutermost)
    {
        string name = NameOf(target);
        if (name.Length == 0) return Evaluate(expression, isOutermost);
        NameScope outer = _frame.Scope;
        _frame.Scope = new NameScope(_frame.Root, name);
        Value value = Evaluate(expression, isOutermost: true);
        if (value is LayerValue { Layer: { IsNamed: false, Label: null } layer }) (layer.Label, layer.Variable) = (name, _frame.Scope);
        _frame.Scope = outer;
        return value;
    }

    private string NameOf(Expression target) => target switch
    {
        VariableExpression variable => _frame.NameOf(variable.Variable),
        ElementExpression element => NameOf(element.List),
        _ => "",
    };

    private void Store(Expression target, Value value)
    {
        switch (target)
        {
            case VariableExpression variable:
                _frame[variable.Variable] = value;
                break;
            case ElementExpression element when ToChangeable(element.List) is { } list && ToPosition(element.Index, list) is { } position:
                list.Items[position] = value;
                break;
            case TupleExpression tuple:
                for (int i = 0; i < tuple.Items.Count; i++) Store(tuple.Items[i], value is ListValue items && i < items.Items.Count ? items.Items[i] : Lose());
                break;
        }
    }

    private Value Compare(ComparisonExpression comparison)
    {
        Value left = Evaluate(comparison.Left);
        Value right = Evaluate(comparison.Right);
        if (left is UnknownValue || right is UnknownValue) return UnknownValue.Instance;
        bool isNumeric = left is IntegerValue or RealValue && right is IntegerValue or RealValue;
        bool isEqual = isNumeric ? Arithmetic.Compare(left, right) == 0 : left.Equals(right);
        int? order = Arithmetic.Compare(left, right);
        return new TruthValue(comparison.Comparison switch
        {
            Comparison.Equal => isEqual,
            Comparison.NotEqual => !isEqual,
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        });
    }

    private Value Choose(SwitchExpression choice, bool isOutermost)
    {
        Value value = Evaluate(choice.Value);
        _frame[choice.Variable] = value;
        foreach (SwitchArm arm in choice.Arms)
        {
            if (Decide(arm.Condition) is not { } holds) return UnknownValue.Instance;
            if (holds) return Evaluate(arm.Value, isOutermost);
        }

        return Refuse(choice, $"a 'switch' without an arm for {Describe(value)}", "add an arm for it, or one for all others, '_'");
    }

    private Value Match(MatchExpression match)
    {
        _frame[match.Variable] = Evaluate(match.Value);
        return Evaluate(match.Condition);
    }

    private Value Join(TextExpression text)
    {
        string joined = "";
        foreach (Expression part in text.Parts)
        {
            Value value = Evaluate(part);
            if (ToText(value) is not { } next)
            {
                if (value is not UnknownValue) Report(new Problem(Rules.NotKnownAtBuild, part.Site, "The text of it"));
                return UnknownValue.Instance;
            }

            if (!Spend(next.Length)) return UnknownValue.Instance;
            joined += next;
        }

        return new TextValue(joined);
    }

    private static string? ToText(Value value) => value switch
    {
        NullValue => "",
        TextValue text => text.Text,
        IntegerValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        RealValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        TruthValue truth => truth.Truth.ToString(),
        NamedValue named => named.Name,
        _ => null,
    };

    private static string Describe(Value value) => value is NullValue ? "'null'" : ToText(value) is { } text ? $"'{text}'" : "it";

    /// <summary>Counts an expression and the level that it opens, in helpers; false where they have done too much, and nothing more is evaluated.</summary>
    private bool Enter(Expression expression)
    {
        if (_frame.Calls is not null)
        {
            if (!Spend(1)) return false;
            if (_levels >= Budget.MostLevels)
            {
                RefuseEndless("calls in expressions nested this deeply", expression.Site, "give the inner parts variables of their own");
                return false;
            }
        }

        _levels++;
        return true;
    }

    /// <summary>Whether so many further steps may be done.</summary>
    private bool Spend(int steps)
    {
        if (_frame.Calls is null) return true;
        if (_budget.IsSpent) return false;
        if (_budget.Allows(steps)) return true;
        RefuseEndless($"helpers of more than {Count(Budget.MostSteps)} steps");
        return false;
    }

    /// <summary>Ends all helpers, since they do too much: told at the loop that ran most often, or at the call.</summary>
    private void RefuseEndless(string what)
    {
        (Site Site, int Count, Frame Frame)? longest = null;
        for (Frame? frame = _frame; frame?.Calls is not null; frame = frame.Caller)
        {
            if (frame.LongestLoop() is { } loop && loop.Count > (longest?.Count ?? 1)) longest = (loop.Site, loop.Count, frame);
        }

        Frame outer = longest?.Frame ?? _frame.Caller!;
        Frame inner = _frame;
        Site site = longest?.Site ?? _frame.Calls!.Site;
        _frame = outer;
        RefuseEndless(what, site, longest is null ? "let the calls end earlier" : $"let the loop end earlier: it began {Count(longest.Value.Count)} times");
        _frame = inner;
    }

    private UnknownValue RefuseEndless(string what, Site site, string attempt)
    {
        if (_budget.IsSpent) return UnknownValue.Instance;
        Refuse(site, what, attempt);
        _budget.IsSpent = true;

        // What the helpers made so far for the field is part of nothing.
        _nodes.RemoveRange(_firstOfField, _nodes.Count - _firstOfField);
        return UnknownValue.Instance;
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What is not known, so that it is not known either what the field would have connected.</summary>
    private UnknownValue Lose()
    {
        Holes.Add(_field.Name);
        return UnknownValue.Instance;
    }

    private UnknownValue Refuse(Site site, string what, string attempt)
    {
        Report(new Problem(Rules.OutsideLanguage, site, what, attempt));
        return Lose();
    }

    /// <summary>Reports a problem with the calls that led to it, once, however often a helper is called.</summary>
    private void Report(Problem problem)
    {
        if (_frame.Calls is not null && _budget.IsSpent) return;
        if (_reported.Add((problem.Rule, problem.Site))) problems.Add(problem.WithRelated(CallChain.SitesOf(_frame.Calls).Concat(problem.Related)));
    }

    /// <summary>Names an application, and its layer where that has no name yet.</summary>
    private string NameApplication(Layer layer, bool isOutermost)
    {
        // A layer in a variable of this helper shares its name with its first application within an expression.
        bool shares = !isOutermost && layer.Variable is not null && layer.Variable.Outer == _frame.Scope;
        (string name, string key) = shares ? layer.Variable!.Own : isOutermost ? _frame.Scope.Own : _frame.Scope.Take(layer.Label ?? layer.Kind.SnakeName);
        (string layerName, string layerKey) = !layer.IsNamed && layer.Variable is { } variable ? variable.Own : (name, key);
        Claim(layer, layerName, layerKey);
        if (shares) layer.Variable = null;
        return name;
    }
}
