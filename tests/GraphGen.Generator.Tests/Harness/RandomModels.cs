using System.Globalization;

namespace GraphGen.Generator.Tests.Harness;

/// <summary>Valid models by chance: nodes of one shape, made and read in every way.</summary>
internal static class RandomModels
{
    private static readonly string[] s_ofVectors =
    [
        "Dense(4)({0})", "Dense(4, ReLU)({0})", "Dense(4, Sigmoid)(Dense(4)({0}))", "Dense(4, LeakyReLU(0.1))({0})", "Dense(4, GELU)({0})", "shared({0})",
        "ReLU({0})", "Sigmoid({0})", "Tanh({0})", "Softmax({0})", "PReLU()({0})", "ReLU(Dense(4)({0}))", "ReLU(Identity()({0}))", "Identity()({0})",
        "{0} + {1}", "{0} - {0}", "{0} * {1} / 2", "2 - {0}", "-{0}", "Add({0}, {1}, {0})", "Maximum({0}, {1})", "Average({0}, {0})", "Abs({0})", "Sqrt(Square({0}))",
        "ReLU({0} + {1})", "Sigmoid({0} * 2)", "{0}[.., 0..4]", "ReLU({0}[.., ..])", "Reshape(4)({0})", "ReLU(Flatten()(Reshape(2, 2)({0})))", "Permute(1)({0})",
        "Dropout(0.5)({0})", "ReLU(Dropout(0.5)({0}))", "ReLU(BatchNormalization()({0}))", "LayerNormalization()({0})", "Dense(4)(Concatenate({0}, {1}))",
        "{0} * Weight(4)", "Maximum({0}, Constant(0.5))", "{0} * Cast(DType.Float32)({0} > -{1})", "{0} * (0.5 >= {0})", "ReLU(Squeeze(1)(ExpandDims(1)({0})))",
        "Max(Stack(1, {0}, {1}), 1)", "ReLU(Norm(RepeatVector(3)({0}), 1))", "{0} * Dot({0}, {1}, normalize: true)", "Squeeze(1)(MatMul(ExpandDims(1)({0}), Weight(4, 4)))",
        "EinsumDense(\"ab,bc->ac\", 4, ReLU, \"c\")({0})", "RMSNormalization()({0})", "Clip(Pow({0}, 2), 0, 1)", "GaussianNoise(0.1)({0})", "Sin({0}) + Cast(DType.Float32)(ArgMax(Reshape(2, 2)({0}), 1, keepDims: true))[.., 0, ..1]",
        "Mean(Reshape(4, 1)({0}), axis: 2)", "LSTM(4)(Reshape(2, 2)({0}))", "TimeDistributed(Dense(4, ReLU))(Reshape(1, 4)({0}))[.., 0]",
    ];

    private static readonly string[] s_ofImages =
    [
        "Conv2D(2, 3, padding: Padding.Same)({0})", "Conv2D(2, 1, activation: ReLU)({0})", "Conv2D(2, (3, 1), padding: (1, 0), activation: Sigmoid)({0})", "shared({0})",
        "ReLU({0})", "ReLU(Conv2D(2, 1)({0}))", "MaxPooling2D(3, strides: 1, padding: Padding.Same)({0})", "MaxPooling2D(1)(ReLU({0}))", "MaxPooling2D(3, 1, 1)(Conv2D(2, 1, activation: ReLU)({0}))",
        "MaxPooling2D(1)({0}) + {0}", "AveragePooling2D(3, 1, 1)({0})", "ReLU(MaxPooling2D(1)({0}))", "ReLU(MaxPooling2D(2, strides: 1, padding: Padding.Same)({0}))", "MaxPooling2D(2, 1, Padding.Same)(Conv2D(2, 1, activation: ReLU)({0}))", "{0} + {1}", "{0} * 2", "ReLU({0} + {1})", "Tanh({0})", "BatchNormalization()({0})",
        "ReLU(BatchNormalization()({0}))", "Dropout(0.2)({0})", "ReLU(GroupNormalization(2)({0}))", "InstanceNormalization(affine: true)({0})", "ReLU(InstanceNormalization()({0}))", "SpatialDropout2D(0.1)({0})",
        "{0} - ExpandDims(-1)(Max({0}, 3)) + Weight(2, 1, 6)", "Identity()({0})", "Permute(1, 3, 2)({0})", "Conv2D(2, 1)(Concatenate(1, {0}, {1}))", "{0}[.., 0..2, 0..6]", "Reshape(2, 6, 6)(Flatten()({0}))",
        "Conv2DTranspose(2, 2, padding: Padding.Same, activation: ReLU)({0})", "Conv2DTranspose(2, 3, padding: 1)({0})", "ReLU(DepthwiseConv2D(3, padding: 1)({0}))",
        "SeparableConv2D(2, 2, padding: Padding.Same)({0})", "Cropping2D(((1, 0), (0, 1)))(ZeroPadding2D(((0, 1), (1, 0)))({0}))", "ReLU(Cropping2D(0)({0}))",
        "ReLU(ZeroPadding2D(0)({0}))", "Tanh(UpSampling2D(1)({0}))", "MaxPooling2D(2)(UpSampling2D(2, Interpolation.Linear)({0}))", "ReLU(PixelShuffle(1)({0}))",
        "Sigmoid(AdaptiveAveragePooling2D(6)({0}))", "AdaptiveMaxPooling2D((6, 6))(ReLU({0}))",
    ];

    /// <summary>A model <c>M</c>, in which every node reaches an output or a tap.</summary>
    public static string Of(Random random)
    {
        bool ofImages = random.Next(3) == 0;
        string[] makers = ofImages ? s_ofImages : s_ofVectors;
        var fields = new List<string>();
        var nodes = new List<string>();
        var unread = new HashSet<string>();
        int inputs = random.Next(4) == 0 ? 7 : 1 + random.Next(3);
        for (int i = 0; i < inputs; i++) Declare("Input", ofImages ? "Input(2, 6, 6)" : "Input(4)", $"x{i}");
        fields.Add($"    static readonly Layer shared = {(ofImages ? "Conv2D(2, 3, padding: Padding.Same, activation: ReLU)" : "Dense(4, ReLU)")};");
        Make("shared({0})", "Node", "first");
        int count = 1 + random.Next(15);
        for (int i = 0; i < count; i++) Make(makers[random.Next(makers.Length)], random.Next(6) == 0 ? "Output" : "Node", $"n{i}");
        if (random.Next(3) == 0) Make("{0}", "Output", "same");
        if (random.Next(4) == 0)
        {
            Make(makers[random.Next(makers.Length)], "Node", "aside", "[Tap] ");
            unread.Remove("aside");
        }

        string[] rest = [.. unread];
        fields.Add($"    static readonly Output rest = {(rest.Length > 1 ? $"Add({string.Join(", ", rest)})" : $"Abs({rest.Append("n0").First()})")};");
        return $"using GraphGen;\nusing static GraphGen.Layers;\n\n[Model]\npublic partial class M\n{{\n{string.Join("\n", fields)}\n}}\n";

        void Make(string maker, string type, string name, string? attribute = null) =>
            Declare(type, string.Format(CultureInfo.InvariantCulture, maker, Read(), maker.Contains("{1}", StringComparison.Ordinal) ? Read() : ""), name, attribute);

        string Read()
        {
            string node = nodes[Math.Max(0, nodes.Count - 1 - random.Next(random.Next(2) == 0 ? 1 : nodes.Count))];
            unread.Remove(node);
            return node;
        }

        void Declare(string type, string value, string name, string? attribute = null)
        {
            attribute ??= random.Next(8) == 0 ? "[Tap] " : "";
            fields.Add($"    {attribute}static readonly {type} {name} = {value};");
            nodes.Add(name);
            unread.Add(name);
        }
    }
}
