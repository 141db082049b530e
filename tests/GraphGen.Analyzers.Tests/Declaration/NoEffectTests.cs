using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Declaration;

public sealed class NoEffectTests
{
    private const string Input = "static readonly Input x = Input(4); ";

    [Theory]
    [Breaks(Rules.NoEffect)]
    [InlineData("[{|GG1009:Frozen|}] static readonly Input z = Input(3); static readonly Output y = Dense(1)(x) + Dense(1)(z);")]
    [InlineData("[{|GG1009:Frozen|}] static readonly Node h = ReLU(x); static readonly Output y = Dense(1)(h);")]
    [InlineData("[{|GG1009:Frozen()|}] static readonly Node h = x; static readonly Output y = Dense(1)(h);")]
    [InlineData("static readonly Node g = Dense(3)(x); [{|GG1009:Frozen|}] static readonly Node h = g; static readonly Output y = Dense(1)(h);")]
    [InlineData("static readonly Node g = Dense(3)(x); [{|GG1009:Frozen|}] static readonly Node h = Dropout(0.5)(ReLU(g)); static readonly Output y = Dense(1)(h);")]
    [InlineData("[{|GG1009:Frozen|}] static readonly Layer drop = Dropout(0.5); static readonly Output y = Dense(1)(drop(x));")]
    [InlineData("[{|GG1009:Frozen|}] static readonly Output y = -x[.., ..1] + 1; static readonly Output z = Dense(1)(x);")]
    [InlineData("[{|GG1009:Frozen|}] static readonly Dim units = 3; static readonly Output y = Dense(units)(x);")]
    [InlineData("[{|GG1009:Frozen|}] static readonly int units = 3; static readonly Output y = Dense(units)(x);")]
    [InlineData("[{|GG1009:Tap|}] static readonly Layer d = Dense(4); static readonly Output y = d(x);")]
    [InlineData("[{|GG1009:Tap|}] static readonly Recurrent r = GRU(4); static readonly Input s = Input(3, 2); static readonly Output y = r(s), z = ReLU(x);")]
    [InlineData("[{|GG1009:Tap|}, Frozen] static readonly Layer d = Dense(4); static readonly Output y = d(x);")]
    [InlineData("[Tap, {|GG1009:Frozen|}] static readonly Node h = ReLU(x); static readonly Output y = Dense(1)(h);")]
    [InlineData("[{|GG1009:Tap|}] static readonly int units = 3; static readonly Output y = Dense(units)(x);")]
    public Task The_attribute_does_nothing(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Keeps(Rules.NoEffect)]
    [InlineData("[Frozen] static readonly Output y = Dense(1)(x);")]
    [InlineData("[Frozen] static readonly Output y = Sigmoid(Dense(1)(x));")]
    [InlineData("[Frozen] static readonly Output y = Dense(1)(x) + Dense(1)(x);")]
    [InlineData("[Frozen] static readonly Output y = ReLU(PReLU()(x));")]
    [InlineData("[Frozen, Name(\"a\")] static readonly Layer d = Dense(4); static readonly Output y = d(d(x));")]
    [InlineData("static readonly Layer d = Dense(4); [Frozen] static readonly Node h = d(x); static readonly Output y = d(h);")]
    [InlineData("[Frozen] static readonly Recurrent r = GRU(3); static readonly Input s = Input(5, 2); static readonly Output y = r(s), z = Dense(1)(x);")]
    [InlineData("[Frozen] static readonly Output y = TimeDistributed(Dense(3))(s); static readonly Input s = Input(5, 2); static readonly Output z = Dense(1)(x);")]
    [InlineData("[Frozen] static readonly Output y = BatchNormalization(affine: false)(x);")]
    [InlineData("[Frozen] static readonly Layer d = Dense(4), e = d; static readonly Output y = e(x);")]
    [InlineData("[Tap] static readonly Input z = Input(4); [Tap] static readonly Node h = x + z; [Tap] static readonly Output y = Dense(1)(h);")]
    [InlineData("[Tap] static readonly Node h = x; static readonly Output y = Dense(1)(h);")]
    public Task It_has_one(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [InlineData("[Frozen] static readonly Layer {|GG2005:d|} = Dense(4); static readonly Output y = Dense(1)(x);")]
    [InlineData("[Frozen] static readonly Layer {|GG2005:d|} = ReLU; static readonly Output y = Dense(1)(x);")]
    [InlineData("[Frozen] static readonly Node h = {|GG3002:x + Dense(3)(x)|}; static readonly Output y = Dense(1)(h);")]
    [InlineData("[Frozen] static readonly Node h = {|GG3001:LSTM(3)(x)|}; static readonly Output y = Dense(1)(h);")]
    [InlineData("[Tap] static readonly Node h = {|CS0103:Dens|}(3)(x); static readonly Output y = Dense(1)(h);")]
    [InlineData("[Frozen] static readonly Node h = {|CS0103:Dens|}(3)(x); static readonly Output y = Dense(1)(h);")]
    [InlineData("[Frozen] static readonly Output {|GG2004:y|} = ReLU(h); static readonly Node h = Sigmoid(y) + x;")]
    public Task What_is_not_known_is_not_told_of(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [InlineData("[Frozen] static readonly Node h = Use<Part>()(x)[\"a\"]; static readonly Output y = Dense(1)(h);")]
    [InlineData("[{|GG1009:Tap|}, Frozen] static readonly Node both = Use<Part>()(x); static readonly Output y = Dense(1)(both[\"a\"]), z = ReLU(both[\"b\"]);")]
    [InlineData("[Tap] static readonly Node h = Use<Part>()(x)[\"a\"]; static readonly Output y = Dense(1)(x);")]
    [InlineData("[{|GG1009:Frozen|}] static readonly Node h = Use<Bare>()(x); static readonly Output y = Dense(1)(h);")]
    public Task With_nested_models(string fields) => Build.ExpectAsync($$"""
        [Model]
        public partial class Part
        {
            static readonly Input x = Input(4);
            static readonly Output a = Dense(3)(x), b = ReLU(x);
        }

        [Model]
        public partial class Bare
        {
            static readonly Input x = Input(4);
            static readonly Output y = ReLU(x);
        }

        [Model]
        public partial class M
        {
            {{Input}} {{fields}}
        }
        """);

    [Fact]
    public async Task Says_why()
    {
        Assert.Equal(
            "[Frozen] has no effect on 'h': no layer with weights is applied in it: freeze the field whose layer has them",
            (await Build.ExpectModelAsync(Input + "[{|GG1009:Frozen|}] static readonly Node h = ReLU(x); static readonly Output y = Dense(1)(h);")).Message());
        Assert.Equal(
            "[Tap] has no effect on 'd': a layer is no tensor: tap a node that it is applied for",
            (await Build.ExpectModelAsync(Input + "[{|GG1009:Tap|}] static readonly Layer d = Dense(1); static readonly Output y = d(x);")).Message());
        Assert.Equal(
            "[Frozen] has no effect on 'z': an input has no weights",
            (await Build.ExpectModelAsync(Input + "[{|GG1009:Frozen|}] static readonly Input z = Input(4); static readonly Output y = Dense(1)(x + z);")).Message());
    }
}
