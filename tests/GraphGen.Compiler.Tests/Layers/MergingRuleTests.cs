using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests.Layers;

public class MergingRuleTests
{
    private static readonly Dictionary<string, Func<Tensor[], Tensor>> s_functions = new()
    {
        ["Add"] = tensors => tensors.Aggregate((a, b) => a.add(b)),
        ["Multiply"] = tensors => tensors.Aggregate((a, b) => a.mul(b)),
        ["Maximum"] = tensors => tensors.Aggregate((a, b) => a.maximum(b)),
        ["Minimum"] = tensors => tensors.Aggregate((a, b) => a.minimum(b)),
        ["Average"] = tensors => tensors.Aggregate((a, b) => a.add(b)).div(tensors.Length),
        ["Subtract"] = tensors => tensors[0].sub(tensors[1]),
        ["Divide"] = tensors => tensors[0].div(tensors[1]),
    };

    public static TheoryData<string> Names => [.. s_functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Merging_takes_what_libtorch_takes_among_shapes_of_as_many_axes(string kind) => TypeSamples.Several
        .Where(types => types.All(type => type.Shape.Rank == types[0].Shape.Rank))
        .Select(types => kind is "Subtract" or "Divide" ? types[..2] : types)
        .Holds(types => Oracle.Agree(kind, new Arguments(), types, s_functions[kind]));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_batch_meets_no_other_axis(string kind)
    {
        Assert.Equal("GG3002", Rule.Infer(kind, Rule.Floats(4), Rule.Floats(3, 4)).ToString());
        Assert.Equal("GG3002", Rule.Infer(kind, Rule.Floats(1, 4), Rule.Floats(4)).ToString());
        Assert.Equal("GG3002", Rule.Infer(kind, Rule.Floats(), Rule.Floats(4)).ToString());
    }

    [Fact]
    public void Concatenation_takes_what_libtorch_takes() => Gen.Select(TypeSamples.Several, Gen.Int[-4, 4])
        .Where(sample => sample.Item1[0].Shape.Resolve(sample.Item2) is not 0)
        .Holds((types, axis) => Oracle.Agree("Concatenate", new Arguments(("axis", axis)), types, tensors => cat(tensors, axis)));

    [Fact]
    public void Stacking_takes_what_libtorch_takes() => Gen.Select(TypeSamples.Several, Gen.Int[-5, 5])
        .Where((types, axis) => axis != 0 && axis != -types[0].Shape.Rank - 1)
        .Holds((types, axis) => Oracle.Agree("Stack", new Arguments(("axis", axis)), types, tensors => stack(tensors, axis)));

    [Theory]
    [InlineData(0, "GG3009 at axis")]
    [InlineData(-4, "GG3009 at axis")]
    [InlineData(4, "GG3009 at axis")]
    [InlineData(1, "(N, 2, 4, 5)")]
    [InlineData(-1, "(N, 4, 5, 2)")]
    public void Stacks_stand_behind_the_batch(int axis, string expected) =>
        Assert.Equal(expected, Rule.Infer("Stack", new Arguments(("axis", axis)), Rule.Floats(4, 5), Rule.Floats(4, 5)).ToString());

    [Theory]
    [InlineData(0, "GG3009 at axis")]
    [InlineData(-3, "GG3009 at axis")]
    [InlineData(3, "GG3009 at axis")]
    [InlineData(1, "(N, 8, 5)")]
    [InlineData(-1, "(N, 4, 10)")]
    public void Examples_are_never_joined(int axis, string expected) =>
        Assert.Equal(expected, Rule.Infer("Concatenate", new Arguments(("axis", axis)), Rule.Floats(4, 5), Rule.Floats(4, 5)).ToString());

    [Fact]
    public void Concatenation_is_along_the_last_axis_and_never_the_batch()
    {
        Assert.Equal("(N, 2, 12)", Rule.Infer("Concatenate", Rule.Floats(2, 3), Rule.Floats(2, 4), Rule.Floats(2, 5)).ToString());
        Assert.Equal("GG3009", Rule.Infer("Concatenate", Rule.Floats(), Rule.Floats()).ToString());
        Assert.Equal("GG3001", Rule.Infer("Concatenate", Rule.Floats(2, 3), Rule.Floats(3)).ToString());
        Assert.Equal("GG3002", Rule.Infer("Concatenate", Rule.Floats(2, 3), Rule.Floats(1, 3)).ToString());
    }

    [Fact]
    public void Messages_name_the_axis_and_its_sizes()
    {
        Assert.Equal(
            "'y' (Concatenate) cannot join 'x1' (N, 32, 30, 30) and 'x2' (N, 16, 28, 30) along axis 1 | axis 2 is 30 and 28 |  | "
            + "'Flatten()' on both, or layers before them that make equal sizes",
            Rule.Infer("Concatenate", new Arguments(("axis", 1)), Rule.Floats(32, 30, 30), Rule.Floats(16, 28, 30)).Messages);
        Assert.Equal(
            "'y' (Add) cannot combine 'x2' (N, 3) and 'x3' (N, 4) | axis 1 is 3 and 4 |  | "
            + "inputs with as many axes, each of the same size in both, or of size 1 in one",
            Rule.Infer("Add", Rule.Floats(1), Rule.Floats(3), Rule.Floats(4)).Messages);
    }

    [Theory]
    [InlineData("Add")]
    [InlineData("Concatenate")]
    public void What_merges_is_no_activation_and_is_not_distributed(string kind)
    {
        Assert.Equal("GG1006 at activation", Rule.Infer("Dense", new Arguments(("units", 3), ("activation", Rule.Layer(kind))), Rule.Floats(4)).ToString());
        Assert.Equal("GG1006 at layer", Rule.Infer("TimeDistributed", new Arguments(("layer", Rule.Layer(kind))), Rule.Floats(5, 4)).ToString());
    }

    [Fact]
    public void Types_are_promoted_as_torch_promotes_them()
    {
        foreach (ElementType a in Enum.GetValues<ElementType>())
        {
            foreach (ElementType b in Enum.GetValues<ElementType>())
            {
                using Tensor result = cat([zeros(1, dtype: Oracle.ToTorch(a)), zeros(1, dtype: Oracle.ToTorch(b))]);
                Assert.Equal(result.dtype, Oracle.ToTorch(TypePromotion.Common(a, b)));
            }
        }
    }
}
