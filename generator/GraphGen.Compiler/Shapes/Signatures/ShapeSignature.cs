namespace GraphGen.Compiler.Shapes.Signatures;

/// <summary>
/// What a function of tensors takes and makes, as text: <c>N C H W -> N C H/2 W/2</c>. Self-contained: it knows neither layers nor the sizes of any tensor.
/// </summary>
internal sealed record ShapeSignature(EquatableArray<SignatureTensor> Inputs, EquatableArray<SignatureTensor> Outputs)
{
    /// <summary>Reads a signature; never throws. The grammar stands in docs/language.md.</summary>
    public static ParsedSignature Parse(string text) => SignatureParser.Parse(text);

    /// <summary>The text that <see cref="Parse"/> reads as this signature.</summary>
    public override string ToString() => $"{string.Join(", ", Inputs)} -> {string.Join(", ", Outputs)}";
}

/// <summary>A signature, or what keeps a text from being one: exactly one of the two is given.</summary>
internal sealed record ParsedSignature(ShapeSignature? Signature, SignatureError? Error);

/// <summary>What is wrong with the text of a signature.</summary>
/// <param name="Position">The character at which it is noticed, from 0; the text's length where something is missing at its end.</param>
/// <param name="Message">As a sentence without a full stop.</param>
internal sealed record SignatureError(int Position, string Message);

/// <summary>A tensor of a signature.</summary>
/// <param name="Axes">Its axes, of which one at most is <see cref="SignatureAxis.Rest"/>.</param>
/// <param name="Element">Its element type; null where the signature says none.</param>
internal sealed record SignatureTensor(EquatableArray<SignatureAxis> Axes, ElementType? Element)
{
    /// <summary>The position of <c>...</c> among the axes; null where there is none.</summary>
    public int? RestPosition => Axes.Select((axis, i) => axis is SignatureAxis.Rest ? i : (int?)null).FirstOrDefault(position => position is not null);

    public override string ToString() => string.Join(" ", Axes.Select(axis => axis.ToString())) + (Element is { } element ? $" {element}" : "");
}
