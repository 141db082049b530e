using static GraphGen.Layers;

namespace GraphGen.Tests.Models;

/// <summary>Steps of any number, and a width that is an argument of the constructor.</summary>
[Model]
internal sealed partial class AnyWidth
{
    private static readonly Dim T = Dim.Dynamic(min: 2, max: 64, multipleOf: 2);
    private static readonly Dim width = Dim.Parameter(16, multipleOf: 4);
    private static readonly Dim classes = Dim.Parameter();
    private static readonly Input tokens = Input(DType.Int64, T);
    private static readonly Node vectors = Embedding(100, width)(tokens);
    private static readonly Node hidden = Dense(4 * width, ReLU)(vectors);
    private static readonly Output scores = Dense(classes)(LSTM(width / 2)(hidden));
}

/// <summary>Two lengths that must be the same, which only a call shows.</summary>
[Model]
internal sealed partial class TwoLengths
{
    private static readonly Dim T = Dim.Dynamic();
    private static readonly Dim U = Dim.Dynamic();
    private static readonly Input a = Input(T, 4);
    private static readonly Input b = Input(U, 4);
    private static readonly Output both = Concatenate(a, b);
}

/// <summary>One length in two inputs.</summary>
[Model]
internal sealed partial class OneLength
{
    private static readonly Dim T = Dim.Dynamic();
    private static readonly Input a = Input(T, 4);
    private static readonly Input b = Input(T, 4);
    private static readonly Output both = Concatenate(a, b);
}

/// <summary>Inputs whose sizes follow from dimensions: T from the first, U from the second.</summary>
[Model]
internal sealed partial class RelatedSizes
{
    private static readonly Dim T = Dim.Dynamic(max: 10);
    private static readonly Dim U = Dim.Dynamic();
    private static readonly Dim pad = Dim.Parameter(1);
    private static readonly Input a = Input((2 * T) + pad, 3);
    private static readonly Input b = Input(U + T, 3);
    private static readonly Input c = Input(U, 3);
    private static readonly Output all = Concatenate(1, a, b, c);
    private static readonly Output narrow = Dense(pad - 4)(c);
}

/// <summary>Names that the generated half might want for itself.</summary>
[Model]
internal sealed partial class AwkwardNames
{
    private static readonly Dim N = Dim.Dynamic();
    private static readonly Dim @long = Dim.Parameter(3);
    private static readonly Dim _x = Dim.Parameter(2);
    private static readonly Dim y_permute_2 = Dim.Dynamic();
    private const int _long = 1;
    private static readonly Input x = Input(N, @long), z = Input(y_permute_2, _x * @long);
    private static readonly Output y = Dense(_x + _long)(Permute(2, 1)(Permute(2, 1)(x)));
    private static readonly Output w = Dense(_x)(z);
}

/// <summary>Windows and strides that are arguments of the constructor.</summary>
[Model]
internal sealed partial class AnyStride
{
    private static readonly Dim H = Dim.Dynamic();
    private static readonly Dim stride = Dim.Parameter(2);
    private static readonly Dim size = Dim.Parameter(3);
    private static readonly Input x = Input(2, H, 20);
    private static readonly Output valid = Conv2D(4, size, strides: stride)(x);
    private static readonly Output same = Conv2D(4, size, strides: stride, padding: Padding.Same)(x);
    private static readonly Output pooled = MaxPooling2D(size, strides: stride)(x);
}

/// <summary>A model that gives a nested one its stride.</summary>
[Model]
internal sealed partial class Halving
{
    private static readonly Input x = Input(2, 16, 20);
    private static readonly Output y = Use<AnyStride>(new { stride = 3 })(x)["same"];
}

/// <summary>What is shared has one size of weights: two parameters have to be the same.</summary>
[Model]
public partial class SharedWidths
{
    private static readonly Dim left = Dim.Parameter();
    private static readonly Dim right = Dim.Parameter();
    private static readonly Input a = Input(left);
    private static readonly Input b = Input(right);
    private static readonly Layer scores = Dense(3);
    private static readonly Output first = scores(a);
    private static readonly Output second = scores(b);
}

/// <summary>A nested model that is shared has one value for each of its parameters.</summary>
[Model]
public partial class SharedNested
{
    private static readonly Dim left = Dim.Parameter();
    private static readonly Dim right = Dim.Parameter();
    private static readonly Input a = Input(left);
    private static readonly Input b = Input(right);
    private static readonly Layer inner = Use<OneWidth>();
    private static readonly Output first = inner(a);
    private static readonly Output second = inner(b);
}

[Model]
public partial class OneWidth
{
    private static readonly Dim width = Dim.Parameter();
    private static readonly Input x = Input(width);
    private static readonly Output y = Dense(2)(x);
}
