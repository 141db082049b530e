using SkiaSharp;

namespace GraphGen.Plotting;

/// <summary>The fonts of pictures.</summary>
internal static class Fonts
{
    /// <summary>The families that viewers try, in this order.</summary>
    public const string Families = "Segoe UI, Arial, DejaVu Sans, sans-serif";

    /// <summary>The first of the families that the machine has; null for its default.</summary>
    public static string? Installed => Families.Split(", ").FirstOrDefault(family =>
    {
        using SKTypeface? typeface = SKFontManager.Default.MatchFamily(family);
        return typeface is not null;
    });
}
