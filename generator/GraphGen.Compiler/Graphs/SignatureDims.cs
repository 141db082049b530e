using GraphGen.Compiler.Shapes;
using GraphGen.Compiler.Shapes.Signatures;

namespace GraphGen.Compiler.Graphs;

/// <summary>The dimensions that the names of a model's signature stand for.</summary>
internal sealed class SignatureDims
{
    private readonly Dictionary<string, Dim> _byName = new(StringComparer.Ordinal);

    public SignatureDims(IEnumerable<DimSymbol> symbols)
    {
        foreach (DimSymbol symbol in symbols) _byName[symbol.Name] = Dim.Symbol(symbol);
    }

    /// <exception cref="FormatException">It names what is no dimension of the model.</exception>
    public TensorType TypeOf(SignatureTensor tensor) => new(new Shape(tensor.Axes.Skip(1).Select(ToDim).Prepend(Dim.Batch)), tensor.Element ?? ElementType.Float32);

    /// <exception cref="FormatException">The text is no size, or names what is no dimension of the model.</exception>
    public Dim Read(string text) =>
        ShapeSignature.Parse($"{text} -> N").Signature is { Inputs: [{ Axes: [var axis], Element: null }] } ? ToDim(axis) : throw new FormatException(text);

    private Dim ToDim(SignatureAxis axis) => axis switch
    {
        SignatureAxis.Number number => number.Value,
        SignatureAxis.Name name when _byName.TryGetValue(name.Text, out Dim? dim) => dim,
        SignatureAxis.Operation { Sign: '+' } sum => ToDim(sum.Left) + ToDim(sum.Right),
        SignatureAxis.Operation { Sign: '-' } difference => ToDim(difference.Left) - ToDim(difference.Right),
        SignatureAxis.Operation { Sign: '*' } product => ToDim(product.Left) * ToDim(product.Right),
        SignatureAxis.Operation { Sign: '/' } quotient => ToDim(quotient.Left) / ToDim(quotient.Right),
        _ => throw new FormatException(axis.ToString()),
    };
}
