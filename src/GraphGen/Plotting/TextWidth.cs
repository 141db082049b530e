namespace GraphGen.Plotting;

/// <summary>
/// How wide text is. A picture must be the same on every machine, whatever fonts it has: the widths are those of DejaVu Sans, the widest of the fonts that
/// viewers take for a sans-serif one, so that text fits in the others too.
/// </summary>
internal static class TextWidth
{
    private const int First = ' ';

    // In thousandths of the font's size, from the space to the tilde.
    private static readonly short[] s_regular =
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ];

    private static readonly short[] s_bold =
    [
        348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
        1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
        500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
    ];

    /// <summary>The width of a line in the unit of the font's size.</summary>
    /// <param name="text">The line.</param>
    /// <param name="size">The font's size.</param>
    /// <param name="isBold">Whether the font is bold.</param>
    public static double Of(string text, double size, bool isBold = false)
    {
        double thousandths = 0;
        foreach (char c in text) thousandths += Of(c, isBold ? s_bold : s_regular);
        return thousandths * size / 1000;
    }

    // Letters of other alphabets are hardly wider than a Latin 'm', and ideographs are as wide as the font is high.
    private static int Of(char c, short[] widths) => c - First is >= 0 and var i && i < widths.Length ? widths[i] : c < 0x1100 ? 900 : 1050;
}
