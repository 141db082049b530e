namespace GraphGen.Inspection;

/// <summary>A node as a summary shows it. Counts and bytes are numbers, or expressions in dimensions that have no value; a cost that is not known is null.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Path">Its name behind those of the nodes that it lies within: <c>encoder/hidden1</c>.</param>
/// <param name="Depth">How many nodes it lies within.</param>
/// <param name="Layer">The layer's kind with its main arguments, and which of its results it is.</param>
/// <param name="From">The names of the nodes that it is made from.</param>
/// <param name="InputShapes">Their shapes.</param>
/// <param name="OutputShape">Its shape.</param>
/// <param name="ElementType">Its element type.</param>
/// <param name="Parameters">The parameters of its layer, in the first row of the layer.</param>
/// <param name="Trainable">Those that are trained.</param>
/// <param name="Buffers">The buffer elements of its layer, in the first row of the layer.</param>
/// <param name="SharedWith">The node in whose row the layer's weights count; null where it is this one.</param>
/// <param name="MultiplyAdds">The multiply-adds for one example.</param>
/// <param name="ActivationBytes">The bytes that <c>forward</c> takes for it in inference, for one example.</param>
/// <param name="Within">The rows of what is in the layer.</param>
internal sealed record SummaryRow(
    string Node,
    string Path,
    int Depth,
    string Layer,
    IReadOnlyList<string> From,
    IReadOnlyList<IReadOnlyList<string>> InputShapes,
    IReadOnlyList<string> OutputShape,
    string ElementType,
    long Parameters,
    long Trainable,
    long Buffers,
    string? SharedWith,
    string? MultiplyAdds,
    string ActivationBytes,
    IReadOnlyList<SummaryRow> Within)
{
    /// <summary>The row and those within it, in order.</summary>
    public IEnumerable<SummaryRow> All => Within.SelectMany(row => row.All).Prepend(this);
}
