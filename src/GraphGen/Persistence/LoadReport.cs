namespace GraphGen.Persistence;

/// <summary>How the keys of a file and of a model go together.</summary>
/// <param name="Loaded">The keys whose weights fit, and were loaded unless an exception says otherwise.</param>
/// <param name="Missing">The keys that the model has and the file has not.</param>
/// <param name="Unexpected">The keys that the file has and the model has not.</param>
/// <param name="Mismatched">The keys of both whose weights differ in shape or element type.</param>
/// <param name="Metadata">What the file says of itself, by name; empty for formats that have no such thing.</param>
public sealed record LoadReport(
    IReadOnlyList<string> Loaded,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Unexpected,
    IReadOnlyList<KeyMismatch> Mismatched,
    IReadOnlyDictionary<string, string> Metadata)
{
    private const int MostNamed = 20;

    /// <summary>Whether file and model have the same keys, and their weights the same shapes and suitable types.</summary>
    public bool IsComplete => Missing.Count + Unexpected.Count + Mismatched.Count == 0;

    /// <summary>The counts, and the first keys of those that do not fit.</summary>
    public override string ToString() => IsComplete
        ? $"all {Loaded.Count} keys agree"
        : string.Join("; ", new[]
        {
            Name("missing", Missing),
            Name("unexpected", Unexpected),
            Name("mismatched", [.. Mismatched.Select(mismatch => $"{mismatch.Key} is {mismatch.Actual} instead of {mismatch.Expected}")]),
        }.Where(text => text.Length > 0));

    private static string Name(string what, IReadOnlyList<string> keys)
    {
        if (keys.Count == 0) return "";
        string more = keys.Count > MostNamed ? $", and {keys.Count - MostNamed} more" : "";
        return $"{keys.Count} {what} ({string.Join(", ", keys.Take(MostNamed))}{more})";
    }
}

/// <summary>A key of a file and a model whose weights differ in shape or element type.</summary>
/// <param name="Key">The key.</param>
/// <param name="Expected">Shape and type of the model's weight, as <c>(10, 5) Float32</c>.</param>
/// <param name="Actual">Shape and type of the file's.</param>
public sealed record KeyMismatch(string Key, string Expected, string Actual);
