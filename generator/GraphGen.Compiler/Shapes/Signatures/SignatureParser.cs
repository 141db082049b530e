using System.Globalization;

namespace GraphGen.Compiler.Shapes.Signatures;

/// <summary>
/// Reads <c>N C H W, N C -> N C H/2 W/2</c>. Blanks separate the axes, so that an expression has blanks only within parentheses.
/// </summary>
internal sealed class SignatureParser
{
    /// <summary>How deep parentheses nest: deeper than in any real signature, and not so deep that the stack overflows.</summary>
    private const int MostDepth = 32;

    /// <summary>The operators of one axis, for the same reason: what is written by hand has a few, and a number of parameters as an expression of dimensions dozens.</summary>
    private const int MostOperators = 1000;

    private const string Arrow = "->";
    private const string Rest = "...";

    private static readonly Dictionary<string, ElementType> s_elements =
        Enum.GetValues(typeof(ElementType)).Cast<ElementType>().ToDictionary(element => element.ToString(), StringComparer.Ordinal);

    private readonly string _text;
    private int _position;
    private int _operators;
    private int _depth;

    private SignatureParser(string text) => _text = text;

    private bool IsAtEnd => _position == _text.Length;

    /// <summary>The character to be read next; a blank at the end, where nothing that could be meant follows.</summary>
    private char Next => IsAtEnd ? ' ' : _text[_position];

    public static ParsedSignature Parse(string text)
    {
        try
        {
            return new ParsedSignature(new SignatureParser(text).ReadSignature(), null);
        }
        catch (SyntaxException exception)
        {
            return new ParsedSignature(null, exception.Error);
        }
    }

    private ShapeSignature ReadSignature()
    {
        EquatableArray<SignatureTensor> inputs = ReadTensors();
        if (!Skip(Arrow)) throw Wrong(IsAtEnd ? "'->' and the result are missing" : $"{Quote()} is neither an axis nor ',' nor '->'");
        EquatableArray<SignatureTensor> outputs = ReadTensors();
        if (!IsAtEnd) throw Wrong(IsAt(Arrow) ? "there is a second '->'" : $"{Quote()} is neither an axis nor ','");
        return new ShapeSignature(inputs, outputs);
    }

    private EquatableArray<SignatureTensor> ReadTensors()
    {
        var tensors = new List<SignatureTensor>();
        do tensors.Add(ReadTensor());
        while (Skip(","));
        return tensors.ToEquatableArray();
    }

    /// <summary>Axes with blanks between them, and an element type behind the last.</summary>
    private SignatureTensor ReadTensor()
    {
        var axes = new List<SignatureAxis>();
        ElementType? element = null;
        SkipBlanks();
        while (IsAtAxis())
        {
            int start = _position;
            if (element is not null) throw Wrong($"an axis stands behind the element type '{element}', which is a tensor's last word");
            _operators = 0;
            SignatureAxis axis = Skip(Rest, thenBlanks: false) ? new SignatureAxis.Rest() : ReadSum(isEnclosed: false);
            if (Next == ')') throw Wrong("')' has no '(' before it");
            if (IsAtAxis()) throw Wrong($"a blank is missing before {Quote()}");
            if (IsAtOperator()) throw Wrong("'...' stands for several axes, with which there is no arithmetic");
            if (axis is SignatureAxis.Rest && axes.Contains(axis)) throw Wrong("a second '...' in one tensor: which axes were whose could not be told", start);
            if (axis is SignatureAxis.Name name && s_elements.TryGetValue(name.Text, out ElementType found)) element = found;
            else if (axis.Names.FirstOrDefault(s_elements.ContainsKey) is { } type) throw Wrong($"'{type}' is an element type, and no axis", start);
            else axes.Add(axis);
            SkipBlanks();
        }

        if (axes.Count == 0) throw Wrong(IsAtEnd ? "the axes of a tensor are missing at the end" : $"the axes of a tensor are missing before {Quote()}");
        if (IsAtOperator())
            throw Wrong($"there is a blank before '{Next}': an axis has none, except within parentheses, as in '(H / 2)'");
        return new SignatureTensor(axes.ToEquatableArray(), element);
    }

    private bool IsAtAxis() => IsNameStart(Next) || IsDigit(Next) || Next == '(' || IsAt(Rest);

    private bool IsAtOperator() => SignatureAxis.Operation.PrecedenceOf(Next) is not null && !IsAt(Arrow);

    private SignatureAxis ReadSum(bool isEnclosed) => ReadOperations(1, isEnclosed, () => ReadOperations(2, isEnclosed, () => ReadOperand(isEnclosed)));

    /// <summary>Operands with operators of one rank between them, from left to right.</summary>
    private SignatureAxis ReadOperations(int precedence, bool isEnclosed, Func<SignatureAxis> readOperand)
    {
        SignatureAxis left = readOperand();
        while (SignatureAxis.Operation.PrecedenceOf(Next) == precedence && IsAtOperator())
        {
            if (++_operators > MostOperators) throw Wrong($"an axis has more than {MostOperators} operators");
            char sign = _text[_position++];
            if (isEnclosed) SkipBlanks();
            left = new SignatureAxis.Operation(sign, left, readOperand());
        }

        return left;
    }

    private SignatureAxis ReadOperand(bool isEnclosed)
    {
        SignatureAxis operand;
        if (Next == '(')
        {
            if (++_depth > MostDepth) throw Wrong($"parentheses nest more than {MostDepth} deep");
            _position++;
            SkipBlanks();
            operand = ReadSum(isEnclosed: true);
            _depth--;
            if (Next != ')' || IsAtEnd) throw Wrong(IsAtEnd ? "')' is missing" : $"{Quote()} stands where ')' or an operator should");
            _position++;
        }
        else
        {
            operand = IsDigit(Next) ? ReadNumber() : IsNameStart(Next) ? new SignatureAxis.Name(TakeWhile(c => IsNameStart(c) || IsDigit(c)))
                : throw Wrong(IsAtEnd ? "a name or number is missing at the end" : $"{Quote()} stands where a name or number should");
        }

        if (isEnclosed) SkipBlanks();
        return operand;
    }

    private SignatureAxis.Number ReadNumber()
    {
        int start = _position;
        string digits = TakeWhile(IsDigit);
        if (IsNameStart(Next)) throw Wrong($"'{digits}{Next}' is neither a number nor a name; a product is written '{digits}*{Next}'", start);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? new SignatureAxis.Number(value)
            : throw Wrong("the number is beyond 64 bits", start);
    }

    private string TakeWhile(Func<char, bool> belongs)
    {
        int start = _position;
        while (!IsAtEnd && belongs(_text[_position])) _position++;
        return _text.Substring(start, _position - start);
    }

    private bool IsAt(string token) => string.CompareOrdinal(_text, _position, token, 0, token.Length) == 0;

    private bool Skip(string token, bool thenBlanks = true)
    {
        if (!IsAt(token)) return false;
        _position += token.Length;
        if (thenBlanks) SkipBlanks();
        return true;
    }

    private void SkipBlanks() => TakeWhile(char.IsWhiteSpace);

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private string Quote() => IsAt(Arrow) ? $"'{Arrow}'" : char.IsWhiteSpace(Next) ? "a blank" : $"'{Next}'";

    private SyntaxException Wrong(string message, int? position = null) => new(new SignatureError(position ?? _position, message));

    /// <summary>Leaves the parser, and nothing else: the first mistake is the one that is told.</summary>
    private sealed class SyntaxException(SignatureError error) : Exception(error.Message)
    {
        public SignatureError Error { get; } = error;
    }
}
