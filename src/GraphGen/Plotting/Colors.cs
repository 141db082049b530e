namespace GraphGen.Plotting;

/// <summary>The colours of pictures; all text has a contrast of at least 4.5 to what it stands on (WCAG 2.1, level AA).</summary>
internal static class Colors
{
    public const string Background = "#ffffff";
    public const string Text = "#1f2328";
    public const string Muted = "#57606a";
    public const string Arrow = "#6e7781";

    public static readonly Paint Input = new("#e6f6ec", "#1a7f37");
    public static readonly Paint Output = new("#fff1e0", "#9a4b00");
    public static readonly Paint Weighted = new("#ebf3ff", "#3b6fc4");
    public static readonly Paint Plain = new("#f9fafb", "#8c959f");
    public static readonly Paint Nested = new("#fcfcfd", "#57606a");

    private static readonly Paint[] s_shared =
    [
        new("#f3e8ff", "#7a31c4"), new("#ffe4ef", "#b0124f"), new("#d9f5f2", "#0a6b66"), new("#fff6c2", "#7a5a00"), new("#e4e8ff", "#3d3fc4"), new("#e9f5d5", "#466b0b"),
    ];

    /// <summary>The colours of the boxes of one shared layer; they come again where a model has many.</summary>
    public static Paint OfShared(int number) => s_shared[number % s_shared.Length];

    public static Paint Of(Box box) =>
        box.Sharing is { } sharing ? OfShared(sharing.Number)
        : box.Inner is not null ? Nested
        : box.IsOutput ? Output
        : box.Kind == BoxKind.Input ? Input
        : box.Parameters.Length > 0 ? Weighted
        : Plain;
}

/// <summary>The colours of a box.</summary>
/// <param name="Fill">Inside.</param>
/// <param name="Line">Its border, and text in it.</param>
internal sealed record Paint(string Fill, string Line);
