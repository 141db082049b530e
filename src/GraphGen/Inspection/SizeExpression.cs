using System.Globalization;

namespace GraphGen.Inspection;

/// <summary>Sizes as a model's description has them: <c>64</c>, <c>T</c> or <c>10 * (T + 1) / 2</c>, in which <c>/</c> rounds down.</summary>
internal sealed class SizeExpression
{
    private readonly string _text;
    private readonly Func<string, long?> _valueOf;
    private int _position;

    private SizeExpression(string text, Func<string, long?> valueOf) => (_text, _valueOf) = (text, valueOf);

    private char Next => _position < _text.Length ? _text[_position] : '\0';

    /// <summary>The value of an expression; null where the value of a name is not known.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="valueOf">The values of names; null for one that has none.</param>
    /// <exception cref="FormatException">The text is no expression.</exception>
    /// <exception cref="OverflowException">A value is out of the range of 64 bits.</exception>
    public static long? Evaluate(string text, Func<string, long?> valueOf)
    {
        var expression = new SizeExpression(text, valueOf);
        long? value = expression.Sum();
        return expression.Next == '\0' ? value : throw new FormatException($"'{text}' is no size.");
    }

    /// <summary>The names in an expression, each once.</summary>
    public static IReadOnlyList<string> NamesIn(string text)
    {
        var names = new List<string>();
        Evaluate(text, name =>
        {
            if (!names.Contains(name)) names.Add(name);
            return null;
        });
        return names;
    }

    private long? Sum()
    {
        long? sum = Product();
        for (char sign = Operator("+-"); sign != '\0'; sign = Operator("+-"))
        {
            long? operand = Product();
            sum = checked(sign == '+' ? sum + operand : sum - operand);
        }

        return sum;
    }

    private long? Product()
    {
        long? product = Factor();
        for (char sign = Operator("*/"); sign != '\0'; sign = Operator("*/"))
        {
            long? operand = Factor();
            product = sign == '*' ? checked(product * operand) : FloorDivide(product, operand);
        }

        return product;
    }

    private long? Factor()
    {
        if (Operator("-") != '\0') return checked(-Factor());
        if (Operator("(") != '\0')
        {
            long? sum = Sum();
            return Operator(")") != '\0' ? sum : throw new FormatException($"'{_text}' is no size.");
        }

        int start = _position;
        while (char.IsLetterOrDigit(Next) || Next == '_') _position++;
        string word = _text[start.._position];
        SkipBlanks();
        if (word.Length == 0) throw new FormatException($"'{_text}' is no size.");
        return char.IsAsciiDigit(word[0]) ? long.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture) : _valueOf(word);
    }

    private static long? FloorDivide(long? dividend, long? divisor) => dividend is { } a && divisor is { } b ? a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0) : null;

    /// <summary>Takes one of some characters, if it comes next.</summary>
    private char Operator(string operators)
    {
        SkipBlanks();
        char next = Next;
        if (next == '\0' || !operators.Contains(next, StringComparison.Ordinal)) return '\0';
        _position++;
        SkipBlanks();
        return next;
    }

    private void SkipBlanks()
    {
        while (Next == ' ') _position++;
    }
}
