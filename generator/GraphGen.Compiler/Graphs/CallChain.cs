using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Graphs;

/// <summary>The calls of helpers that led somewhere.</summary>
/// <param name="site">The innermost call.</param>
/// <param name="outer">The calls around it.</param>
internal sealed class CallChain(Site site, CallChain? outer)
{
    public Site Site { get; } = site;

    public CallChain? Outer { get; } = outer;

    public int Depth { get; } = (outer?.Depth ?? 0) + 1;

    /// <summary>The calls, innermost first, and each once: a helper that calls itself does so at one place.</summary>
    public static IEnumerable<Site> SitesOf(CallChain? calls) => All(calls).Select(call => call.Site).Distinct();

    /// <summary>Whether some calls are this one, or were made in it.</summary>
    public bool Contains(CallChain? calls) => All(calls).Contains(this);

    private static IEnumerable<CallChain> All(CallChain? calls)
    {
        for (CallChain? call = calls; call is not null; call = call.Outer) yield return call;
    }
}
