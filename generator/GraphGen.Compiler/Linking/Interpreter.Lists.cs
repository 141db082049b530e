using System.Globalization;
using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>Arrays, lists and tuples, and the functions of values.</summary>
internal sealed partial class Interpreter
{
    private List<Value> EvaluateItems(IEnumerable<Expression> expressions)
    {
        var items = new List<Value>();
        foreach (Expression expression in expressions) AddItems(items, expression);
        return items;
    }

    private void AddItems(List<Value> items, Expression expression)
    {
        if (expression is not SpreadExpression spread) items.Add(Evaluate(expression));
        else if (ToList(spread.Items) is not { } list) items.Add(UnknownValue.Instance);
        else if (Spend(list.Items.Count)) items.AddRange(list.Items);
    }

    private Value MakeArray(NewArrayExpression array)
    {
        Value item = Evaluate(array.Item);
        if (Evaluate(array.Length) is not IntegerValue { Number: var length }) return UnknownValue.Instance;
        if (length < 0) return RefuseRange(array.Length, "length", length, "at least 0");
        if (!Spend((int)Math.Min(length, int.MaxValue))) return UnknownValue.Instance;
        return length > Budget.MostSteps ? RefuseRange(array.Length, "length", length, $"at most {Budget.MostSteps}") : new ListValue([.. Enumerable.Repeat(item, (int)length)]);
    }

    private Value Append(AppendExpression append)
    {
        if (ToChangeable(append.List) is not { } list) return UnknownValue.Instance;
        if (append.Item is SpreadExpression) AddItems(list.Items, append.Item);
        else list.Items.Add(EvaluateFor(append.List, append.Item, isOutermost: false));
        return NullValue.Instance;
    }

    private Value GetElement(ElementExpression element)
    {
        if (ToList(element.List) is not { } list) return UnknownValue.Instance;
        Value index = Evaluate(element.Index);
        if (index is not RangeValue range) return ToPosition(index, element.Index, list) is { } position ? list.Items[position] : UnknownValue.Instance;
        long start = Resolve(range.Start ?? new IndexValue(0, FromEnd: false), list);
        long end = Resolve(range.End ?? new IndexValue(0, FromEnd: true), list);
        if (start < 0 || end < start || end > list.Items.Count)
            return RefuseRange(element.Index, "range", $"from {start} to {end}", $"within the {list.Items.Count} items");
        return Spend((int)(end - start)) ? new ListValue(list.Items.GetRange((int)start, (int)(end - start))) : UnknownValue.Instance;
    }

    private int? ToPosition(Expression index, ListValue list) => ToPosition(Evaluate(index), index, list);

    private int? ToPosition(Value index, Expression expression, ListValue list)
    {
        long? position = index switch
        {
            IntegerValue number => number.Number,
            IndexValue end => Resolve(end, list),
            _ => null,
        };
        if (position >= 0 && position < list.Items.Count) return (int)position;
        if (position is not null) RefuseRange(expression, "index", position.Value, list.Items.Count == 0 ? "of an array with items" : $"from 0 to {list.Items.Count - 1}");
        return null;
    }

    private static long Resolve(IndexValue index, ListValue list) => index.FromEnd ? list.Items.Count - index.Number : index.Number;

    /// <summary>An array or list; null where it is not known.</summary>
    private ListValue? ToList(Expression expression)
    {
        Value value = Evaluate(expression);
        if (value is NullValue) Refuse(expression, "'null' in place of an array or list", "give it items, or none: '[]'");
        return value as ListValue;
    }

    /// <summary>An array or list that may be changed.</summary>
    private ListValue? ToChangeable(Expression expression)
    {
        if (ToList(expression) is not { } list) return null;
        if (!list.IsFixed) return list;
        Refuse(expression, "a change of an array or list that a field holds", "change a copy, '[.. items]'");
        return null;
    }

    /// <summary>Keeps what a field holds from being changed.</summary>
    private static Value Fix(Value value)
    {
        if (value is ListValue list)
        {
            list.IsFixed = true;
            list.Items.ForEach(item => Fix(item));
        }

        return value;
    }

    /// <summary>What a layer takes does not change with the array that it was taken from.</summary>
    private static Value Copy(Value value) => value is ListValue list ? new ListValue([.. list.Items]) : value;

    private Value CallFunction(FunctionExpression function)
    {
        switch (function.Function)
        {
            case Function.Length:
                return ToList(function.Arguments[0]) is { } counted ? new IntegerValue(counted.Items.Count) : UnknownValue.Instance;
            case Function.Copy:
                return ToList(function.Arguments[0]) is { } list && Spend(list.Items.Count) ? new ListValue([.. list.Items]) : UnknownValue.Instance;
            case Function.First or Function.Last:
                return GetEnd(function);
            case Function.Range:
                return MakeRange(function);
            case Function.Value:
                Value value = Evaluate(function.Arguments[0]);
                return value is NullValue ? Refuse(function, "'null' in place of a value", "give it a value") : value;
            default:
                Value[] arguments = EvaluateAll(function.Arguments);
                return Array.TrueForAll(arguments, argument => argument is IntegerValue or RealValue)
                    ? Calculate(function, () => Functions.Calculate(function.Function, function.Type!.Value, arguments))
                    : UnknownValue.Instance;
        }
    }

    private Value GetEnd(FunctionExpression function)
    {
        if (ToList(function.Arguments[0]) is not { } list) return UnknownValue.Instance;
        if (list.Items.Count == 0) return RefuseRange(function.Arguments[0], "items", "empty", "of at least one");
        return list.Items[function.Function == Function.First ? 0 : list.Items.Count - 1];
    }

    private Value MakeRange(FunctionExpression function)
    {
        if (Evaluate(function.Arguments[0]) is not IntegerValue { Number: var start } || Evaluate(function.Arguments[1]) is not IntegerValue { Number: var count }) return UnknownValue.Instance;
        if (count < 0 || start + count - 1 > int.MaxValue) return RefuseRange(function.Arguments[1], "count", count, "at least 0, and within the integers");
        if (!Spend((int)count)) return UnknownValue.Instance;
        return count > Budget.MostSteps
            ? RefuseRange(function.Arguments[1], "count", count, $"at most {Budget.MostSteps}")
            : new ListValue([.. Enumerable.Range((int)start, (int)count).Select(number => new IntegerValue(number))]);
    }

    private UnknownValue RefuseRange(Expression expression, string what, long value, string range) =>
        RefuseRange(expression, what, value.ToString(CultureInfo.InvariantCulture), range);

    private UnknownValue RefuseRange(Expression expression, string what, string value, string range)
    {
        Report(new Problem(Rules.ArgumentOutOfRange, expression.Site, what, value, range));
        return Lose();
    }
}
