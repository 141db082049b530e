using System.Diagnostics;
using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Generator.Tests;

/// <summary>Sources as nobody writes them: nothing overflows the stack, and all takes seconds.</summary>
public class ExtremeTests
{
    /// <summary>What a thread of the compiler has on Windows.</summary>
    private const int StackSize = 1 << 20;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData(100)]
    [InlineData(2_000)] // C#'s own parser takes more stack than this for so many, and a minute for 10,000.
    public void Parentheses(int depth) => Judge(Model($"static readonly Output y = {new string('(', depth)}Abs(x){new string(')', depth)};"), parseStackSize: 64 * StackSize);

    [Theory]
    [InlineData(100, true)]
    [InlineData(10_000, false)]
    public void Applications(int depth, bool isValid) => Judge(Model($"static readonly Output y = {Repeat("Abs(", depth)}x{new string(')', depth)};"), isValid);

    [Fact]
    public void Layers_around_layers() => Judge(Model($"static readonly Output y = {Repeat("TimeDistributed(", 10_000)}Dense(1){new string(')', 10_000)}(x);"), isValid: false);

    [Theory]
    [InlineData(100, true)]
    [InlineData(5_000, false)]
    public void Terms(int count, bool isValid) => Judge(Model($"static readonly Output y = x{Repeat(" + x", count)};"), isValid);

    [Fact]
    public void Terms_of_numbers() => Judge(Model($"static readonly Output y = Dense(n{Repeat(" + n", 5_000)})(x); static readonly int n = 1;"), isValid: false);

    [Fact]
    public void Constant_terms() => Judge(Model($"static readonly Output y = Dense(1{Repeat(" + 1", 3_000)})(x);"), isValid: false);

    [Fact]
    public void Signs() => Judge(Model($"static readonly Output y = {Repeat("- ", 5_000)}x;"), isValid: false);

    [Fact]
    public void A_chain_from_back_to_front() => Judge(Chain(300), isValid: true);

    [Fact]
    public void A_long_chain_from_back_to_front()
    {
        CSharpCompilation project = Project.Of(Chain(3_000));
        var stopwatch = Stopwatch.StartNew();
        string text = OnThread(StackSize, () => Assert.Single(GeneratorRun.Of(project).Sources).SourceText.ToString());
        Assert.True(stopwatch.Elapsed < s_longest, $"It took {stopwatch.Elapsed}.");
        Assert.Contains("var n3000 = ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_readers_of_one_node()
    {
        IEnumerable<string> fields = Enumerable.Range(1, 300).Select(i => $"static readonly Node n{i} = Dense(2)(x);");
        Judge(Model($"{string.Join("\n", fields)} static readonly Output y = Concatenate({string.Join(", ", Enumerable.Range(1, 300).Select(i => $"n{i}"))});"), isValid: true);
    }

    [Fact]
    public void Many_dead_layers_and_lost_inputs()
    {
        IEnumerable<string> fields = Enumerable.Range(1, 1_000).Select(i => $"static readonly Input x{i} = Input(1); static readonly Node n{i} = Abs(x{i}); static readonly Layer l{i} = Dense(1);");
        Judge(Model($"{string.Join("\n", fields)} static readonly Output y = Abs(x);"), isValid: false);
    }

    [Fact]
    public void Many_outputs()
    {
        IEnumerable<string> fields = Enumerable.Range(1, 100).Select(i => $"static readonly Output y{i} = Dense({i})(x);");
        Judge(Model(string.Join("\n", fields)), isValid: true);
    }

    [Fact]
    public void A_long_cycle()
    {
        IEnumerable<string> fields = Enumerable.Range(0, 1_000).Select(i => $"static readonly Node n{i} = Dense(2)(n{(i + 1) % 1_000});");
        Diagnostic error = Assert.Single(Judge(Model($"{string.Join("\n", fields)} static readonly Output y = Add(n0, x);"), isValid: false));
        Assert.Equal("GG2004", error.Id);
    }

    [Fact]
    public void Many_cycles()
    {
        IEnumerable<string> fields = Enumerable.Range(0, 500).Select(i => $"static readonly Node n{i} = Dense(2)(n{i});");
        Assert.Equal(500, Judge(Model($"{string.Join("\n", fields)} static readonly Output y = Abs(x);"), isValid: false).Count(error => error.Id == "GG2004"));
    }

    [Fact]
    public void Every_node_reads_every_other()
    {
        string all = string.Join(", ", Enumerable.Range(0, 100).Select(i => $"n{i}"));
        Judge(Model($"{string.Join("\n", Enumerable.Range(0, 100).Select(i => $"static readonly Node n{i} = Add({all});"))} static readonly Output y = Add(x, n0);"), isValid: false);
    }

    [Theory]
    [InlineData("Dense(int.MaxValue)(x)")]
    [InlineData("Dense(int.MinValue)(x)")]
    [InlineData("Dense(0)(x)")]
    [InlineData("Dense(2_000_000_000)(Dense(2_000_000_000)(x))")]
    [InlineData("Dense(99999999999)(x)")]
    [InlineData("Dense(1 / 0)(x)")]
    [InlineData("Dense(1.5)(x)")]
    [InlineData("Dense(int.MaxValue + 1)(x)")]
    [InlineData("Dense(unchecked(int.MaxValue + 1))(x)")]
    [InlineData("Dense((int)double.NaN)(x)")]
    [InlineData("Dense((int)1e300)(x)")]
    [InlineData("Dense(-zero)(x)")]
    [InlineData("Dense(1 / zero)(x)")]
    [InlineData("Dense(1 % zero)(x)")]
    [InlineData("Dense(zero - int.MaxValue * 3L)(x)")]
    [InlineData("LeakyReLU(double.NaN)(x)")]
    [InlineData("LeakyReLU(double.PositiveInfinity)(x)")]
    [InlineData("Threshold(double.NegativeInfinity)(x)")]
    [InlineData("x * double.NaN")]
    [InlineData("x / 0")]
    [InlineData("x % 0")]
    [InlineData("x[.., int.MaxValue]")]
    [InlineData("x[.., ^0]")]
    [InlineData("x[.., ^int.MaxValue..]")]
    [InlineData("x[.., 3..1]")]
    [InlineData("x[0]")]
    [InlineData("x[]")]
    [InlineData("x[.., .., .., .., ..]")]
    [InlineData("x[\"a\"]")]
    [InlineData("Mean(x, int.MinValue)")]
    [InlineData("SoftmaxAlong(int.MaxValue)(x)")]
    [InlineData("Concatenate()")]
    [InlineData("Concatenate(int.MinValue, x, x)")]
    [InlineData("Add()")]
    [InlineData("Dense(2)()")]
    [InlineData("Dense(2)(x, x)")]
    [InlineData("Dense(2)(null)")]
    [InlineData("Dense(2)(null!)")]
    [InlineData("Dense(2)((Node)x)")]
    [InlineData("Dense(2)(default)")]
    [InlineData("Dense(2)([])")]
    [InlineData("Dense(2)([x])")]
    [InlineData("Dense(2)([.. new Node[] { x }])")]
    [InlineData("Dense(2)(new Node[3])")]
    [InlineData("Dense(2, null)(x)")]
    [InlineData("Dense(2, Dense(2))(x)")]
    [InlineData("Dense(2, Dense(2, Dense(2)))(x)")]
    [InlineData("Dense(2, l)(l(x))")]
    [InlineData("Reshape(-1, -1)(x)")]
    [InlineData("Reshape()(x)")]
    [InlineData("Reshape(int.MaxValue, int.MaxValue, int.MaxValue)(x)")]
    [InlineData("Permute(int.MaxValue)(x)")]
    [InlineData("Permute()(x)")]
    [InlineData("Conv2D(1, (1, 2, 3))(x)")]
    [InlineData("Conv1D(1, 0)(x)")]
    [InlineData("Conv1D(1, int.MaxValue, int.MaxValue, Padding.Same, int.MaxValue)(x)")]
    [InlineData("Conv3D(int.MaxValue, int.MaxValue, int.MaxValue, Padding.Same)(Reshape(1, 1, 2, 2)(x))")]
    [InlineData("Conv3D(1, int.MaxValue, padding: int.MaxValue)(Reshape(1, 1, 2, 2)(x))")]
    [InlineData("Conv2D(1, 1, padding: int.MaxValue)(Conv2D(1, 1, padding: int.MaxValue)(Reshape(1, 2, 2)(x)))")]
    [InlineData("Conv2D(1, 2, groups: int.MaxValue)(Reshape(1, 2, 2)(x))")]
    [InlineData("MaxPooling1D(int.MaxValue, int.MaxValue, int.MaxValue / 2)(Reshape(2, 2)(x))")]
    [InlineData("AveragePooling1D(int.MaxValue, 1, Padding.Same)(Reshape(2, 2)(x))")]
    [InlineData("LayerNormalization(4)(Conv3D(1, 1, padding: int.MaxValue)(Reshape(1, 1, 2, 2)(x)))")]
    [InlineData("Dropout(1e-300)(x)")]
    [InlineData("BatchNormalization(1e-300, double.Epsilon)(x)")]
    [InlineData("MaxPooling2D(default)(x)")]
    [InlineData("MaxPooling1D(default, padding: Padding.Same)(Reshape(2, 2)(x))")]
    [InlineData("Conv1D(1, default)(Reshape(2, 2)(x))")]
    [InlineData("Conv1D(default, 1)(Reshape(2, 2)(x))")]
    [InlineData("Conv1D(1, new Size())(Reshape(2, 2)(x))")]
    [InlineData("Conv1D(1, default(Size), default, default, default)(Reshape(2, 2)(x))")]
    [InlineData("Dense(default)(x)")]
    [InlineData("Dense(new Dim())(x)")]
    [InlineData("Dense(default(Dim) + 1)(x)")]
    [InlineData("Dense(default(int))(x)")]
    [InlineData("Dense(2, default, default)(x)")]
    [InlineData("Reshape(default)(x)")]
    [InlineData("Reshape(null)(x)")]
    [InlineData("Reshape(default, 2)(x)")]
    [InlineData("Permute(null)(x)")]
    [InlineData("Permute([default])(x)")]
    [InlineData("Concatenate(null)")]
    [InlineData("Concatenate(x, null)")]
    [InlineData("Concatenate(1, null)")]
    [InlineData("Maximum(default)")]
    [InlineData("TimeDistributed(null)(x)")]
    [InlineData("TimeDistributed(default(Layer))(x)")]
    [InlineData("LSTM(default)(Reshape(2, 2)(x))")]
    [InlineData("LSTM(3)(Reshape(2, 2)(x), default)")]
    [InlineData("SimpleRNN(3, activation: Dense(3))(Reshape(2, 2)(x))")]
    [InlineData("x[default]")]
    [InlineData("x[.., default]")]
    [InlineData("x[.., default(System.Range)]")]
    [InlineData("x[(string)null]")]
    [InlineData("Embedding(1, 1, paddingIndex: -1)(x)")]
    [InlineData("Embedding(int.MaxValue, int.MaxValue)(x)")]
    [InlineData("Dense(int.MaxValue)(Dense(int.MaxValue)(Dense(int.MaxValue)(Dense(int.MaxValue)(x))))")]
    [InlineData("LSTM(int.MaxValue, layers: int.MaxValue)(x)")]
    [InlineData("LSTM(1)(x, null)")]
    [InlineData("Dropout(double.NaN)(x)")]
    [InlineData("BatchNormalization()(x)")]
    [InlineData("LayerNormalization(int.MaxValue)(x)")]
    [InlineData("TimeDistributed(TimeDistributed(Dense(1)))(x)")]
    [InlineData("y")]
    [InlineData("Abs(y)")]
    [InlineData("Input(1)")]
    [InlineData("new Output()")]
    [InlineData("null")]
    [InlineData("null!")]
    [InlineData("default")]
    [InlineData("true ? x : x")]
    [InlineData("x ?? x")]
    [InlineData("x!")]
    [InlineData("(x, x)")]
    [InlineData("throw new System.Exception()")]
    [InlineData("((System.Func<Node>)(() => x))()")]
    [InlineData("from n in x select n")]
    [InlineData("await x")]
    [InlineData("stackalloc int[3]")]
    [InlineData("x with { }")]
    [InlineData("x is Node n ? n : x")]
    [InlineData("this.x")]
    [InlineData("M.x")]
    [InlineData("nothing")]
    [InlineData("")]
    public void Absurd_arguments(string expression) => Judge(Model($"static readonly Output y = {expression}; static readonly int zero = 0; static readonly Layer l = Dense(4);"));

    [Theory]
    [InlineData("Input(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)")]
    [InlineData("Input(0)")]
    [InlineData("Input(-1)")]
    [InlineData("Input()")]
    [InlineData("Input((DType)77, 3)")]
    [InlineData("Input(default(DType), 3)")]
    [InlineData("Input(DType.ComplexFloat64, 3)")]
    [InlineData("Input(new Dim[] { 1, 2 })")]
    [InlineData("Input([1, 2])")]
    [InlineData("Input(shape: [])")]
    [InlineData("x")]
    [InlineData("Abs(x)")]
    [InlineData("null")]
    public void Absurd_inputs(string expression) => Judge(Model($"static readonly Input i = {expression}; static readonly Output y = Add(Flatten()(i), x);"));

    /// <summary>What a helper of a valid model may do at most, and near to it.</summary>
    [Theory]
    [InlineData("Deep(x, 99)")]
    [InlineData("Odd(x, 99)")]
    [InlineData("Wide(x, 20)")]
    [InlineData("Loop(x, 300)")]
    [InlineData("Layers(x, 300)")]
    [InlineData("Dense(Fibonacci(18))(x)")]
    [InlineData("Dense(Sum(20_000) % 1_000 + 1)(x)")]
    [InlineData("Dense(Concat(200).Length)(x)")]
    [InlineData("Dense(Chain1(1))(x)")]
    public void Helpers_that_do_much(string call) => Judge(Model($"static readonly Output y = {call};") + Helpers, isValid: true);

    [Fact]
    public void A_loop_of_many_layers()
    {
        CSharpCompilation project = Project.Of(Model("static readonly Output y = Loop(x, 2_000);") + Helpers);
        var stopwatch = Stopwatch.StartNew();
        string text = OnThread(StackSize, () => Assert.Single(GeneratorRun.Of(project).Sources).SourceText.ToString());
        Assert.True(stopwatch.Elapsed < s_longest, $"It took {stopwatch.Elapsed}.");
        Assert.Contains("var y_x_1999 = ", text, StringComparison.Ordinal);
    }

    /// <summary>What goes on without end, or nearly so, is one error.</summary>
    [Theory]
    [InlineData("Deep(x, 1_000_000)")]
    [InlineData("Deep(x, -1)")]
    [InlineData("Odd(x, -1)")]
    [InlineData("Nested(x, 1_000)")]
    [InlineData("Wide(x, 1_000)")]
    [InlineData("Both(x, 99)")]
    [InlineData("Loop(x, 1_000_000)")]
    [InlineData("Endless(x)")]
    [InlineData("EndlessInside(x)")]
    [InlineData("Layers(x, 1_000_000)")]
    [InlineData("Growing(x)")]
    [InlineData("Copies(x, 1_000_000)")]
    [InlineData("Dense(Fibonacci(40))(x)")]
    [InlineData("Dense(Sum(int.MaxValue))(x)")]
    [InlineData("Dense(new int[2_000_000_000].Length)(x)")]
    [InlineData("Dense(Big(2_000_000_000).Length)(x)")]
    [InlineData("Dense(Big(-1).Length)(x)")]
    [InlineData("Dense(Range(int.MaxValue))(x)")]
    [InlineData("Dense(Range(-1))(x)")]
    [InlineData("Dense(Doubling())(x)")]
    [InlineData("Dense(Text().Length)(x)")]
    [InlineData("Dense(Concat(10_000).Length)(x)")]
    [InlineData("Dense(Chain1(1) + Chain1(200))(x)")]
    public void Helpers_that_do_too_much(string call) => AssertIsInSource(Assert.Single(Judge(Model($"static readonly Output y = {call};") + Helpers, isValid: false)));

    /// <summary>Models of absurd sizes, or that nest each other without end, are refused at once and at a place.</summary>
    [Theory]
    [InlineData("static readonly Output y = Repeat(1_000_000, Dense(4))(x);")]
    [InlineData("static readonly Output y = Repeat(int.MaxValue, Dense(4))(x);")]
    [InlineData("static readonly Output y = Repeat(900, Repeat(900, Repeat(900, Dense(4))))(x);")]
    [InlineData("static readonly Output y = Repeat(1_000_000, Use<N>())(x); } [Model] public partial class N { static readonly Input x = Input(4); static readonly Output y = Abs(x);")]
    [InlineData("static readonly Output y = Use<M>()(x);")]
    [InlineData("static readonly Output y = Use<N>()(x); } [Model] public partial class N { static readonly Input x = Input(4); static readonly Output y = Use<M>()(x);")]
    [InlineData("static readonly Output y = Dense(int.MaxValue)(Dense(int.MaxValue)(Dense(int.MaxValue)(Dense(int.MaxValue)(x))));")]
    [InlineData("static readonly Output y = Flatten()(Input(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)) + x;")]
    [InlineData("static readonly Input z = Input(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue); static readonly Output y = Add(Flatten()(z), x);")]
    [InlineData("static readonly Output y = RepeatVector(int.MaxValue)(UpSampling1D(int.MaxValue)(RepeatVector(int.MaxValue)(Dense(int.MaxValue)(x))));")]
    [InlineData("static readonly Output y = Weight(int.MaxValue, int.MaxValue, int.MaxValue) + x;")]
    public void Sizes_that_are_absurd(string fields) => Assert.All(Judge(Model(fields), isValid: false), AssertIsInSource);

    [Fact]
    public void A_long_chain_of_models_that_nest_each_other()
    {
        IEnumerable<string> models = Enumerable.Range(0, 300).Select(i =>
            $"[Model] public partial class M{i} {{ static readonly Input x = Input(4); static readonly Output y = Use<M{(i + 1) % 300}>()(x); }}");
        Assert.All(Judge($"using GraphGen; using static GraphGen.Layers;\n{string.Join("\n", models)}", isValid: false), AssertIsInSource);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(5_000, false)]
    public void Statements_in_statements(int depth, bool isValid) => Judge(
        Model("static readonly Output y = H.F(x, 1);") +
        $" static class H {{ public static Node F(Node x, int n) {{ {Repeat("if (n > 0) ", depth)} x = Abs(x); return x; }} }}",
        isValid,
        parseStackSize: 64 * StackSize);

    [Theory]
    [InlineData(80, true)]
    [InlineData(3_000, false)]
    public void Chains_of_else(int count, bool isValid) => Judge(
        Model("static readonly Output y = H.F(x, 7);") +
        $" static class H {{ public static Node F(Node x, int n) {{ {string.Concat(Enumerable.Range(0, count).Select(i => $"if (n == {i}) return Abs(x); else "))} return x; }} }}",
        isValid,
        parseStackSize: 64 * StackSize);

    [Fact]
    public void Many_statements_arms_and_cases() => Judge(
        Model("static readonly Output y = H.F(x, 499);") +
        $$"""
        static class H
        {
            public static Node F(Node x, int n)
            {
                {{string.Concat(Enumerable.Range(0, 500).Select(i => $"n += {i % 3 - 1};\n"))}}
                switch (n) { {{string.Concat(Enumerable.Range(0, 500).Select(i => $"case {i}: n = {i}; break;\n"))}} }
                return Dense(n switch { {{string.Concat(Enumerable.Range(0, 500).Select(i => $"{i} => {i} + 1,\n"))}} _ => 1 })(x);
            }
        }
        """,
        isValid: true);

    [Fact]
    public void Many_helpers_that_call_each_other() => Judge(
        Model("static readonly Output y = H.F0(x);") +
        $" static class H {{ {string.Concat(Enumerable.Range(0, 1_000).Select(i => $"public static Node F{i}(Node x) => {(i % 50 == 49 ? "x" : $"F{i + 1}(x)")}; "))} public static Node F1000(Node x) => x; }}",
        isValid: true);

    [Theory]
    [InlineData("")]
    [InlineData("[GraphGen.Model]")]
    [InlineData("[GraphGen.Model] class")]
    [InlineData("[GraphGen.Model] partial class {")]
    [InlineData("[GraphGen.Model] partial class M")]
    [InlineData("[GraphGen.Model] partial class M;")]
    [InlineData("[GraphGen.Model] partial class M { } partial struct M { } partial record M { }")]
    [InlineData("[GraphGen.Model] class M { } [GraphGen.Model] class M { }")]
    [InlineData("[GraphGen.Model] partial struct M { }")]
    [InlineData("[GraphGen.Model] partial record M { }")]
    [InlineData("[GraphGen.Model] partial record struct M { }")]
    [InlineData("[GraphGen.Model] partial interface M { }")]
    [InlineData("[GraphGen.Model] enum M { }")]
    [InlineData("[GraphGen.Model] delegate void M();")]
    [InlineData("[GraphGen.Model] static partial class M { }")]
    [InlineData("[GraphGen.Model] abstract partial class M { }")]
    [InlineData("[GraphGen.Model] file partial class M { }")]
    [InlineData("file partial class O { [GraphGen.Model] partial class M { } }")]
    [InlineData("[GraphGen.Model] partial class M<T> { }")]
    [InlineData("[GraphGen.Model] partial class M(int x) { }")]
    [InlineData("[GraphGen.Model] partial class M : M { }")]
    [InlineData("[GraphGen.Model] partial class M : Nothing { }")]
    [InlineData("[GraphGen.Model] partial class M : M.Inputs { }")]
    [InlineData("[GraphGen.Model, System.CodeDom.Compiler.GeneratedCode(\"other\", \"1\")] partial class M { }")]
    [InlineData("[GraphGen.Model, System.CodeDom.Compiler.GeneratedCode(\"GraphGen\", \"1\")] partial class M { }")]
    [InlineData("[assembly: GraphGen.Model]")]
    [InlineData("[GraphGen.Model] namespace N { }")]
    [InlineData("class C { [GraphGen.Model] void M() { } }")]
    [InlineData("class C { [GraphGen.Model] partial class M { static readonly GraphGen.Input x = GraphGen.Layers.Input(1); } }")]
    [InlineData("[GraphGen.Model(ChannelsLast = )] partial class M { }")]
    [InlineData("[GraphGen.Model(7)] partial class M { static readonly GraphGen.Input x, y = ; }")]
    [InlineData("[GraphGen.Model] partial class M { static readonly GraphGen.Input x = x, x = x; }")]
    [InlineData("using GraphGen; [Model] partial class M { static readonly Input x = Layers.Input(1); static readonly Layer x = Layers.Abs; static readonly Output y = Layers.Abs(x); }")]
    [InlineData("using GraphGen; [Model] partial class M { static readonly Layer x = Layers.Dense(1); static readonly Input x = Layers.Input(1); static readonly Output y = x(x); Output y => null; }")]
    [InlineData("using GraphGen; [Model] partial class M { static readonly int n = 1; static readonly Input x = Layers.Input(n); static readonly Output y = Layers.Dense(n)(x); static readonly Layer n = null; }")]
    [InlineData("[GraphGen.Model] partial class M { [GraphGen.Name(null)] static readonly GraphGen.Input x = null; [GraphGen.Name] static readonly GraphGen.Output y = x; }")]
    [InlineData("using GraphGen; [Model] partial class M { Input x { get; } = Layers.Input(1); static Node F() => null; event Layer e; Node this[int i] => null; }")]
    [InlineData("namespace GraphGen { [Model] partial class Node { static readonly Input x = Layers.Input(1); static readonly Output y = x; } }")]
    [InlineData("namespace GraphGen { class ModelAttribute : System.Attribute { } [Model] partial class M { } }")]
    public void Absurd_files(string source) => Judge(source);

    private static readonly string s_manyHelpers = string.Concat(Enumerable.Range(1, 98).Select(i => $"internal static int Chain{i}(int n) => n > 100 ? Chain1(n + 1) : 1 + Chain{i + 1}(n);\n"));

    /// <summary>Helpers of the class <c>M</c>.</summary>
    private static readonly string Helpers = $$"""

        public partial class M
        {
            static Node Deep(Node x, int n) { if (n == 0) return x; Node inner = Deep(x, n - 1); return ReLU(inner); }
            static Node Odd(Node x, int n) => n == 0 ? x : Even(x, n - 1);
            static Node Even(Node x, int n) => n == 0 ? x : Odd(x, n - 1);
            static Node Nested(Node x, int n) => n == 0 ? x : {{Repeat("Abs(", 150)}}Nested(x, n - 1){{new string(')', 150)}};
            static Node Wide(Node x, int n) => n == 0 ? x : Abs(Abs(Abs(Abs(Abs(Wide(Abs(Abs(x)), n - 1 + 0 * (1 + (2 + (3 + n)))))))));
            static Node Both(Node x, int n) => n == 0 ? x : Both(x, n - 1) + Both(x, n - 1);
            static Node Loop(Node x, int n) { for (int i = 0; i < n; i++) x = Dense(4, ReLU)(x); return x; }
            static Node Endless(Node x) { while (true) { } }
            static Node EndlessInside(Node x) { for (;;) x = Loop(x, 0); }
            static Node Layers(Node x, int n) { var layers = new Layer[n]; for (int i = 0; i < n; i++) layers[i] = Dense(4); foreach (Layer layer in layers) x = layer(x); return x; }
            static Node Copies(Node x, int n) { for (int i = 0; i < n; i++) { Layer copies = Repeat(1_000, Dense(4)); } return x; }
            static Node Growing(Node x) { Node[] all = { x, x }; for (;;) all = new System.Collections.Generic.List<Node>(all) { Concatenate(all) }.ToArray(); }
            static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);
            static int Sum(int n) { int sum = 0; for (int i = 0; i < n; i++) sum = (sum + i) % 1_000; return sum; }
            static int[] Big(int n) => new int[n];
            static int Range(int n) { int count = 0; foreach (int i in System.Linq.Enumerable.Range(0, n)) count++; return count; }
            static int Doubling() { int[] all = { 1 }; for (;;) all = [.. all, .. all]; }
            static int[] Text() { string text = "a"; for (;;) text += text; }
            static int[] Concat(int n) { int[] all = []; for (int i = 0; i < n; i++) all = [.. all, i]; return all; }
            {{s_manyHelpers}}
            static int Chain99(int n) => n;
        }
        """;

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Model(string fields) => $$"""
        using GraphGen;
        using static GraphGen.Layers;

        [Model]
        public partial class M
        {
            static readonly Input x = Input(4);
            {{fields}}
        }
        """;

    private static string Chain(int count)
    {
        IEnumerable<string> fields = Enumerable.Range(1, count).Select(i => $"static readonly Node n{i} = Dense(2)(n{i - 1});").Reverse();
        return Model($"static readonly Output y = n{count}; {string.Join("\n", fields)} static readonly Node n0 = x;");
    }

    private static void AssertIsInSource(Diagnostic error) => Assert.True(error.Location.IsInSource, $"{error}");

    private static IReadOnlyList<Diagnostic> Judge(string source, bool? isValid = null, int parseStackSize = StackSize)
    {
        CSharpCompilation project = OnThread(parseStackSize, () => Project.Of(source));
        var stopwatch = Stopwatch.StartNew();
        IReadOnlyList<Diagnostic> errors = OnThread(StackSize, () => Verdict.AssertAsync(project).GetAwaiter().GetResult());
        Assert.True(stopwatch.Elapsed < s_longest, $"It took {stopwatch.Elapsed}.");
        if (isValid is not null) Assert.True(isValid == (errors.Count == 0), string.Join("\n", errors.Take(5).Select(error => error.ToString()[..Math.Min(300, error.ToString().Length)])));
        return errors;
    }

    private static T OnThread<T>(int stackSize, Func<T> function)
    {
        T result = default!;
        Exception? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = function();
                }
                catch (Exception exception)
                {
                    thrown = exception;
                }
            },
            stackSize);
        thread.Start();
        thread.Join();
        Assert.True(thrown is null, $"{thrown}");
        return result;
    }
}
