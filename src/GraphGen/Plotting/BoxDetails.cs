namespace GraphGen.Plotting;

/// <summary>All that is known of a box, a line a fact.</summary>
internal static class BoxDetails
{
    public static string Of(Box box) => string.Join("\n", Facts(box));

    private static IEnumerable<string> Facts(Box box)
    {
        yield return box.Name;
        yield return box.Description;
        if (box.Reads.Count > 0) yield return $"from {string.Join(", ", box.Reads)}";
        yield return $"shape {string.Join(", ", box.Results.Select(result => result.Shape))}";
        if (box.Parameters.Length > 0) yield return box.Parameters;
        if (box.Key.Length > 0) yield return $"key {box.Key}";
        if (box.Sharing is { } sharing) yield return sharing.Text;
        if (box.IsOutput) yield return $"output {string.Join(", ", box.Outputs)}";
    }
}
