using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

/// <summary>Weights that are nodes: a token in front of a sequence, positions, a temperature.</summary>
[Model]
public partial class WithWeights
{
    static readonly Input  x = Input(3, 4);
    [Name("class_token")]
    static readonly Node   token = Weight(1, 4);
    static readonly Node   positions = Weight(4, 4);
    static readonly Node   Scale = Weight(1, 1);
    static readonly Output sequence = Concatenate(1, token, x) + positions;
    static readonly Output scaled = ReLU(x * Scale);
    static readonly Output bare = Squeeze(1)(Dense(1)(Weight(5))) + Mean(x) * Constant(0) + Weight();
}

/// <summary>Numbers, comparisons and conversions.</summary>
[Model]
public partial class WithNumbers
{
    static readonly Input  x = Input(3);
    static readonly Input  y = Input(3);
    static readonly Input  ids = Input(DType.Int64, 3);
    static readonly Input  half = Input(DType.Float16, 3);
    static readonly Node   threshold = Constant(0.5);
    static readonly Output above = x > threshold;
    static readonly Output below = 0.5 > x;
    static readonly Output atLeast = x >= y;
    static readonly Output atMost = ids <= 2;
    static readonly Output lower = y < x;
    static readonly Output noMore = 2 <= ids;
    static readonly Output equal = Equal(ids, 2);
    static readonly Output unequal = NotEqual(x, y);
    static readonly Output greater = Greater(x, 0.25);
    static readonly Output greaterEqual = GreaterEqual(ids, 2);
    static readonly Output less = Less(x, y);
    static readonly Output lessEqual = LessEqual(x, Constant(0.5));
    static readonly Output clipped = Maximum(Constant(0), Minimum(x, Constant(0.5)));
    static readonly Output kept = x * (x > 0);
    static readonly Output counted = Sum(x > 0);
    static readonly Output shifted = ids + Constant(1);
    static readonly Output halved = half * Constant(2);
    static readonly Output whole = Cast(DType.Int32)(x * 10);
    static readonly Output model = Cast(DType.Float32)(ids);
    static readonly Output same = Cast(DType.Float32)(x);
    static readonly Output wide = Cast(DType.Float64)(x);
    static readonly Output truth = Cast(DType.Bool)(ids);
}

/// <summary>Types that meet, of which the model's is one, and which torch promotes to another for each model.</summary>
[Model]
public partial class MixedTypes
{
    static readonly Input  x = Input(3);
    static readonly Input  half = Input(DType.Float16, 3);
    static readonly Input  brain = Input(DType.BFloat16, 3);
    static readonly Input  wide = Input(DType.Float64, 3);
    static readonly Input  z = Input(DType.ComplexFloat32, 3);
    static readonly Input  ids = Input(DType.Int64, 3);
    static readonly Output ofHalves = half + brain;
    static readonly Output withHalf = Add(x, half, brain);
    static readonly Output less = half - x;
    static readonly Output times = brain * x;
    static readonly Output quotient = ids / half;
    static readonly Output mean = Average(ids, x, half);
    static readonly Output largest = Maximum(half, brain);
    static readonly Output joined = Concatenate(half, x, brain);
    static readonly Output stacked = Stack(1, brain, half);
    static readonly Output complex = x + z;
    static readonly Output doubled = Multiply(x, wide, half);
    static readonly Output more = Dense(2)(half + brain);
}
