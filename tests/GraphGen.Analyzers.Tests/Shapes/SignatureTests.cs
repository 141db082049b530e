using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class SignatureTests
{
    private const string Code = """
        using static TorchSharp.torch;

        [Shape("N T F -> N F")]
        public class Mean() : nn.Module<Tensor, Tensor>("Mean") { public override Tensor forward(Tensor x) => x.mean([1]); }

        [Shape("N C H W -> N C*4 H/2 W/2")]
        public class Halve() : nn.Module<Tensor, Tensor>("Halve") { public override Tensor forward(Tensor x) => x; }

        [Shape("N T width, N S width -> N T width")]
        public class Attend(long width = 8) : nn.Module<Tensor, Tensor, Tensor>($"Attend{width}") { public override Tensor forward(Tensor x, Tensor y) => x; }

        public class Bare() : nn.Module<Tensor, Tensor, Tensor>("Bare") { public override Tensor forward(Tensor x, Tensor y) => x; }

        public class Same() : nn.Module<Tensor, Tensor>("Same") { public override Tensor forward(Tensor x) => x; }

        public static class F
        {
            [Shape("N 2*H -> N H")]
            public static Tensor Half(Tensor x) => x;

            [Shape("N ... Int64 -> N ...")]
            public static Tensor Float(Tensor x) => x;

            [Shape("... A, ... B -> ... A+B")]
            public static Tensor Join(Tensor x, Tensor y) => x;
        }

        """;

    private const string Inputs = "static readonly Dim T = Dim.Dynamic(); static readonly Input x = Input(T, 8), y = Input(5, 8), z = Input(6), i = Input(DType.Int64, 6), w = Input(T);\n";
    private const string Used = " static readonly Output used = x, used2 = y, used3 = z, used4 = i, used5 = w;";

    private static string Model(string fields) => $$"""
        {{Code}}
        [Model]
        public partial class M
        {
            {{Inputs}}{{fields}}{{Used}}
        }
        """;

    [Theory]
    [Breaks(Rules.Signature)]
    [InlineData("static readonly Output o = {|GG3010:Custom<Mean>()(z)|};")]
    [InlineData("static readonly Output o = {|GG3010:Custom<Attend>(4)(x, y)|};")]
    [InlineData("static readonly Output o = {|GG3010:Custom<Attend>()(Dense(3)(x), y)|};")]
    [InlineData("static readonly Output o = {|GG3010:Custom<Bare>()(x, y)|};")]
    [InlineData("static readonly Output o = {|GG3010:Lambda(F.Half)(Dense(7)(z))|};")]
    [InlineData("static readonly Output o = {|GG3010:Lambda(F.Half)(y)|};")]
    [InlineData("static readonly Output o = {|GG3010:Lambda(F.Join)(y, z)|};")]
    [InlineData("static readonly Output o = {|GG3010:Custom<Halve>()(Reshape(2, 3, 1)(z))|};")]
    public Task Does_not_fit_what_it_is_applied_to(string fields) => Build.ExpectAsync(Model(fields));

    [Theory]
    [Keeps(Rules.Signature)]
    [InlineData("static readonly Output o = Custom<Mean>()(x), p = Dense(3)(Custom<Same>()(y));")]
    [InlineData("static readonly Output o = Custom<Attend>()(x, y), p = Custom<Attend>(3)(Dense(3)(x), Dense(3)(y));")]
    [InlineData("static readonly Output o = Lambda(F.Half)(z), p = Lambda(F.Join)(y, y), q = Lambda(F.Join)(x, x), r = Lambda(F.Float)(i);")]
    [InlineData("static readonly Output o = Custom<Halve>()(Reshape(1, 2, 3)(z));")]
    public Task Fits(string fields) => Build.ExpectAsync(Model(fields));

    [Theory]
    [Breaks(Rules.Signature)]
    [InlineData("\"N C H/ 2 -> N C\"")]
    [InlineData("\"\"")]
    [InlineData("F.Text")]
    [InlineData("\"N A -> N B\"")]
    [InlineData("\"N A -> N ...\"")]
    [InlineData("\"N A/2 -> N A\"")]
    [InlineData("\"N A*B -> N\"")]
    [InlineData("\"N A-A -> N A\"")]
    [InlineData("\"N A -> N A/0\"")]
    [InlineData("\"N A -> A N\"")]
    [InlineData("\"N A -> N 0\"")]
    [InlineData("\"N A, N B -> N\"")]
    [InlineData("\"N A -> N A, N A\"")]
    [InlineData("\"1 A -> N A\"")]
    [InlineData("signature: \"N A\"")]
    public Task Is_no_signature(string text) => Build.ExpectAsync($$"""
        using TorchSharp;

        public static class F
        {
            public const string Text = "N A B";

            [Shape({|GG3010:{{text}}|})]
            public static torch.Tensor Of(torch.Tensor x) => x;
        }

        [Model]
        public partial class First
        {
            static readonly Input  x = Input(3);
            static readonly Output y = Dense(2)(Lambda(F.Of)(x));
        }

        [Model]
        public partial class Second
        {
            static readonly Input  x = Input(3);
            static readonly Output y = Lambda(F.Of)(x);
        }
        """);

    [Fact]
    public Task What_no_model_uses_is_told_too() => Build.ExpectAsync("""
        using TorchSharp;

        [Shape({|GG3010:"N units -> N other"|})]
        public class Two(int units, int another) : torch.nn.Module<torch.Tensor, torch.Tensor>("Two")
        {
            public int Sum => units + another;
            public override torch.Tensor forward(torch.Tensor x) => x;
        }
        """);

    [Fact]
    public Task Names_of_another_constructor_than_the_one_called_are_unknown() => Build.ExpectAsync("""
        using TorchSharp;

        [Shape("N F -> N units")]
        public class Two : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            public Two(int units) : base($"{units}") { }
            public Two(string units) : base(units) { }
            public override torch.Tensor forward(torch.Tensor x) => x;
        }

        [Model]
        public partial class M
        {
            static readonly Input  x = Input(3);
            static readonly Output y = Custom<Two>(4)(x);
            static readonly Output z = {|GG3010:Custom<Two>("4")|}(x);
        }
        """);

    [Fact]
    [Breaks(Rules.ElementType)]
    public Task Element_types_are_those_of_the_signature() => Build.ExpectAsync(Model("static readonly Output o = {|GG3008:Lambda(F.Float)(z)|};"));

    [Fact]
    [Breaks(Rules.OpenQuestion)]
    public Task What_is_not_known_at_build_is_asked_when_the_model_runs() => Build.ExpectAsync(Model("static readonly Output o = {|GG3011:Lambda(F.Half)(w)|};"));

    [Fact]
    public async Task Says_what_fits_not_and_where_it_stands()
    {
        Assert.Equal(
            "'o' (Custom(Attend, 4)) has the shape 'N T width, N S width -> N T width', and is given 'x' (N, T, 8), 'y' (N, 5, 8): axis 2 of 'x' is 8, and 'width' is 4. Try inputs of other sizes, or correct the [Shape].",
            (await Build.ExpectAsync(Model("static readonly Output o = {|GG3010:Custom<Attend>(4)(x, y)|};"))).Message());
        Assert.Equal(
            "The [Shape] of 'Of' is \"N A/ 2 -> N\": a blank stands where a name or number should (at character 5). Try a signature such as '[Shape(\"N C H W -> N C H/2 W/2\")]'.",
            (await Build.ExpectAsync("public static class F { [Shape({|GG3010:\"N A/ 2 -> N\"|})] public static TorchSharp.torch.Tensor Of(TorchSharp.torch.Tensor x) => x; }")).Message());
        Assert.Equal(
            "'o' (Custom(Bare)) has 2 inputs and no [Shape]: which of them its result is like is not known. Try a signature such as '[Shape(\"N T F, N S F -> N T F\")]'.",
            (await Build.ExpectAsync(Model("static readonly Output o = {|GG3010:Custom<Bare>()(x, y)|};"))).Message());
    }
}
