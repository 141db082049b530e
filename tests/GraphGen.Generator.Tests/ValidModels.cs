using GraphGen.Generator.Tests.Harness;

namespace GraphGen.Generator.Tests;

/// <summary>Models that are in order, and whose names, places and forms are those in which generated code could go wrong. Written in C# 9.</summary>
internal static class ValidModels
{
    private const string Header = """
        using GraphGen;
        using static GraphGen.Layers;


        """;

    public static IEnumerable<ModelSource> All =>
    [
        new("Plain", Header + """
            [Model]
            public partial class Plain
            {
                static readonly Input x = Input(4);
                static readonly Output y = Dense(2)(x);
            }
            """),
        new("Keywords", Header + """
            [Model]
            internal partial class @class
            {
                static readonly Input @event = Input(4);
                static readonly Layer record = Dense(4, ReLU);
                static readonly Node @new = record(@event);
                static readonly Node field = Dense(4)(@new);
                static readonly Node value = ReLU(field);
                static readonly Node @null = value + 1;
                static readonly Node var = Dense(4)(@null);
                static readonly Node @await = Sigmoid(var);
                static readonly Output @return = record(@await);
                static readonly Output partial = Dense(1)(@await);
            }
            """),
        new("Letters", Header + """
            namespace Модели.@namespace
            {
                [Model]
                public partial class Größe
                {
                    static readonly Input вход = Input(4);
                    static readonly Node schön = Dense(4, ReLU)(вход);
                    static readonly Node 層 = Dense(4, ReLU)(schön);
                    static readonly Node é = Dense(4, ReLU)(層);
                    static readonly Node _ = Dense(3)(é);
                    static readonly Node __ = Dense(3)(_);
                    static readonly Node _1 = Dense(3)(__);
                    static readonly Output ǆ = Dense(2)(_1);
                }
            }
            """),
        new("Names", Header + """
            [Model]
            public partial class Names
            {
                static readonly Input device = Input(3);
                static readonly Input dtype = Input(3);
                static readonly Input inputs = Input(3);
                static readonly Node input = device + dtype;
                static readonly Node outputs = Dense(3, ReLU)(input);
                static readonly Node Output = Dense(3, ReLU)(outputs);
                static readonly Node hidden = Dense(3, ReLU)(Output);
                static readonly Node Hidden = Dense(3, ReLU)(hidden);
                static readonly Node HiddenLayer = Dense(3, ReLU)(Hidden);
                static readonly Node _elementType = Dense(3)(HiddenLayer);
                static readonly Node _Hidden = Dense(3)(_elementType);
                static readonly Node GraphDescription = Dense(3)(_Hidden);
                static readonly Node forward_ = Dense(3)(GraphDescription);
                static readonly Node non_blocking = Dense(3)(forward_);
                static readonly Node Value = Dense(3)(non_blocking);
                static readonly Node graph = Dense(3)(Value);
                static readonly Node summary = Dense(3)(graph);
                static readonly Node getLayer = Dense(3)(summary);
                static readonly Node toString = Dense(3)(getLayer);
                static readonly Node dense = Dense(3)(toString);
                static readonly Node sigmoid = Dense(3, Sigmoid)(dense);
                static readonly Node reLU = Dense(3)(sigmoid);
                static readonly Node names = Dense(3)(reLU);
                static readonly Node global = Dense(3)(names);
                static readonly Node torchSharp = Dense(3)(global);
                static readonly Node system = Dense(3)(torchSharp);
                static readonly Node merged = system + inputs;
                static readonly Output output = Dense(3)(merged);
                static readonly Output Item7 = Dense(3)(merged);
                static readonly Output rest = Dense(3)(merged);
                static readonly Output Rest = Dense(3)(merged);
                static readonly Output deconstruct = Dense(3)(merged);
                static readonly Output equalityContract = Dense(3)(merged);
            }
            """),
        new("TakenTypes", Header + """
            namespace System
            {
                namespace TorchSharp
                {
                    [Model]
                    public partial class Tensor
                    {
                        static readonly Input x = Input(4);
                        static readonly Output y = Dense(2)(x);
                    }
                }
            }
            """),
        new("Nested", Header + """
            namespace A.B
            {
                /// <summary>S.</summary>
                public partial struct S<T> where T : struct
                {
                    /// <summary>I.</summary>
                    public partial interface I<@class>
                    {
                        /// <summary>R.</summary>
                        public partial record R(int Number)
                        {
                            /// <summary>C.</summary>
                            internal static partial class C
                            {
                                /// <summary>A model far inside.</summary>
                                [Model]
                                public sealed partial class Deep
                                {
                                    static readonly Input x = Input(4);
                                    static readonly Output y = Dense(2)(x);
                                }
                            }
                        }
                    }
                }

                internal readonly ref partial struct Q
                {
                    [Model]
                    private partial class Deep
                    {
                        static readonly Input x = Input(4);
                        static readonly Output y = Dense(2)(x);
                    }
                }

                internal partial class Q<T>
                {
                    [Model]
                    protected partial class Deep
                    {
                        static readonly Input x = Input(4);
                        static readonly Output y = Dense(2)(x);
                    }
                }
            }
            """),
        new("ManyInputs", Header + """
            [Model]
            public partial class ManyInputs
            {
                static readonly Input a = Input(2);
                static readonly Input b = Input(2);
                static readonly Input c = Input(2);
                static readonly Input d = Input(2);
                static readonly Input e = Input(2);
                static readonly Input inputs = Input(2);
                static readonly Input Inputs1 = Input(2);
                static readonly Output sum = a + b + c + d + e + inputs + Inputs1;
            }

            [Model]
            public partial class ManyOfBoth
            {
                static readonly Input a = Input(2);
                static readonly Input A = Input(2);
                static readonly Input _a = Input(2);
                static readonly Input d = Input(2);
                static readonly Input e = Input(2);
                static readonly Input f = Input(2);
                static readonly Input g = Input(DType.Int64);
                static readonly Output sum = a + A + _a + d + e + f;
                static readonly Output same = g;
                static readonly Output result = Dense(1)(sum);
            }
            """),
        new("SixInputs", Header + """
            [Model]
            public partial class SixInputs
            {
                static readonly Input a = Input(2);
                static readonly Input b = Input(2);
                static readonly Input c = Input(2);
                static readonly Input d = Input(2);
                static readonly Input e = Input(2);
                static readonly Input f = Input(2);
                static readonly Output sum = a + b + c + d + e + f;
                static readonly Output difference = a - b - c - d - e - f;
            }
            """),
        new("OutputsOfOneNode", Header + """
            [Model]
            public partial class OutputsOfOneNode
            {
                static readonly Input x = Input(2);
                static readonly Node hidden = Dense(2, ReLU)(x);
                static readonly Output same = x;
                static readonly Output again = x;
                static readonly Output first = hidden;
                static readonly Output second = hidden;
                static readonly Output third = first;
                static readonly Output result = Dense(2, Sigmoid)(hidden);
                static readonly Output positive = ReLU(result);
            }

            [Model]
            public partial class Nothing
            {
                static readonly Input x = Input(DType.Int32, 2);
                static readonly Output y = x;
            }
            """),
        new("Sharing", Header + """
            [Model]
            public partial class Sharing
            {
                static readonly Layer activation = ReLU;
                static readonly Layer encoder = Dense(4, activation);
                static readonly Input a = Input(4);
                static readonly Input b = Input(4);
                static readonly Node code1 = encoder(a);
                static readonly Node code2 = encoder(encoder(b));
                [Name("renamed \"layer\" \\ \t")] static readonly Node distance = Dense(4)(code1 - code2);
                [Name("summe")] static readonly Output sum = Dense(1)(Dense(2)(Dense(3)(distance)));
                static readonly Output part = distance[.., 1..3];
                static readonly Output one = distance[.., ^1];
            }
            """),
        new("BackToFront", Header + """
            [Model]
            public partial class BackToFront
            {
                static readonly Output output = Dense(units, activation: ReLU)(hidden);
                static readonly Node hidden = Dense(2 * units, ReLU)(input);
                static readonly Input input = Input(units);
                const int units = 5;
            }
            """),
        new("Initializers", Header + """
            [Model]
            public partial class Initializers
            {
                static readonly Initializer initializer = Init.Uniform(b: 0.5, a: -1);
                static readonly Input input = Input(4, 5);
                static readonly Input words = Input(DType.Int32, 4);
                static readonly Node init = Dense(5, PReLU(), initializer: Init.Normal(1e-3))(input);
                static readonly Node initialization = LSTM(5, returnSequences: true, layers: 2, initializer: Init.Orthogonal)(init);
                static readonly Node embedded = Embedding(9, 5, 3, Init.Constant(-2))(words);
                static readonly Node padded = Embedding(9, 5, 0, null)(words);
                static readonly Node conv = Conv1D(4, 3, padding: 1, initializer: initializer)(padded);
                static readonly Output output = Dense(1, initializer: Init.Zeros)(initialization + embedded + conv);
            }
            """),
        new("Frozen", Header + """
            [Model]
            public partial class Frozen
            {
                [Name("key"), Frozen] static readonly Layer @if = Dense(4, PReLU());
                static readonly Input x = Input(3, 4);
                static readonly Node freeze = @if(x), unfreeze = TimeDistributed(@if)(freeze);
                [Frozen] static readonly Node weightsOf = Dense(4)(unfreeze), GetLayer_ = BatchNormalization(affine: false)(weightsOf);
                static readonly Node WeightsOf = Dense(4)(GetLayer_);
                [GraphGen.Frozen] static readonly Output y = TimeDistributed(LSTM(4))(Reshape(3, 2, 2)(WeightsOf));

                /// <summary>Freezes many layers.</summary>
                public void Freeze(params string[] names)
                {
                    foreach (string name in names) Freeze(name);
                }
            }
            """),
        new("Weights", Header + """
            [Model]
            public partial class Weights
            {
                static readonly Input x = Input(4);
                [Frozen] static readonly Node scale = Weight(4);
                [Name("Shift")] static readonly Node shift = Weight(4);
                static readonly Node _weightsOf = Weight(1);
                static readonly Node @event = Weight(4) * scale + shift;
                static readonly Output y = Dense(2)(x * @event + _weightsOf);
            }

            [Model]
            internal partial class OfNumbersAlone
            {
                static readonly Input x = Input(DType.Int64, 4);
                static readonly Output y = x + Constant(double.NegativeInfinity);
                static readonly Output z = Greater(x, 2);
            }
            """),
        new("Taps", Header + """
            [Model]
            public partial class Tapped
            {
                [Tap] static readonly Input @in = Input(1, 8, 8);
                [Tap] static readonly Node @float = Conv2D(4, 3)(@in), taps = ReLU(@float), _taps = MaxPooling2D(2)(taps);
                static readonly Node features = Flatten()(_taps);
                [Tap] static readonly Node aside = Dense(3)(features), Item1 = Dense(2)(aside), same = taps;
                [Tap, Frozen] static readonly Output @out = Dense(2)(features);
                [Tap] static readonly Output again = @out;

                /// <summary>Features of two.</summary>
                public TorchSharp.torch.Tensor Features(TorchSharp.torch.Tensor x, TorchSharp.torch.Tensor y) => Features(x).aside + Features(y).aside + Taps["aside"];
            }
            """),
        new("NoTaps", Header + """
            [Model]
            public partial class NoTaps
            {
                static readonly Input x = Input(4);
                static readonly Node features = Dense(3)(x), taps = Dense(3)(features);
                static readonly Output y = Dense(1)(taps);

                /// <summary>The names of two modules.</summary>
                public string Names => Features.GetName() + Taps.GetName();
            }
            """),
        new("ManyTapped", Header + """
            [Model]
            public partial class ManyTapped
            {
                [Tap] static readonly Input a = Input(1), b = Input(1), c = Input(1), d = Input(1), e = Input(1), f = Input(1), inputs = Input(1);
                static readonly Output y = a + b + c + d + e + f + inputs;
            }
            """),
        new("States", Header + """
            [Model]
            public partial class States
            {
                static readonly Input source = Input(6, 3), target = Input(4, 3);
                static readonly Recurrent reader = LSTM(5);
                static readonly Node hidden = Bidirectional(reader)(source), encoded_hidden = Bidirectional(GRU(2, layers: 2), Merge.Average)(source);
                static readonly State state = StateOf(hidden), other = StateOf(encoded_hidden);
                static readonly Node decoded = LSTM(10, returnSequences: true)(target, state);
                static readonly Node zeros = SimpleRNN(2, layers: 2, reverse: true)(target, other);
                static readonly Node Hidden_ = Hidden(state) + Cell(state);
                static readonly Output last = Concatenate(reader(target), zeros, Hidden_, Hidden(other), decoded[.., ^1]);
            }
            """),
        new("Attends", Header + """
            [Model]
            public partial class Attends
            {
                static readonly Input query = Input(6, 4), value = Input(5, 4), mask = Input(DType.Bool, 6, 5);
                static readonly Attention attend = MultiHeadAttention(2, dropout: 0.1);
                static readonly Node self = attend(query), cross = attend(query, value), masked = attend(query, value, mask: mask);
                static readonly Node scaled = ScaledDotProductAttention(causal: true)(query, key: value, value: value);
                static readonly Output y = self + cross + masked + scaled + AdditiveAttention()(query, value, null, mask);
            }
            """),
        new("OtherMembers", Header + """
            /// <summary>A model with members of the user's own, &lt;and&gt; a comment.</summary>
            [Model]
            public partial class OtherMembers
            {
                static readonly Input x = Input(4);
                static readonly Output y = Dense(2)(x);
                private readonly string path = "";

                /// <summary>With a path.</summary>
                /// <param name="path">The path.</param>
                public OtherMembers(string path)
                    : this(device: null) => this.path = path;

                /// <summary>A summary of some width.</summary>
                public string Summary(int width) => Summary() + path + width;

                /// <summary>Another forward.</summary>
                public TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor x, bool twice) => twice ? forward(forward(x)) : forward(x);
            }
            """),
        new("Helpers", "using System;\nusing System.Collections.Generic;\nusing System.Linq;\n" + Header + """
            [Model]
            public partial class Helpers
            {
                private enum Kind
                {
                    Plain,
                    Bottleneck,
                }

                const int Classes = 10;
                static readonly (int Filters, int Count)[] s_stages = { (8, 1), (16, 2) };
                static readonly Input picture = Input(3, 16, 16);
                static readonly Node stem = Normalized(Conv2D(8, 3, padding: Padding.Same)(picture), true);
                static readonly Node body = Stages(stem, Kind.Plain);
                [Name("second")] static readonly Node other = Stages(stem, kind: Kind.Bottleneck);
                static readonly Output digit = Head(body, other, units: new[] { 2 * Classes, Classes });

                static Node Stages(Node x, Kind kind)
                {
                    foreach (var (filters, count) in s_stages)
                    {
                        for (int i = 0; i < count; i++)
                        {
                            int stride = i == 0 && filters > 8 ? 2 : 1;
                            x = kind switch
                            {
                                Kind.Plain => Block(x, filters, stride),
                                Kind.Bottleneck when filters % 4 == 0 => Block(Conv2D(filters / 4, kernel: 1)(x), filters, stride),
                                _ => throw new ArgumentOutOfRangeException(nameof(kind)),
                            };
                        }
                    }

                    return x;
                }

                static Node Block(Node x, int filters, int stride = 1)
                {
                    Node @short = Conv2D(filters, kernel: 1, strides: stride)(x), @long = x;
                    int i = 0;
                    do
                    {
                        @long = Normalized(Conv2D(filters, kernel: 3, strides: i == 0 ? stride : 1, padding: 1)(@long), i != 1);
                    }
                    while (++i < 2);
                    return ReLU(@short + @long);
                }

                static Node Normalized(Node x, bool isActive)
                {
                    Node normal = BatchNormalization()(x);
                    if (!isActive) return normal;
                    return ReLU(normal);
                }

                static Node Head(Node a, Node b, params int[] units)
                {
                    Layer pool = GlobalAveragePooling2D();
                    (Node left, Node right) = (pool(a), pool(b));
                    var parts = new List<Node> { left, right };
                    parts.Add(left * 0.5 - right);
                    Node joined = Concatenate(parts.ToArray());
                    switch (units.Length)
                    {
                        case 0:
                            return joined;
                        case > 5:
                            throw new ArgumentException($"too many: {units.Length}");
                        default:
                            joined = Dropout(Math.Min(0.5, Math.Sqrt(0.04)))(joined);
                            break;
                    }

                    while (units.Length > 0)
                    {
                        joined = Dense(units[0], units.Length == 1 ? Softmax : ReLU)(joined);
                        units = units[1..];
                    }

                    return Last(joined);

                    static Node Last(Node node) => node;
                }
            }
            """),
        new("HelpersElsewhere", Header + """
            namespace Networks
            {
                using static Blocks.Mlp;

                [Model]
                internal partial class Perceptron
                {
                    static readonly Dim width = Dim.Parameter(12, min: 2);
                    static readonly Input x = Input(4);
                    static readonly Layer shared = Make(width / 2);
                    static readonly Output y = Blocks.Mlp.Stack(x.Twice(shared), width, depth: 3);
                    static readonly Output z = Stack(x.Twice(shared)).Twice(Make(5));
                }
            }

            namespace Blocks
            {
                internal static class Mlp
                {
                    private const double Slope = 0.1;
                    private static readonly Dim s_least = 4;

                    public static Layer Make(Dim units) => Dense(units + s_least - 4, LeakyReLU(Slope));

                    public static Node Twice(this Node node, Layer layer) => layer(node) is { } first ? Concatenate(first, ReLU(first)) : node;

                    public static Node Stack(Node node, Dim? width = null, int depth = 1)
                    {
                        for (int i = 0; i < depth; i++)
                        {
                            Layer layer = Make(width ?? s_least);
                            node = layer(node);
                        }

                        return node;
                    }
                }
            }
            """),
        new("Parts", Header + """
            /// <summary>In parts.</summary>
            public partial class Parts
            {
                static readonly Input x = Input(4);
            }

            [Model(ChannelsLast = false)]
            public partial class Parts
            {
                static readonly Output y = Dense(2)(x);
            }

            /// <summary>The last part.</summary>
            partial class Parts
            {
            }
            """),
    ];
}
