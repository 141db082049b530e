using TorchSharp;
using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

/// <summary>Functions of integers and truth values, whose results have the model's type or stay integers.</summary>
[Model]
public partial class OfIntegers
{
    private const int One = 1;
    static readonly int two = 2;

    static readonly Input  ids = Input(DType.Int64, 3);
    static readonly Input  bytes = Input(DType.Byte, 3);
    static readonly Input  flags = Input(DType.Bool, 3);
    static readonly Output whole = ids + 1;
    static readonly Output constant = One - ids;
    static readonly Output field = ids * two;
    static readonly Output counted = flags + 1;
    static readonly Output kept = bytes * 2;
    static readonly Output squared = Square(flags);
    static readonly Output total = Sum(bytes);
    static readonly Output joined = Concatenate(bytes, flags);
    static readonly Output above = Threshold(-1.5)(ids);
    static readonly Output cubed = Pow(ids, 3);
    static readonly Output clipped = Clip(bytes, 2, 100);
    static readonly Output clippedFlags = Clip(flags, 1, 2);
    static readonly Output largest = Max(bytes);

    static readonly Output fraction = ids + 1.0;
    static readonly Output ofOne = 1.5 - ids;
    static readonly Output scaled = 0.5 * bytes;
    static readonly Output quotient = ids / ids;
    static readonly Output halved = ids / 2;
    static readonly Output inverse = 1 / bytes;
    static readonly Output average = Average(bytes, bytes, flags);
    static readonly Output sigmoid = Sigmoid(ids);
    static readonly Output sum = Sigmoid(ids + ids);
    static readonly Output tanh = Tanh(flags);
    static readonly Output softsign = Softsign(ids);
    static readonly Output exponential = Exponential(bytes);
    static readonly Output exp = Exp(ids);
    static readonly Output log = Log(ids);
    static readonly Output sqrt = Sqrt(bytes);
    static readonly Output sin = Sin(flags);
    static readonly Output cos = Cos(ids);
    static readonly Output ofPower = Pow(ids, 2.0);
    static readonly Output ofClip = Clip(ids, -1.5, 2);
    static readonly Output mixed = Concatenate(ids, Sigmoid(ids));
}

public class ElementTypeTests
{
    public static TheoryData<string, torch.ScalarType, double[]> WholeNumbers => new()
    {
        { "whole", torch.ScalarType.Int64, [-1, 1, 4] },
        { "constant", torch.ScalarType.Int64, [3, 1, -2] },
        { "field", torch.ScalarType.Int64, [-4, 0, 6] },
        { "counted", torch.ScalarType.Int64, [2, 1, 2] },
        { "kept", torch.ScalarType.Byte, [2, 144, 4] },
        { "squared", torch.ScalarType.Int64, [1, 0, 1] },
        { "total", torch.ScalarType.Int64, [203] },
        { "joined", torch.ScalarType.Byte, [1, 200, 2, 1, 0, 1] },
        { "above", torch.ScalarType.Int64, [0, 0, 3] },
        { "cubed", torch.ScalarType.Int64, [-8, 0, 27] },
        { "clipped", torch.ScalarType.Byte, [2, 100, 2] },
        { "clippedFlags", torch.ScalarType.Int64, [1, 1, 1] },
        { "largest", torch.ScalarType.Byte, [200] },
    };

    public static TheoryData<string, double[]> FloatingNumbers => new()
    {
        { "fraction", [-1, 1, 4] },
        { "ofOne", [3.5, 1.5, -1.5] },
        { "scaled", [0.5, 100, 1] },
        { "quotient", [1, double.NaN, 1] },
        { "halved", [-1, 0, 1.5] },
        { "inverse", [1, 0.005, 0.5] },
        { "average", [1, 400.0 / 3, 5.0 / 3] },
        { "sigmoid", [1 / (1 + Math.Exp(2)), 0.5, 1 / (1 + Math.Exp(-3))] },
        { "sum", [1 / (1 + Math.Exp(4)), 0.5, 1 / (1 + Math.Exp(-6))] },
        { "tanh", [Math.Tanh(1), 0, Math.Tanh(1)] },
        { "softsign", [-2.0 / 3, 0, 0.75] },
        { "exponential", [Math.Exp(1), Math.Exp(200), Math.Exp(2)] },
        { "exp", [Math.Exp(-2), 1, Math.Exp(3)] },
        { "log", [double.NaN, double.NegativeInfinity, Math.Log(3)] },
        { "sqrt", [1, Math.Sqrt(200), Math.Sqrt(2)] },
        { "sin", [Math.Sin(1), 0, Math.Sin(1)] },
        { "cos", [Math.Cos(2), 1, Math.Cos(3)] },
        { "ofPower", [4, 0, 9] },
        { "ofClip", [-1.5, 0, 2] },
        { "mixed", [-2, 0, 3, 1 / (1 + Math.Exp(2)), 0.5, 1 / (1 + Math.Exp(-3))] },
    };

    [Theory]
    [MemberData(nameof(WholeNumbers))]
    public void Whole_numbers_keep_integers(string name, torch.ScalarType type, double[] expected)
    {
        torch.Tensor actual = Values.Output(Run(torch.ScalarType.Float32), name);

        Assert.Equal(type, actual.dtype);
        Values.AssertClose(expected, Values.Of(actual));
    }

    [Theory]
    [MemberData(nameof(FloatingNumbers))]
    public void What_is_no_integer_has_the_type_of_the_model(string name, double[] expected)
    {
        torch.Tensor actual = Values.Output(Run(torch.ScalarType.Float64), name);

        Assert.Equal(torch.ScalarType.Float64, actual.dtype);
        Assert.Equal(torch.ScalarType.Float32, Values.Output(Run(torch.ScalarType.Float32), name).dtype);
        Values.AssertClose(expected, Values.Of(actual));
    }

    private static OfIntegers.Outputs Run(torch.ScalarType modelType)
    {
        using var model = new OfIntegers(dtype: modelType);
        return model.forward(new OfIntegers.Inputs(
            torch.tensor(new long[] { -2, 0, 3 }, [1, 3]), torch.tensor(new byte[] { 1, 200, 2 }, [1, 3]), torch.tensor(new[] { true, false, true }, [1, 3])));
    }
}
