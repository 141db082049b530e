using GraphGen.Compiler.Declarations;

namespace GraphGen.Compiler.Linking;

/// <summary>Which fields expressions name, themselves or in the helpers that they call.</summary>
internal sealed class References
{
    private readonly Lazy<string[]>[] _ofHelpers;

    public References(Declaration declaration)
    {
        int[][] calls = [.. declaration.Helpers.Select(helper => helper.Expressions.SelectMany(All).OfType<CallExpression>().Select(call => call.Helper).Distinct().ToArray())];
        string[][] own = [.. declaration.Helpers.Select(helper => helper.Expressions.SelectMany(All).OfType<FieldExpression>().Select(field => field.Name).Distinct().ToArray())];
        _ofHelpers = [.. own.Select((_, helper) => new Lazy<string[]>(() => [.. Reached(helper, calls).SelectMany(reached => own[reached]).Distinct()]))];
    }

    public IEnumerable<string> Of(Expression expression) => All(expression).SelectMany(part => part switch
    {
        FieldExpression field => [field.Name],
        CallExpression call => _ofHelpers[call.Helper].Value,
        _ => Enumerable.Empty<string>(),
    });

    private static IEnumerable<Expression> All(Expression expression) => expression.Children.SelectMany(All).Prepend(expression);

    private static List<int> Reached(int helper, int[][] calls)
    {
        var reached = new List<int> { helper };
        var seen = new HashSet<int>(reached);
        for (int i = 0; i < reached.Count; i++) reached.AddRange(calls[reached[i]].Where(seen.Add));
        return reached;
    }
}
