using static TorchSharp.torch;

namespace Tutorial.Data;

/// <summary>Wisconsin diagnostic breast cancer: ten measurements of the cell nuclei of a tumour, and whether it is benign.</summary>
internal static class BreastCancer
{
    /// <summary>The columns that are means over the nuclei; their standard errors and worst values follow.</summary>
    private const int Means = 10;

    private const int TrainingRows = 400;

    /// <summary>Inputs <c>N 10</c>, standardized; class 1 is benign.</summary>
    public static Split Load()
    {
        var table = DataFile.Numbers(File.ReadLines(DataFile.PathOf("breast_cancer.csv")).Skip(1));
        table = table.index_select(0, randperm(table.size(0)));

        var features = table[.., ..Means];
        var training = features[..TrainingRows];
        features = (features - training.mean([0])) / training.std(0);
        var labels = table[.., ^1..];

        return new(
            new([features[..TrainingRows]], [labels[..TrainingRows]]),
            new([features[TrainingRows..]], [labels[TrainingRows..]]));
    }
}
