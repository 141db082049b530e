using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Losses.CosineSimilarity"/>
internal sealed class CosineSimilarityLoss(int axis) : CheckedLoss("cosine_similarity")
{
    /// <inheritdoc/>
    protected internal override string? RefuseShape(Tensor output, Tensor target) =>
        ClassAxis.RefuseAxis(Name, output, axis) ?? Targets.RefuseShape(Name, output, target);

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => -(Direction(output) * Direction(target.to(output.dtype))).sum(axis);

    private Tensor Direction(Tensor vectors) => nn.functional.normalize(vectors, dim: axis, eps: Epsilon);
}
