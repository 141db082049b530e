using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Declaration;

/// <summary>What <c>Custom</c> and <c>Lambda</c> take, and where they say what they do not.</summary>
public sealed class OwnCodeTests
{
    private const string Code = """
        using static TorchSharp.torch;

        public enum Mode { Fast = 1, Slow = 2, Careful = 4 }

        public class Block : nn.Module<Tensor, Tensor>
        {
            public Block(long units, int heads = 1, double rate = 0.5, string? label = null, Mode mode = Mode.Fast) : base($"{units}{heads}{rate}{label}{mode}") { }
            public override Tensor forward(Tensor x) => x;
        }

        public class Several : nn.Module<Tensor, Tensor>
        {
            public Several(params int[] units) : base($"{units}") { }
            public Several(string text, double rate) : base($"{text}{rate}") { }
            public Several((long, long) pair) : base($"{pair}") { }
            protected Several(bool flag) : base($"{flag}") { }
            public override Tensor forward(Tensor x) => x;
        }

        public class Named(string name, long[] sizes) : nn.Module<Tensor, Tensor>($"{name}{sizes}") { public override Tensor forward(Tensor x) => x; }
        public class NamedLast(int[] sizes, string name) : nn.Module<Tensor, Tensor>($"{name}{sizes}") { public override Tensor forward(Tensor x) => x; }
        public class Closed : nn.Module<Tensor, Tensor> { private Closed() : base("") { } public override Tensor forward(Tensor x) => x; }
        public class Needy() : nn.Module<Tensor, Tensor>("") { public required int Units { get; init; } public override Tensor forward(Tensor x) => x; }
        public class Integral(byte small, Mode mode) : nn.Module<Tensor, Tensor>($"{small}{mode}") { public override Tensor forward(Tensor x) => x; }
        public class Scalar() : nn.Module<Tensor, float>("") { public override float forward(Tensor x) => 0; }
        public abstract class Abstract() : nn.Module<Tensor, Tensor>("");
        internal class Hidden() : nn.Module<Tensor, Tensor>("") { public override Tensor forward(Tensor x) => x; }
        public class Generic<T>(T value) : nn.Module<Tensor, Tensor>($"{value}") { public override Tensor forward(Tensor x) => x; }
        file class Local() : nn.Module<Tensor, Tensor>("") { public override Tensor forward(Tensor x) => x; }
        public class Pair() : nn.Module<Tensor, Tensor, Tensor>("") { public override Tensor forward(Tensor x, Tensor y) => x; }

        public static class F
        {
            public static Tensor Id(Tensor x) => x;
            public static Tensor Add(Tensor x, Tensor y) => x;
            public static readonly Func<Tensor, Tensor> Field = x => x;
        }

        public class G { public Tensor Instance(Tensor x) => x; }
        file static class L { public static Tensor Id(Tensor x) => x; }

        """;

    private static string Model(string fields) => $$"""
        {{Code}}
        [Model]
        public partial class Inner
        {
            static readonly Input  x = Input(8);
            static readonly Output y = Dense(2)(x);
        }

        [Model]
        public partial class M
        {
            static readonly Dim    width = Dim.Parameter(8), T = Dim.Dynamic();
            internal static readonly int    count = 3;
            internal static readonly int[]  sizes = [2, 3];
            internal static readonly double third = 1.0 / 3;
            internal static readonly Mode   mode = Mode.Slow;
            internal static readonly G      g = new();
            static readonly Input  x = Input(T, 8);
            {{fields}}
            private static Tensor Own(Tensor x) => x;
            private class Nested(int size) : nn.Module<Tensor, Tensor>($"{size}") { public override Tensor forward(Tensor x) => x; }
        }
        """;

    [Theory]
    [Keeps(Rules.OutsideLanguage)]
    [InlineData("static readonly Output y = Custom<Block>(4)(x), z = Custom<Block>(4L, 2, 0.1f, null, Mode.Slow)(x);")]
    [InlineData("static readonly Output y = Custom<Block>(width, 2 * width)(x), z = Custom<Block>(count, count + 1, third, \"a\\n\", Mode.Fast | Mode.Careful)(x);")]
    [InlineData("static readonly Output y = Custom<Block>(4, 1, 1, nameof(Block), mode)(x), z = Custom<Block>([4])(x), w = Custom<Block>(new object[] { 4, 5 })(x);")]
    [InlineData("static readonly Output y = Custom<Several>()(x), z = Custom<Several>(1, 2, width)(x), w = Custom<Several>(sizes)(x), v = Custom<Several>(\"a\", 1.5)(x), u = Custom<Several>((1, 2L))(x);")]
    [InlineData("static readonly Output y = Custom<Named>(new long[] { 1, 2 })(x), z = Custom<Named>(\"n\", new[] { width, 2 })(x), w = Custom<NamedLast>(sizes)(x), v = Custom<NamedLast>(new[] { width }, \"n\")(x);")]
    [InlineData("static readonly Output y = Custom<Integral>(255, Mode.Fast)(x), z = Custom<Integral>(width, Mode.Slow)(x);")]
    [InlineData("static readonly Output y = Custom<Hidden>()(x), z = Custom<Nested>(3)(x), w = Custom<Generic<Mode>>(mode)(x), v = Custom<Generic<string?>>((string?)null)(x), u = Custom<Generic<Hidden?>>(null!)(x);")]
    [InlineData("static readonly Output y = Custom<Generic<double>>(double.NaN)(x), z = Custom<Generic<float>>(float.NegativeInfinity)(x), w = Custom<Generic<decimal>>(1.10m)(x), v = Custom<Generic<char>>('\\'')(x), u = Custom<Generic<int?>>(3)(x);")]
    [InlineData("static readonly Output y = Custom<Generic<(int, string)[]>>(new (int, string)[] { (1, \"a\"), (count, \"b\") })(x), z = Custom<Generic<DType[]>>(new[] { DType.Bool })(x);")]
    [InlineData("static readonly Output y = Custom<global::Block>(4)(x), z = Lambda(global::F.Id)(x), w = Lambda((Func<Tensor, Tensor>)F.Id)(x), v = Lambda(Own)(x), u = Lambda(function: M.Own)(x);")]
    public Task Takes_what_the_constructor_takes(string fields) => Build.ExpectAsync(Model(fields));

    [Theory]
    [Breaks(Rules.OutsideLanguage)]
    [InlineData("static readonly Output y = Custom<{|GG1005:string|}>()(x);")]
    [InlineData("static readonly Output y = Custom<{|GG1005:int[]|}>()(x);")]
    [InlineData("static readonly Output y = Custom<{|GG1005:Scalar|}>()(x);")]
    [InlineData("static readonly Output y = Custom<{|GG1005:nn.Module|}>()(x);")]
    [InlineData("static readonly Output y = Custom<{|GG1005:Abstract|}>()(x);")]
    [InlineData("static readonly Output y = Custom<{|GG1005:Local|}>()(x);")]
    [InlineData("static readonly Output y = Custom<{|GG1005:Generic<Local?>|}>(null!)(x);")]
    [InlineData("static readonly Output y = Custom<{|GG1005:Inner|}>()(x);")]
    [InlineData("static readonly Output y = {|GG1005:Custom<Block>()|}(x);")]
    [InlineData("static readonly Output y = {|GG1005:Custom<Block>(\"a\", 0.5)|}(x);")]
    [InlineData("static readonly Output y = {|GG1005:Custom<Closed>()|}(x);")]
    [InlineData("static readonly Output y = {|GG1005:Custom<Needy>()|}(x);")]
    [InlineData("static readonly Output y = {|GG1005:Custom<Several>(true)|}(x);")]
    [InlineData("static readonly Output y = Custom<Generic<object>>({|GG1005:Padding.Same|})(x);")]
    [InlineData("static readonly Output y = Custom<Generic<Type>>({|GG1005:typeof(int)|})(x);")]
    [InlineData("static readonly Output y = Lambda({|GG1005:x => x|})(x);")]
    [InlineData("static readonly Output y = Lambda({|GG1005:static (Tensor a) => a|})(x);")]
    [InlineData("static readonly Output y = Lambda({|GG1005:F.Field|})(x);")]
    [InlineData("static readonly Output y = Lambda({|GG1005:L.Id|})(x);")]
    [InlineData("static readonly Output y = Lambda({|GG1005:g.Instance|})(x);")]
    public Task Is_no_module_or_method_that_can_be_called(string fields) => Build.ExpectAsync(Model(fields));

    [Theory]
    [Breaks(Rules.ArgumentOutOfRange)]
    [InlineData("static readonly Output y = Custom<Block>({|GG1006:\"a\"|})(x);")]
    [InlineData("static readonly Output y = Custom<Block>(4, {|GG1006:2L|})(x);")]
    [InlineData("static readonly Output y = Custom<Integral>({|GG1006:256|}, Mode.Fast)(x);")]
    [InlineData("static readonly Output y = Custom<Integral>({|GG1006:count|}, Mode.Fast)(x);")]
    [InlineData("static readonly Dim big = 256; static readonly Output y = Custom<Integral>({|GG1006:big, Mode.Fast|})(x);")]
    public Task An_argument_is_not_what_the_constructor_takes(string fields) => Build.ExpectAsync(Model(fields));

    [Theory]
    [Breaks(Rules.NotKnownAtBuild)]
    [InlineData("static readonly Output y = Custom<Block>({|GG1004:Environment.ProcessorCount|})(x);")]
    [InlineData("static readonly Output y = Custom<Block>(4, 1, {|GG1004:Random.Shared.NextDouble()|})(x);")]
    [InlineData("static readonly Output y = Custom<Several>(new[] { 1, {|GG1004:DateTime.Now.Year|} })(x);")]
    public Task An_argument_is_not_known_at_build(string fields) => Build.ExpectAsync(Model(fields));

    [Fact]
    [Breaks(Rules.DynamicWeights)]
    public Task A_constructor_is_not_given_what_is_another_for_each_call() => Build.ExpectAsync(Model("static readonly Output y = Custom<Block>({|GG3007:2 * T|})(x);"));

    [Theory]
    [Breaks(Rules.WrongInputs)]
    [InlineData("static readonly Output y = {|GG2007:Custom<Block>(4)(x, x)|};")]
    [InlineData("static readonly Output y = {|GG2007:Custom<Pair>()(x)|};")]
    [InlineData("static readonly Output y = {|GG2007:Lambda(F.Add)(x)|};")]
    public Task A_wrong_number_of_inputs(string fields) => Build.ExpectAsync(Model(fields));

    [Theory]
    [Breaks(Rules.ArgumentOutOfRange)]
    [InlineData("static readonly Output y = Dense(3, {|GG1006:Custom<Pair>()|})(x);")]
    [InlineData("static readonly Output y = TimeDistributed({|GG1006:Lambda(F.Add)|})(x);")]
    public Task A_layer_within_a_layer_takes_one_input(string fields) => Build.ExpectAsync(Model(fields));

    [Fact]
    public async Task Says_what_it_takes()
    {
        Assert.Equal(
            "A model cannot be declared with 'Custom<Block>()': no constructor takes these arguments, but there is 'Block.Block(long, int, double, string?, Mode)'",
            (await Build.ExpectAsync(Model("static readonly Output y = {|GG1005:Custom<Block>()|}(x);"))).Message());
        Assert.Equal(
            "'heads' is 2L, and must be of type 'int', as the constructor of 'Block' takes it",
            (await Build.ExpectAsync(Model("static readonly Output y = Custom<Block>(4, {|GG1006:2L|})(x);"))).Message());
        Assert.Equal(
            "A model cannot be declared with a function that is no static method: name a static method that the class can call, as in 'Lambda(MyFunctions.Swish)'",
            (await Build.ExpectAsync(Model("static readonly Output y = Lambda({|GG1005:x => x|})(x);"))).Message());
        Assert.Equal(
            "'y' (Custom) takes 2 inputs, and is applied to 1",
            (await Build.ExpectAsync(Model("static readonly Output y = {|GG2007:Custom<Pair>()(x)|};"))).Message());
    }
}
