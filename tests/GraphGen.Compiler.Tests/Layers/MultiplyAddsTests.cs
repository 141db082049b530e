using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests.Layers;

/// <summary>What one application costs for one example, against calculations by hand.</summary>
public class MultiplyAddsTests
{
    private static readonly Dim s_steps = Dim.Symbol(new DimSymbol("T", SymbolKind.Dynamic, Min: 1));

    [Fact]
    public void Matrix_products_cost_each_product()
    {
        AssertCost(5 * 3, "Dense", [("units", 3)], Rule.Floats(5));
        AssertCost(4 * 6 * 5 * 3, "Dense", [("units", 3)], Rule.Floats(4, 6, 5));
        AssertCost(2 * 7 * 3 * 5, "MatMul", [], Rule.Floats(2, 7, 3), Rule.Floats(2, 3, 5));
        AssertCost(6, "Dot", [], Rule.Floats(6), Rule.Floats(6));
        AssertCost(2 * 3 * 7, "Dot", [("axis", 1)], Rule.Floats(7, 2), Rule.Floats(7, 3));
        AssertCost(4 * 5 * 2 * 3, "EinsumDense", [("equation", "abc,cde->abde"), ("outputShape", new[] { 4, 2, 3 })], Rule.Floats(4, 5));
    }

    [Fact]
    public void Convolutions_cost_a_window_for_each_element_of_the_result()
    {
        AssertCost(8 * 6 * 6 * (3 * 3 * 3), "Conv2D", [("filters", 8), ("kernel", new[] { 3, 3 })], Rule.Floats(3, 8, 8));
        AssertCost(8 * 4 * (2 * 3), "Conv1D", [("filters", 8), ("kernel", new[] { 3 }), ("strides", new[] { 2 }), ("padding", Rule.Same), ("groups", 2)], Rule.Floats(4, 8));
        AssertCost(8 * 3 * 3 * 3 * (2 * 2 * 2 * 2), "Conv3D", [("filters", 8), ("kernel", new[] { 2, 2, 2 })], Rule.Floats(2, 4, 4, 4));
        AssertCost(6 * 6 * 6 * (3 * 3), "DepthwiseConv2D", [("kernel", new[] { 3, 3 }), ("multiplier", 2)], Rule.Floats(3, 8, 8));
        AssertCost((6 * 6 * 6 * 9) + (5 * 6 * 6 * 6), "SeparableConv2D", [("filters", 5), ("kernel", new[] { 3, 3 }), ("multiplier", 2)], Rule.Floats(3, 8, 8));
        AssertCost(4 * 5 * 5 * (6 * 3 * 3), "Conv2DTranspose", [("filters", 6), ("kernel", new[] { 3, 3 }), ("strides", new[] { 2, 2 })], Rule.Floats(4, 5, 5));
        AssertCost(4 * 5 * (3 * 3), "Conv1DTranspose", [("filters", 6), ("kernel", new[] { 3 }), ("groups", 2)], Rule.Floats(4, 5));
    }

    [Fact]
    public void Recurrent_layers_cost_their_matrices_at_each_step()
    {
        AssertCost(7 * 4 * 5 * (3 + 5), "LSTM", [("units", 5)], Rule.Floats(7, 3));
        AssertCost(7 * 3 * 5 * (3 + 5 + 5 + 5), "GRU", [("units", 5), ("layers", 2)], Rule.Floats(7, 3));
        AssertCost(7 * 5 * (3 + 5), "SimpleRNN", [("units", 5)], Rule.Floats(7, 3));
        AssertCost(2 * 7 * 4 * 5 * (3 + 5), "Bidirectional", [("layer", Rule.Unnamed("LSTM", ("units", 5)))], Rule.Floats(7, 3));
        AssertCost(2 * 7 * 4 * 5 * (3 + 5), "Bidirectional", [("layer", Rule.Layer("LSTM", ("units", 5)))], Rule.Floats(7, 3));
        AssertCost(7 * 3 * 2, "TimeDistributed", [("layer", Rule.Unnamed("Dense", ("units", 2)))], Rule.Floats(7, 3));
    }

    [Fact]
    public void Attention_costs_scores_and_means_and_its_projections()
    {
        TensorType query = Rule.Floats(5, 8), memory = Rule.Floats(7, 6);
        AssertCost((5 * 7 * 8) + (5 * 7 * 3), "ScaledDotProductAttention", [], query, Rule.Floats(7, 3), Rule.Floats(7, 8));
        AssertCost((5 * 7 * 8) + (5 * 7 * 3), "AdditiveAttention", [], query, Rule.Floats(7, 3), Rule.Floats(7, 8));
        AssertCost((4 * 5 * 8 * 8) + (2 * 5 * 5 * 8), "MultiHeadAttention", [("heads", 2)], query);
        AssertCost(
            (5 * 8 * 12) + (7 * 6 * 12) + (7 * 6 * 12) + (5 * 12 * 8) + (2 * 5 * 7 * 12), "MultiHeadAttention", [("heads", 2), ("keyDim", 6)], query, memory);
    }

    [Fact]
    public void Normalizations_cost_a_square_and_a_scale_for_each_element()
    {
        AssertCost(3 * 4, "BatchNormalization", [], Rule.Floats(3, 4));
        foreach (string kind in new[] { "LayerNormalization", "RMSNormalization", "InstanceNormalization" }) AssertCost(2 * 3 * 4, kind, [], Rule.Floats(3, 4));
        AssertCost(2 * 4 * 4, "GroupNormalization", [("groups", 2)], Rule.Floats(4, 4));
        AssertCost(2 * 3 * 4, "UnitNormalization", [], Rule.Floats(3, 4));
        AssertCost(3 * 4, "Norm", [], Rule.Floats(3, 4));
    }

    [Fact]
    public void Interpolation_costs_a_mean_of_the_neighbours()
    {
        AssertCost(0, "UpSampling2D", [("size", new[] { 2, 2 })], Rule.Floats(3, 4, 4));
        AssertCost(3 * 8 * 8 * 4, "UpSampling2D", [("size", new[] { 2, 2 }), ("interpolation", new Linking.NamedValue("Interpolation", "Linear"))], Rule.Floats(3, 4, 4));
        AssertCost(3 * 8 * 8 * 16, "UpSampling2D", [("size", new[] { 2, 2 }), ("interpolation", new Linking.NamedValue("Interpolation", "Bicubic"))], Rule.Floats(3, 4, 4));
    }

    [Fact]
    public void Functions_of_elements_and_moves_cost_nothing()
    {
        foreach (string kind in new[] { "ReLU", "GELU", "Softmax", "Flatten", "Identity", "Exp", "Mean", "MaxPooling1D", "GlobalAveragePooling1D" })
            AssertCost(0, kind, kind == "MaxPooling1D" ? [("pool", new[] { 2 })] : [], Rule.Floats(3, 4));
        AssertCost(0, "Multiply", [], Rule.Floats(3), Rule.Floats(3));
        AssertCost(0, "Embedding", [("vocabulary", 9), ("dimension", 4)], Rule.Of(ElementType.Int64, 6));
    }

    [Fact]
    public void Open_dimensions_stay_open()
    {
        var sequence = new TensorType(new Shape([Dim.Batch, s_steps, 4]), ElementType.Float32);
        AssertCost(12 * s_steps, "Dense", [("units", 3)], sequence);
        AssertCost(5 * 4 * (4 + 5) * s_steps, "LSTM", [("units", 5)], sequence);
        AssertCost(8 * s_steps * s_steps, "ScaledDotProductAttention", [], sequence);
    }

    [Fact]
    public void What_is_too_much_to_count_is_not_known() => AssertCost(null, "Dense", [("units", 1 << 20)], Rule.Floats(1L << 40, 1 << 20));

    private static void AssertCost(Dim? expected, string kind, (string Name, object? Value)[] arguments, params TensorType[] inputs)
    {
        Outcome outcome = Rule.Infer(kind, new Arguments(arguments), inputs);
        Assert.NotNull(outcome.Node.Type);
        Assert.Equal(expected, outcome.Node.MultiplyAdds);
    }
}
