using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Declaration;

public sealed class NotKnownAtBuildTests
{
    private const string Input = "static readonly Input x = Input(1); ";

    [Theory]
    [Breaks(Rules.NotKnownAtBuild)]
    [InlineData("static readonly Output y = Dense({|GG1004:Environment.ProcessorCount|})(x);")]
    [InlineData("static readonly Output y = Dense(2 * {|GG1004:Environment.ProcessorCount|})(x);")]
    [InlineData("static readonly Output y = Dense(bias: {|GG1004:Random.Shared.Next()|} > 3, units: 2)(x);")]
    [InlineData("static readonly Output y = Dense({|GG1004:Environment.ProcessorCount|} > 3 ? 3 : 4)(x);")]
    [InlineData("static readonly Output y = {|GG1004:DateTime.Now.Hour|} switch { 1 => x, _ => x };")]
    [InlineData("static int units = 3; static readonly Output y = Dense({|GG1004:units|})(x);")]
    [InlineData("static int Units => 3; static readonly Output y = Dense({|GG1004:Units|})(x);")]
    [InlineData("static readonly Output y = Dense({|GG1004:Sizes.Units|})(x);")]
    [InlineData("static readonly Output y = Dense((int){|GG1004:Math.Cbrt(27)|})(x);")]
    [InlineData("static readonly Output y = Dense({|GG1004:2 * s_half|})(x); static readonly int s_half = int.MaxValue / 2 + 1;")]
    [InlineData("static readonly Output y = Dense({|GG1004:s_text.Length|})(x); static readonly string s_text = \"abc\";")]
    [InlineData("static readonly Output y = Dense({|GG1004:(int)s_kind|})(x); static readonly DayOfWeek s_kind = DayOfWeek.Friday;")]
    [InlineData("static readonly Output y = Dense(s_letter)(x); static readonly char s_letter = {|GG1004:'a'|};")]
    [InlineData("static readonly Output y = Dense({|GG1004:int.Parse(\"3\")|})(x);")]
    [InlineData("static readonly Output y = Dropout({|GG1004:double.Parse(\"0.5\")|})(x);")]
    [InlineData("static readonly Output y = Dense(3)(x)[.., {|GG1004:Environment.ProcessorCount|}];")]
    [InlineData("static readonly Output y = Dense(3)(x)[.., ..{|GG1004:Environment.ProcessorCount|}];")]
    [InlineData("static readonly Output y = Dense(3)(x)[.., {|GG1004:new Slice()|}];")]
    [InlineData("static readonly Output y = Dense({|GG1004:1 / (3 - s_three)|})(x); static readonly int s_three = 3;")]
    [InlineData("static readonly Output y = Dense((int)({|GG1004:s_large * s_large|} * s_large))(x); static readonly long s_large = 1L << 40;")]
    [InlineData("static readonly Output y = Dense(3, initializer: Init.Normal({|GG1004:Math.Cbrt(2)|}))(x);")]
    [InlineData("static readonly Output y = Dense(3, initializer: Pick())(x); static Initializer Pick() => Init.Normal({|GG1004:Random.Shared.NextDouble()|});")]
    public Task The_argument_is_not_known(string fields) => Build.ExpectAsync(
        $"[Model] public partial class M {{ {Input} {fields} }} static class Sizes {{ public static readonly int Units = 3; }}");

    [Theory]
    [Breaks(Rules.NotKnownAtBuild)]
    [InlineData("static readonly int units = {|GG1004:Environment.ProcessorCount|}; static readonly Node h = Dense(units)(x); static readonly Output y = Dense(units + 1)(h);")]
    [InlineData("static readonly int {|GG1004:units|}; static M() => units = 3; static readonly Node h = Dense(units)(x); static readonly Output y = Dense(units)(h);")]
    [InlineData("static readonly int a = b + 1, b = {|GG1004:Environment.ProcessorCount|}; static readonly Output y = Dense(a)(x);")]
    public Task A_field_that_is_not_known_is_told_once(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Keeps(Rules.NotKnownAtBuild)]
    [InlineData("static readonly int unused = Environment.ProcessorCount; static readonly Output y = Dense(3)(x);")]
    [InlineData("static int Units() => 3; static readonly Output y = Dense(Units())(x);")]
    [InlineData("static readonly int[] sizes = [3, 4]; static readonly Output y = Dense(sizes[0])(x);")]
    [InlineData("static readonly Output y = Dense((int)Math.Sqrt(16))(x);")]
    [InlineData("static readonly Output y = Dense(new[] { 1, 2 }.Length)(x);")]
    [InlineData("static readonly Output y = x * Math.Sqrt(2);")]
    [InlineData("static readonly int two = 2; static readonly Output y = Dense(two << 3 | 1)(x);")]
    [InlineData("static readonly Output y = Dense(2 * 3 + 4 / 2 - 1 % 2)(x);")]
    [InlineData("const int units = 3; static readonly Output y = Dense(units << 1)(x);")]
    [InlineData("static readonly int units = 3; static readonly Output y = Dense(units * 2)(x);")]
    [InlineData("static readonly int a = b + 1, b = 2; static readonly Output y = Dense(a)(x);")]
    [InlineData("static readonly Output y = Dense(Sizes.Units)(x);")]
    [InlineData("static readonly Output y = Dense((int)Kind.Three)(x);")]
    [InlineData("static readonly Output y = Dense((int)2.5)(x);")]
    [InlineData("static readonly Output y = Dense('a')(x);")]
    [InlineData("static readonly Output y = Dense(true ? 3 : 4, bias: 1 > 2)(x);")]
    [InlineData("static readonly Dim units = 3; static readonly Output y = Dense(units * 2)(x);")]
    [InlineData("static readonly double std = 0.5; static readonly Initializer small = Init.Normal(std / 2); static readonly Output y = Dense(3, initializer: small)(x);")]
    [InlineData("static readonly bool bias = false; static readonly Output y = Dense(3, bias: bias)(x);")]
    [InlineData("static readonly double half = 0.5; static readonly Output y = x * half + (1 - half);")]
    [InlineData("static readonly Output y = Dense(bias: false, units: 3)(x);")]
    [InlineData("const DType type = DType.Int64; static readonly Input i = Input(type, 3); static readonly Output y = Embedding(4, 3)(i), z = ReLU(x);")]
    [InlineData("static readonly DType type = DType.Int64; static readonly Input i = Input(type); static readonly Output y = Embedding(4, 3)(i) + x;")]
    [InlineData("static readonly Input i = Input((DType)5); static readonly Output y = Embedding(4, 3)(i) + x;")]
    [InlineData("static readonly Dim[] shape = [3, 4]; static readonly Input i = Input(shape); static readonly Output y = Dense(1)(i), z = ReLU(x);")]
    [InlineData("static readonly Input i = Input([3, 4]); static readonly Output y = Dense(1)(i), z = ReLU(x);")]
    [InlineData("static readonly Range all = .., one = 1..2; static readonly Output y = Dense(3)(x)[all, one];")]
    public Task The_argument_is_known(string fields) => Build.ExpectAsync(
        $"[Model] public partial class M {{ {Input} {fields} }} static class Sizes {{ public const int Units = 3; }} enum Kind {{ Three = 3 }}");

    [Fact]
    public async Task Says_what_is_known()
    {
        Assert.Equal(
            "'Environment.ProcessorCount' is not known at build time: use a literal, a const, or a 'static readonly' field of the model with such an initializer",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = Dense({|GG1004:Environment.ProcessorCount|})(x);")).Message());
        Assert.Equal(
            "A division by zero is not known at build time: use a literal, a const, or a 'static readonly' field of the model with such an initializer",
            (await Build.ExpectModelAsync(Input + "static readonly int zero = 0; static readonly Output y = Dense({|GG1004:1 / zero|})(x);")).Message());
    }
}
