using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests.Layers;

/// <summary>Dot products and matrix products.</summary>
public class ProductRuleTests
{
    /// <summary>Two tensors of which some axes agree, and now and then not.</summary>
    private static readonly Gen<TensorType[]> s_pairs =
        from ranks in Gen.Int[0, 3].Array[2]
        from sizes in Gen.Long[1, 3].Array[6]
        from element in TypeSamples.Element
        from other in Gen.Frequency((9, Gen.Const(element)), (1, TypeSamples.Element))
        select new[] { Rule.Of(element, sizes[..ranks[0]]), Rule.Of(other, sizes[3..(3 + ranks[1])]) };

    [Fact]
    public void Dot_products_are_what_libtorch_makes_of_them() => Gen.Select(s_pairs, Gen.Int[-3, 3])
        .Where((types, axis) => types.All(type => type.Shape.Resolve(axis) is not 0))
        .Holds((types, axis) => Oracle.Agree("Dot", new Arguments(("axis", axis)), types, tensors => Dot(tensors[0], tensors[1], axis)));

    [Fact]
    public void Cosines_are_of_floating_numbers()
    {
        Arguments arguments = new(("normalize", true));
        Assert.Equal("(N, 1)", Rule.Infer("Dot", arguments, Rule.Floats(3), Rule.Floats(3)).ToString());
        Assert.Equal("GG3008", Rule.Infer("Dot", arguments, Rule.Of(ElementType.Int64, 3), Rule.Of(ElementType.Int64, 3)).ToString());
    }

    [Theory]
    [InlineData(-1, new long[] { 3 }, new long[] { 3 }, "(N, 1)")]
    [InlineData(1, new long[] { 5, 2 }, new long[] { 5, 3 }, "(N, 2, 3)")]
    [InlineData(-1, new long[] { 5, 2 }, new long[] { 2 }, "(N, 5)")]
    [InlineData(2, new long[] { 5, 2, 4 }, new long[] { 6, 2 }, "(N, 5, 4, 6)")]
    [InlineData(0, new long[] { 3 }, new long[] { 3 }, "GG3009 at axis")]
    [InlineData(-2, new long[] { 3, 3 }, new long[] { 3 }, "GG3009 at axis")]
    [InlineData(2, new long[] { 3, 3 }, new long[] { 3 }, "GG3009 at axis")]
    [InlineData(1, new long[] { 3, 3 }, new long[] { 4, 3 }, "GG3002")]
    public void Dot_products_leave_the_other_axes(int axis, long[] a, long[] b, string expected) =>
        Assert.Equal(expected, Rule.Infer("Dot", new Arguments(("axis", axis)), Rule.Floats(a), Rule.Floats(b)).ToString());

    [Fact]
    public void An_equation_has_only_so_many_letters()
    {
        long[] ones = [.. Enumerable.Repeat(1L, 30)];
        Assert.Equal("GG3001", Rule.Infer("Dot", Rule.Floats(ones), Rule.Floats(ones)).ToString());
        Assert.Equal("(N, " + string.Join(", ", Enumerable.Repeat(1, 48)) + ")", Rule.Infer("Dot", Rule.Floats(ones[..25]), Rule.Floats(ones[..25])).ToString());
    }

    [Fact]
    public void Matrix_products_are_what_libtorch_makes_of_them() =>
        (from matrices in Gen.Long[1, 3].Array[4]
         from leading in Gen.Long[1, 2].Array[0, 2]
         from stretched in Gen.Int[0, 5].Array[4]
         from element in TypeSamples.Element
         from other in Gen.Frequency((9, Gen.Const(element)), (1, TypeSamples.Element))
         let agrees = stretched[0] > 0
         let a = leading.Select((size, i) => stretched[i] == 1 ? 1 : size).Concat([matrices[0], matrices[1]])
         let b = leading.Select((size, i) => stretched[i + 2] == 1 ? 1 : size).Concat([agrees ? matrices[1] : matrices[2], matrices[3]])
         select new[] { Rule.Of(element, [.. a]), Rule.Of(other, [.. b]) })
        .Holds(types => Oracle.Agree("MatMul", new Arguments(), types, tensors => Multiply(tensors[0], tensors[1])));

    [Theory]
    [InlineData(new long[] { 2, 3 }, new long[] { 3, 4 }, "(N, 2, 4)")]
    [InlineData(new long[] { 5, 2, 3 }, new long[] { 1, 3, 4 }, "(N, 5, 2, 4)")]
    [InlineData(new long[] { 3 }, new long[] { 3, 4 }, "GG3001")]
    [InlineData(new long[] { 2, 3 }, new long[] { 3 }, "GG3001")]
    [InlineData(new long[] { 5, 2, 3 }, new long[] { 3, 4 }, "GG3002")]
    [InlineData(new long[] { 5, 2, 3 }, new long[] { 4, 3, 4 }, "GG3002")]
    [InlineData(new long[] { 2, 3 }, new long[] { 4, 3 }, "GG3002")]
    public void Matrices_follow_the_rules(long[] a, long[] b, string expected) =>
        Assert.Equal(expected, Rule.Infer("MatMul", Rule.Floats(a), Rule.Floats(b)).ToString());

    [Fact]
    public void Messages_say_what_does_not_agree()
    {
        Assert.Equal(
            "'y' (MatMul) cannot sum products along axis 2 of 'x1' (N, 2, 3) and axis 1 of 'x2' (N, 4, 3) | they are 3 and 4 |  | "
            + "'Permute(...)' on one, or layers before them that make equal sizes",
            Rule.Infer("MatMul", Rule.Floats(2, 3), Rule.Floats(4, 3)).Messages);
        Assert.Equal(
            "'y' (MatMul) cannot combine 'x1' (N, 5, 2, 3) and 'x2' (N, 3, 4) | they have 4 and 3 axes, so that the batch of the one would meet axis 1 of the other |  | "
            + "inputs with as many axes, each of the same size in both, or of size 1 in one",
            Rule.Infer("MatMul", Rule.Floats(5, 2, 3), Rule.Floats(3, 4)).Messages);
        Assert.Equal(
            "'y' (Dot) takes two nodes of one element type | 'x1' (N, 3) has Float32, and 'x2' (N, 3) Int64 Int64 |  | 'Cast(DType.Float32)' on 'x2'",
            Rule.Infer("Dot", Rule.Floats(3), Rule.Of(ElementType.Int64, 3)).Messages);
    }

    /// <summary>As torch's documentation of <c>matmul</c> has it, of as many axes. (TorchSharp's own ends the process where libtorch refuses.)</summary>
    private static Tensor Multiply(Tensor a, Tensor b)
    {
        long[] leading = [.. a.shape[..^2].Zip(b.shape[..^2], Math.Max)];
        Tensor x = a.expand([.. leading, .. a.shape[^2..]]).reshape([-1, .. a.shape[^2..]]);
        Tensor y = b.expand([.. leading, .. b.shape[^2..]]).reshape([-1, .. b.shape[^2..]]);
        return x.bmm(y).reshape([.. leading, a.size(-2), b.size(-1)]);
    }

    /// <summary>As Keras's documentation of <c>batch_dot</c> has it: the other axes of the first, then those of the second; or one axis of 1.</summary>
    private static Tensor Dot(Tensor a, Tensor b, int axis)
    {
        if (a.dtype != b.dtype) throw new ArgumentException("Products do not promote.");
        Tensor x = a.movedim([axis], [-1]);
        Tensor y = b.movedim([axis], [1]);
        long[] rows = x.shape[1..^1];
        long[] columns = y.shape[2..];
        Tensor product = x.reshape(x.size(0), -1, x.size(-1)).bmm(y.reshape(y.size(0), y.size(1), -1));
        long[] kept = [.. rows, .. columns];
        return product.reshape([product.size(0), .. kept.Length == 0 ? [1] : kept]);
    }
}
