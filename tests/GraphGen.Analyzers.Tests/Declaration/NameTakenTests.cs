using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Declaration;

public sealed class NameTakenTests
{
    private const string Input = "static readonly Input x = Input(4); ";

    [Theory]
    [Breaks(Rules.NameTaken)]
    [InlineData("[Name(\"a\")] static readonly Node h = Dense(1)(x); [Name(\"a\")] static readonly Output {|GG1007:y|} = Dense(1)(h);")]
    [InlineData("static readonly Node a = Dense(1)(x); [Name(\"a\")] static readonly Output {|GG1007:y|} = Dense(1)(a);")]
    [InlineData("[Name(\"y\")] static readonly Layer d = Dense(4); static readonly Node h = d(d(x)); static readonly Output {|GG1007:y|} = Dense(1)(h);")]
    [InlineData("[Name(\"a\")] static readonly Node h = Dense(1)(x), {|GG1007:g|} = Dense(1)(h); static readonly Output y = Dense(1)(g);")]
    public Task Two_layers_have_one_key(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Breaks(Rules.NameTaken)]
    [InlineData("static readonly Dim {|GG1007:device|} = Dim.Parameter(2); static readonly Output y = Dense(device)(x);")]
    [InlineData("static readonly Input {|GG1007:train|} = Input(1); static readonly Output y = Dense(1)(train) + x;")]
    [InlineData("static readonly Node {|GG1007:parameters|} = Dense(1)(x); static readonly Output y = Dense(1)(parameters);")]
    [InlineData("static readonly Output {|GG1007:call|} = Dense(1)(x);")]
    [InlineData("static readonly Layer {|GG1007:apply|} = Dense(1); static readonly Output y = apply(x);")]
    [InlineData("static readonly int {|CS0108:{|GG1007:name|}|} = 3; static readonly Output y = Dense(name)(x);")]
    [InlineData("static readonly Output {|GG1007:forward|} = Dense(1)(x);")]
    [InlineData("static readonly Output {|GG1007:GetHashCode|} = Dense(1)(x);")]
    public Task A_field_would_hide_a_member_of_modules(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Breaks(Rules.NameTaken)]
    [InlineData("static readonly Output {|GG1007:Outputs|} = Dense(1)(x);")]
    [InlineData("static readonly Output {|GG1007:Summary|} = Dense(1)(x);")]
    [InlineData("static readonly Output y = Dense(1)(x); public string {|GG1007:Summary|}() => \"\";")]
    [InlineData("static readonly Output y = Dense(1)(x); public int {|GG1007:Graph|} { get; }")]
    [InlineData("static readonly Output y = Dense(1)(x); public class {|GG1007:Inputs|};")]
    [InlineData("static readonly Output y = Dense(1)(x); public object {|GG1007:GetLayer|}(string name) => name;")]
    [InlineData("static readonly Output y = Dense(1)(x); public TorchSharp.torch.Tensor {|GG1007:forward|}(TorchSharp.torch.Tensor x) => x;")]
    [InlineData("static readonly Output y = Dense(1)(x); public override TorchSharp.torch.Tensor {|GG1007:forward|}(TorchSharp.torch.Tensor x) => x;")]
    [InlineData("static readonly Output y = Dense(1)(x); public void {|GG1007:Freeze|}(string name) { }")]
    [InlineData("[Tap] static readonly Output y = Dense(1)(x); public int {|GG1007:Taps|} => 3;")]
    [InlineData("[Tap] static readonly Output y = Dense(1)(x); public TorchSharp.torch.Tensor {|GG1007:Features|}(TorchSharp.torch.Tensor x) => x;")]
    [InlineData("[Tap] static readonly Output {|GG1007:Features|} = Dense(1)(x);")]
    public Task A_member_would_be_declared_twice(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Keeps(Rules.NameTaken)]
    [InlineData("[Name(\"a\")] static readonly Node h = Dense(1)(x); [Name(\"b\")] static readonly Output y = Dense(1)(h);")]
    [InlineData("[Name(\"b\")] static readonly Node a = Dense(1)(x); [Name(\"a\")] static readonly Output b = Dense(1)(a);")]
    [InlineData("[Name(\"y\")] static readonly Layer d = Dense(4); static readonly Node h = d(x); static readonly Output y = d(h);")]
    [InlineData("[Name(\"x\")] static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Node y_dense = Dense(1)(x); static readonly Output y = Dense(1)(Dense(1)(y_dense));")]
    [InlineData("static readonly Output y = Dense(1)(x); public string Summary(int lines) => Summary()[..lines]; public TorchSharp.torch.Tensor forward(int x) => forward(TorchSharp.torch.zeros(x));")]
    [InlineData("static readonly Output Save = Dense(1)(x); public int Load => 3;")]
    [InlineData("static readonly Output y = Dense(1)(x); public void Save(string path, int level) => Save(path); public int Load(string path, bool strict, bool convert) => 3;")]
    [InlineData("static readonly Output Taps = Dense(1)(x); public TorchSharp.torch.Tensor Features(TorchSharp.torch.Tensor x) => x;")]
    [InlineData("[Tap] static readonly Output y = Dense(1)(x); public void Features(int x) { } public void Freeze() { }")]
    [InlineData("static readonly Output y = Dense(1)(x); public int Count => 3; public void Dispose(int x) { }")]
    [InlineData("static readonly Node sigmoid = Dense(1, Sigmoid)(x); static readonly Output relu = Dense(1, ReLU)(sigmoid);")]
    [InlineData("static readonly Node dense = Dense(1)(x); static readonly Output y = Dense(1)(dense);")]
    [InlineData("static readonly Node padding = Dense(1)(x), size = Dense(1)(padding), layers = Layers.Dense(1)(size), dim = Dense(1)(layers); static readonly Output output = Dense(1)(dim);")]
    [InlineData("static readonly Node dispose = Dense(1)(x), create = Dense(1)(dispose), summary = Dense(1)(create), graph = Dense(1)(summary); static readonly Output inputs = Dense(1)(graph);")]
    [InlineData("static readonly Node @class = Dense(1)(x), größe = Dense(1)(@class), device = Dense(1)(größe), dtype = Dense(1)(device); static readonly Output input = Dense(1)(dtype);")]
    public Task Names_that_are_free(string fields) => Build.ExpectModelAsync(Input + fields);

    [Fact]
    public Task Fields_of_one_name_are_the_compilers_to_report() =>
        Build.ExpectModelAsync(Input + "static readonly Node h = Dense(1)(x); static readonly Node {|CS0102:h|} = Dense(2)(x); static readonly Output y = Dense(1)({|CS0229:h|});");

    [Fact]
    public async Task Says_whose_name_it_is()
    {
        IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> twice =
            await Build.ExpectModelAsync(Input + "static readonly Node a = Dense(1)(x); [Name(\"a\")] static readonly Output {|GG1007:y|} = Dense(1)(a);");
        Assert.Equal("'y' and 'a' would both have the key 'a' in the state dict: give one of them another with [Name]", twice.Message());
        Assert.Equal(["a"], twice.Related());
        Assert.Equal(
            "'train' is a member of every TorchSharp module, which the field would hide: choose another name",
            (await Build.ExpectModelAsync("static readonly Input {|GG1007:train|} = Input(1); static readonly Output y = Dense(1)(train);")).Message());
        Assert.Equal(
            "'Summary' is a member of the generated half: choose another name",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = Dense(1)(x); public string {|GG1007:Summary|}() => \"\";")).Message());
    }
}
