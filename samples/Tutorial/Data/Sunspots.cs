using static TorchSharp.torch;

namespace Tutorial.Data;

/// <summary>Yearly sunspot numbers, 1700 to 2008: from a hundred years, does the number rise in the year that follows?</summary>
internal static class Sunspots
{
    private const int Steps = 100;
    private const int FirstYear = 1700;

    /// <summary>Windows are held back when the year that follows them is this one or later.</summary>
    private const int FirstYearHeldBack = 1940;

    /// <summary>
    /// Inputs <c>N 100 1</c>, standardized; class 1 is a rise; the second target, <c>N 100 1</c>, is the series shifted by one year.
    /// Windows overlap, so of a window that is held back only the year that follows it is sure to be unseen: the class and the last step of the second target.
    /// </summary>
    public static Split Load()
    {
        var years = DataFile.Numbers(File.ReadLines(DataFile.PathOf("sunspots.csv")).Skip(1));
        var series = years[.., 1];
        var training = series[..(FirstYearHeldBack - FirstYear)];
        series = (series - training.mean()) / training.std();

        // One row a window, and with it the year that follows.
        var windows = series.unfold(0, Steps + 1, 1).unsqueeze(-1);
        var examples = new Examples(
            [windows[.., ..Steps]],
            [(windows[.., Steps] > windows[.., Steps - 1]).to(float32), windows[.., 1..]]);

        long trainingWindows = FirstYearHeldBack - FirstYear - Steps;
        return new(examples.At(arange(trainingWindows)), examples.At(arange(trainingWindows, examples.Count)));
    }
}
