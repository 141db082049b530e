using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

/// <summary>Layers without weights, along axes of any length.</summary>
[Model]
public partial class AnyLength
{
    static readonly Dim    T = Dim.Dynamic(min: 2);
    static readonly Dim    U = Dim.Dynamic();
    static readonly Input  x = Input(T, 6);
    static readonly Input  y = Input(U, 6);
    static readonly Input  row = Input(1, 6);
    static readonly Input  ids = Input(DType.Int64, T);
    static readonly Node   pairs = Reshape(-1, 12)(x);
    static readonly Output regrouped = Reshape(T, 3, 2)(x);
    static readonly Output open = Reshape(3, -1)(x);
    static readonly Output paired = ReLU(pairs);
    static readonly Output flat = Flatten()(x);
    static readonly Output turned = Permute(2, 1)(x);
    static readonly Output sum = x + row;
    static readonly Output both = x * y + row;
    static readonly Output third = Add(y, row, x) - x;
    static readonly Output joined = Concatenate(1, x, row, y);
    static readonly Output stacked = Stack(2, x, y);
    static readonly Output last = x[.., ^1];
    static readonly Output secondLast = x[.., ^2, 1..];
    static readonly Output inner = ReLU(x[.., 1..]);
    static readonly Output allButLast = x[.., ..^1];
    static readonly Output lastTwo = x[.., ^2.., ..3];
    static readonly Output first = x[.., 0] + x[.., 1];
    static readonly Output shift = x[.., 1..] - x[.., ..^1];
    static readonly Output mean = Mean(x, 1);
    static readonly Output norm = Norm(x, keepDims: true);
    static readonly Output largest = ArgMax(x);
    static readonly Output normal = LayerNormalization(axes: 2, affine: false)(x);
    static readonly Output root = RMSNormalization(axes: 2, affine: false)(x);
    static readonly Output unit = UnitNormalization(axis: 1)(x);
    static readonly Output grouped = GroupNormalization(2, affine: false)(Reshape(-1, 3)(x));
    static readonly Output each = InstanceNormalization()(x);
    static readonly Output products = MatMul(x, Permute(2, 1)(y));
    static readonly Output dots = Dot(x, y, 2);
    static readonly Output along = Dot(x, y, 1);
    static readonly Output steps = RepeatVector(T)(x[.., 0]);
    static readonly Output masked = x * ExpandDims(-1)(ids > 0);
    static readonly Output wide = ExpandDims(2)(x) + Squeeze(1)(ExpandDims(1)(ExpandDims(2)(y)));
}

/// <summary>Layers with weights whose sizes the constructor is given.</summary>
[Model]
public partial class AnyBreadth
{
    static readonly Dim    T = Dim.Dynamic();
    static readonly Dim    width = Dim.Parameter(4, multipleOf: 2);
    static readonly Dim    words = Dim.Parameter(10);
    static readonly Input  ids = Input(DType.Int64, T);
    static readonly Input  sound = Input(width, T);
    static readonly Node   vectors = Embedding(words, width, paddingIndex: 3)(ids);
    static readonly Node   token = Weight(1, width);
    static readonly Output sequence = Concatenate(1, token, vectors);
    static readonly Output hidden = Dense(2 * width + 1, Tanh)(vectors);
    static readonly Output heads = EinsumDense("btf,fhd->bthd", [-1, 2, width / 2], biasAxes: "hd")(vectors);
    static readonly Output normal = LayerNormalization()(vectors);
    static readonly Output root = RMSNormalization()(vectors);
    static readonly Output batch = BatchNormalization()(sound);
    static readonly Output grouped = GroupNormalization(2)(sound);
    static readonly Output each = InstanceNormalization(affine: true)(sound);
    static readonly Output split = Reshape(-1, 2, width / 2)(vectors);
    static readonly Output half = vectors[.., .., 1..];
    static readonly Output mixed = EinsumDense("ncl,cd->ndl", [width, -1])(sound);
}

/// <summary>Questions that a constructor answers.</summary>
[Model]
public partial class Fitting
{
    static readonly Dim    width = Dim.Parameter(8);
    static readonly Dim    words = Dim.Parameter(8);
    static readonly Input  x = Input(DType.Int64, 3);
    static readonly Node   vectors = Embedding(words, width, paddingIndex: 5)(x);
    static readonly Node   split = Reshape(3, -1, 4)(vectors);
    static readonly Output normal = GroupNormalization(2)(Permute(2, 1, 3)(split));
    static readonly Output added = vectors + Weight(3, 8);
}
