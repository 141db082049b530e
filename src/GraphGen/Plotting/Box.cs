namespace GraphGen.Plotting;

/// <summary>What a box stands for.</summary>
internal enum BoxKind
{
    /// <summary>An input of the model.</summary>
    Input,

    /// <summary>An application of a layer.</summary>
    Layer,

    /// <summary>A further result of the layer above, such as its state.</summary>
    Part,
}

/// <summary>A node of a model in a picture; the outputs that are chosen from one application of a nested model stand in one box.</summary>
internal sealed class Box
{
    /// <summary>A name for files, made of letters, digits and underscores.</summary>
    public required string Id { get; init; }

    public required BoxKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The layer with its main arguments.</summary>
    public required string Description { get; init; }

    /// <summary>The number of parameters in words; empty for none.</summary>
    public required string Parameters { get; init; }

    /// <summary>The place of the weights in the state dict; empty for none.</summary>
    public required string Key { get; init; }

    /// <summary>The names of the nodes that it reads.</summary>
    public required IReadOnlyList<string> Reads { get; init; }

    /// <summary>The names of the outputs of the model that it makes.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    public required IReadOnlyList<Result> Results { get; init; }

    public required Sharing? Sharing { get; init; }

    /// <summary>What is in it: a nested model, or copies.</summary>
    public required Diagram? Inner { get; init; }

    /// <summary>Whether what is in it is not shown, since an earlier copy shows the same.</summary>
    public required bool IsFolded { get; init; }

    /// <summary>What of it stands in a picture that cannot be unfolded.</summary>
    public Diagram? Shown => IsFolded ? null : Inner;

    public bool IsOutput => Outputs.Count > 0;

    /// <summary>The outputs in words, where their names say more than that of the box.</summary>
    public string OutputText => !IsOutput || Outputs is [var only] && only == Name ? "" : $"output {string.Join(", ", Outputs)}";
}

/// <summary>A tensor that leaves a box.</summary>
/// <param name="Name">The node's name.</param>
/// <param name="Shape">Its shape, with the element type where that is not the model's.</param>
/// <param name="Output">Which output of the nested model it is.</param>
internal sealed record Result(string Name, string Shape, int Output);

/// <summary>A layer that is applied more than once.</summary>
/// <param name="Number">Which of the model's shared layers it is, from 0: each has a colour of its own.</param>
/// <param name="Layer">Its name.</param>
/// <param name="Boxes">The names of the boxes that apply it.</param>
internal sealed record Sharing(int Number, string Layer, IReadOnlyList<string> Boxes)
{
    private const int MostNames = 4;

    public string Text => $"shared layer {Layer}: {string.Join(", ", Boxes.Take(MostNames))}" + (Boxes.Count > MostNames ? $" and {Boxes.Count - MostNames} more" : "");
}
