using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class OpenQuestionTests
{
    private const string Dims = "static readonly Dim T = Dim.Dynamic(), U = Dim.Dynamic(); static readonly Input a = Input(T, 4), b = Input(U, 4); ";

    private const string Windows =
        "static readonly Dim T = Dim.Dynamic(), L = Dim.Dynamic(min: 7), four = Dim.Dynamic(multipleOf: 4), width = Dim.Parameter(8); " +
        "static readonly Input p = Input(2, T), q = Input(width, 3), r = Input(T, 2, 2), s = Input(four, 2, 2), l = Input(2, L); ";

    private const string Used =
        " static readonly Output used = Concatenate(GlobalMaxPooling1D()(p), Flatten()(q), GlobalMaxPooling1D()(l)), t = Flatten()(r), u = Flatten()(s);";

    [Theory]
    [Breaks(Rules.OpenQuestion)]
    [InlineData("static readonly Output y = {|GG3011:Concatenate(a, b)|};")]
    public Task Sizes_may_differ(string fields) => Build.ExpectModelAsync(Dims + fields);

    [Theory]
    [Breaks(Rules.OpenQuestion)]
    [InlineData("static readonly Output y = {|GG3011:Conv1D(3, 2)(p)|};")]
    [InlineData("static readonly Output y = {|GG3011:MaxPooling1D(2)(p)|};")]
    [InlineData("static readonly Output y = {|GG3011:Cropping1D(1)(p)|};")]
    [InlineData("static readonly Output y = {|GG3011:Conv1DTranspose(3, 1, padding: 1)(p)|};")]
    [InlineData("static readonly Output y = {|GG3011:Conv1D(4, 1, groups: 2)(q)|};")]
    [InlineData("static readonly Output y = {|GG3011:PixelShuffle(2)(ZeroPadding2D(0)(r))|};")]
    public Task A_window_may_not_fit_and_channels_may_not_divide(string fields) => Build.ExpectModelAsync(Windows + fields + Used);

    [Theory]
    [Keeps(Rules.OpenQuestion)]
    [InlineData("static readonly Output y = Conv1D(3, 2, strides: 2, padding: Padding.Same)(p), z = Conv1D(3, 3, padding: 1)(p);")]
    [InlineData("static readonly Output y = AdaptiveMaxPooling1D(7)(p), z = GlobalMaxPooling1D()(p), w = UpSampling1D(2)(p), v = Conv1DTranspose(3, 2, 3)(p);")]
    [InlineData("static readonly Output y = DepthwiseConv1D(1, multiplier: 2)(q), z = SeparableConv1D(3, 1)(q), w = PixelShuffle(2)(UpSampling2D(2)(s));")]
    [InlineData("static readonly Output y = Conv1D(4, 7)(l), z = Cropping1D((3, 3))(l), w = MaxPooling1D(7)(l);")]
    public Task Windows_fit_whatever_comes(string fields) => Build.ExpectModelAsync(Windows + fields + Used);

    [Theory]
    [Keeps(Rules.OpenQuestion)]
    [InlineData("static readonly Output y = Concatenate(a, a), z = Concatenate(1, a, b);")]
    public Task Sizes_are_the_same(string fields) => Build.ExpectModelAsync(Dims + fields);

    [Fact]
    public Task One_question_is_told_once() =>
        Build.ExpectModelAsync(Dims + "static readonly Output y = {|GG3011:Concatenate(a, b)|}, z = Concatenate(a, b, a);");

    [Fact]
    public async Task Says_what_is_checked_and_where() => Assert.Equal(
        "'y' (Concatenate) joins 'a' (N, T, 4) and 'b' (N, U, 4) along axis 2: whether T = U is not known at build, so that 'forward' checks it",
        (await Build.ExpectModelAsync(Dims + "static readonly Output y = {|GG3011:Concatenate(a, b)|};")).Message());
}
