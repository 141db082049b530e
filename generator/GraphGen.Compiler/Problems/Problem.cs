namespace GraphGen.Compiler.Problems;

/// <summary>One mistake in a model, as a value: the analyzers turn it into a diagnostic.</summary>
/// <param name="Rule">The rule's id, one of <see cref="Rules"/>.</param>
/// <param name="Site">Where it is reported.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
/// <param name="Related">The places that explain it, in the order in which the message names them.</param>
internal sealed record Problem(string Rule, Site Site, EquatableArray<string> Arguments, EquatableArray<Site> Related)
{
    public Problem(string rule, Site site, params string[] arguments)
        : this(rule, site, EquatableArray.Of(arguments), EquatableArray<Site>.Empty)
    {
    }

    public Problem WithRelated(IEnumerable<Site> related) => this with { Related = related.ToEquatableArray() };
}
