using static TorchSharp.torch;

namespace Tutorial.Data;

/// <summary>The data files that stand beside the program.</summary>
internal static class DataFile
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);

    /// <summary>The numbers of lines of comma-separated values, row by row: <c>rows columns</c>, float32.</summary>
    public static Tensor Numbers(IEnumerable<string> lines)
    {
        var rows = lines.Select(line => line.Split(',').Select(float.Parse).ToArray()).ToArray();
        return tensor(rows.SelectMany(row => row).ToArray(), rows.Length, rows[0].Length);
    }
}
