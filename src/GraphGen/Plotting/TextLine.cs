using System.Globalization;

namespace GraphGen.Plotting;

/// <summary>A line of text in a box.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Size">The font's size in pixels.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="Color">Its colour.</param>
internal sealed record TextLine(string Text, double Size, bool IsBold, string Color)
{
    public double Width => TextWidth.Of(Text, Size, IsBold);

    /// <summary>The distance to the line below.</summary>
    public double Height => Math.Round(Size * 1.35);

    /// <summary>The same in lines that are not wider than that: broken at spaces, and within a word that is wider by itself.</summary>
    /// <param name="width">The width in pixels.</param>
    public IEnumerable<TextLine> Wrap(double width)
    {
        string line = "";
        foreach (string word in Text.Split(' ').SelectMany(word => Break(word, width)))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && TextWidth.Of(longer, Size, IsBold) > width)
            {
                yield return this with { Text = line };
                longer = word;
            }

            line = longer;
        }

        yield return this with { Text = line };
    }

    /// <summary>A word in parts that are narrow enough, which end behind an underscore where they can.</summary>
    private IEnumerable<string> Break(string word, double width)
    {
        string part = "";
        int underscore = -1;
        foreach (string letter in Letters(word))
        {
            if (part.Length > 0 && TextWidth.Of(part + letter, Size, IsBold) > width)
            {
                int end = underscore >= 0 ? underscore + 1 : part.Length;
                yield return part[..end];
                part = part[end..];
                underscore = -1;
            }

            if (letter == "_") underscore = part.Length;
            part += letter;
        }

        yield return part;
    }

    /// <summary>The letters as a reader counts them, so that none is cut in two.</summary>
    private static IEnumerable<string> Letters(string word)
    {
        TextElementEnumerator letters = StringInfo.GetTextElementEnumerator(word);
        while (letters.MoveNext()) yield return letters.GetTextElement();
    }
}
