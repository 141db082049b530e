namespace GraphGen.Plotting;

/// <summary>A model as boxes and arrows, without places.</summary>
internal sealed class Diagram(string title, IReadOnlyList<Box> boxes, IReadOnlyList<Arrow> arrows, IReadOnlyList<Box> inputs, IReadOnlyList<Outlet> outlets)
{
    public string Title => title;

    /// <summary>The boxes, each behind those that it reads.</summary>
    public IReadOnlyList<Box> Boxes => boxes;

    public IReadOnlyList<Arrow> Arrows => arrows;

    /// <summary>The boxes of the inputs, in the order of the arguments.</summary>
    public IReadOnlyList<Box> Inputs => inputs;

    public IReadOnlyList<Outlet> Outlets => outlets;

    /// <summary>The boxes and those within them, where they are shown.</summary>
    public IEnumerable<Box> Shown => Boxes.SelectMany(box => (box.Shown?.Shown ?? []).Prepend(box));
}

/// <summary>What an arrow carries: a result of one box, read as an argument of another.</summary>
/// <param name="From">The box that makes it.</param>
/// <param name="Result">Which of its results.</param>
/// <param name="To">The box that reads it.</param>
/// <param name="Argument">Which of its arguments.</param>
internal sealed record Arrow(Box From, int Result, Box To, int Argument);

/// <summary>An output of the model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">The box that makes it.</param>
/// <param name="Result">Which of its results.</param>
internal sealed record Outlet(string Name, Box From, int Result);
