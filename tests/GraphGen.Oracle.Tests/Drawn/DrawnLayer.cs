namespace GraphGen.Oracle.Tests;

/// <summary>A layer with its arguments: one set of weights, however often it is applied.</summary>
internal sealed class DrawnLayer(Kind kind, IEnumerable<Argument> arguments)
{
    public Kind Kind { get; } = kind;

    /// <summary>Those that are given.</summary>
    public IReadOnlyList<Argument> Arguments { get; } = [.. arguments.Where(argument => argument.Value is not null)];

    /// <summary>The name of the field that it is declared in; null where it is written in place.</summary>
    public string? Field { get; set; }

    /// <summary>Whether it applies copies of its layer, which no other layer can share.</summary>
    public bool HasCopies => Kind.Name == "Repeat";

    /// <summary>The layers that it applies: those among its arguments, or so many copies of one.</summary>
    public IReadOnlyList<DrawnLayer> Inner => field ??= HasCopies && this["count"] is long count
        ? [.. Enumerable.Range(0, (int)Math.Max(count, 0)).Select(_ => ((DrawnLayer)this["layer"]!).Copy())]
        : [.. GivenLayers];

    /// <summary>The layers among its arguments.</summary>
    public IEnumerable<DrawnLayer> GivenLayers => Arguments.Select(argument => argument.Value).OfType<DrawnLayer>();

    /// <summary>The same layer with weights of its own.</summary>
    private DrawnLayer Copy() => new(Kind, Arguments.Select(argument => argument.Value is DrawnLayer inner ? argument with { Value = inner.Copy() } : argument));

    public object? this[string argument] => Arguments.FirstOrDefault(given => given.Name == argument).Value;
}
