namespace GraphGen.Oracle.Tests;

/// <summary>Calculates sizes as summaries write them: <c>4 * width</c>, <c>(T - 3) / 2 + 1</c>, with <c>/</c> rounding down.</summary>
internal sealed class ShapeText(string text, IReadOnlyDictionary<string, long> sizes)
{
    private int _at;

    public static long Evaluate(string text, IReadOnlyDictionary<string, long> sizes)
    {
        var shape = new ShapeText(text.Replace(" ", "", StringComparison.Ordinal), sizes);
        long value = shape.Sum();
        return shape._at == shape.Length ? value : throw new FormatException($"'{text}' is no size.");
    }

    private int Length => text.Length;

    private long Sum()
    {
        long value = Takes('-') ? -Product() : Product();
        while (true)
        {
            if (Takes('+')) value += Product();
            else if (Takes('-')) value -= Product();
            else return value;
        }
    }

    private long Product()
    {
        long value = Operand();
        while (true)
        {
            if (Takes('*')) value *= Operand();
            else if (Takes('/')) value = FloorDivide(value, Operand());
            else return value;
        }
    }

    private long Operand()
    {
        if (Takes('('))
        {
            long value = Sum();
            return Takes(')') ? value : throw new FormatException($"'{text}' lacks a bracket.");
        }

        int start = _at;
        while (_at < Length && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_')) _at++;
        string word = text[start.._at];
        return long.TryParse(word, out long number) ? number : sizes[word];
    }

    private bool Takes(char sign)
    {
        if (_at >= Length || text[_at] != sign) return false;
        _at++;
        return true;
    }

    private static long FloorDivide(long value, long divisor) => (long)Math.Floor((double)value / divisor);
}
