using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Declaration;

public sealed class OutsideLanguageTests
{
    private const string Input = "static readonly Input x = Input(4), z = Input(4); ";

    [Theory]
    [Breaks(Rules.OutsideLanguage)]
    [InlineData("static readonly Output y = {|GG1005:x as Input|} ?? z;")]
    [InlineData("static readonly Dictionary<string, Node> nodes = new() { [\"x\"] = x + z }; static readonly Output y = {|GG1005:nodes[\"x\"]|};")]
    [InlineData("static readonly Output y = {|GG1005:new Func<Node>(() => x)()|} + z;")]
    [InlineData("static readonly Output y = Add({|GG1005:new Node[2]|});")]
    [InlineData("static readonly Output y = {|GG1005:Other.Field|} + x + z;")]
    [InlineData("static readonly Output y = Dense(1, {|GG1005:nodes => nodes[0]!|})(x) + z;")]
    [InlineData("static readonly Layer d = {|GG1005:nodes => nodes[0]!|}; static readonly Output y = d(x) + d(z);")]
    [InlineData("static readonly Layer d = {|GG1005:Helper|}; static Node Helper(params Node?[] nodes) => nodes[0]!; static readonly Output y = d(x) + d(z);")]
    public Task Not_an_expression_of_the_language(string fields) =>
        Build.ExpectAsync($"[Model] public partial class M {{ {Input} {fields} }} static class Other {{ public static readonly Node Field = null!; }}");

    [Theory]
    [Breaks(Rules.OutsideLanguage)]
    [InlineData("static readonly Output y = Dense(1)({|GG1005:null|}!);")]
    [InlineData("static readonly Output y = Exp({|GG1005:null|});")]
    [InlineData("static readonly Output y = Add(x, {|GG1005:null|});")]
    [InlineData("static readonly Node n = {|GG1005:null|}!; static readonly Output y = x + n;")]
    [InlineData("static readonly Node n = x; static readonly Output y = n + {|GG1005:default(Node)|};")]
    public Task Nothing_in_place_of_a_node(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Breaks(Rules.OutsideLanguage)]
    [InlineData("static readonly Output y = Dense(1)({|GG1005:Input(3)|});")]
    [InlineData("static readonly Output y = {|GG1005:Input(3)|};")]
    [InlineData("static readonly Node n = {|GG1005:Input(3)|}; static readonly Output y = Dense(1)(n);")]
    [InlineData("static readonly Output y = x + {|GG1005:Input(4)|};")]
    [InlineData("static readonly Input w = {|GG1005:x|}; static readonly Output y = w + z;")]
    [InlineData("static readonly Input w = {|GG1005:Make()|}; static Input Make() => Input(3); static readonly Output y = w + z;")]
    public Task An_input_without_a_field_of_its_own(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Breaks(Rules.OutsideLanguage)]
    [InlineData("static readonly Output y = x[{|GG1005:0|}] + z[.., 0];")]
    [InlineData("static readonly Output y = x[{|GG1005:1..|}] + z;")]
    [InlineData("static readonly Output y = x[{|GG1005:^1|}, 2] + z;")]
    public Task A_slice_of_the_batch(string fields) => Build.ExpectModelAsync(Input + fields);

    [Fact]
    [Breaks(Rules.OutsideLanguage)]
    public async Task An_expression_nested_too_deeply()
    {
        string source = $"[Model] public partial class M {{ {Input} static readonly Output y = z + x{string.Concat(Enumerable.Repeat(" + x", 250))}; }}";
        Assert.Equal([Rules.OutsideLanguage], (await Build.DiagnoseAsync(source)).Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [Keeps(Rules.OutsideLanguage)]
    [InlineData("static readonly Output y = Dense(1)(x + z);")]
    [InlineData("static readonly Output y = ((Dense(1)))((x)) + (Node)z;")]
    [InlineData("static readonly Output y = Dense(1).Invoke(x) + z;")]
    [InlineData("static readonly Output y = Dense(1)(x!)! + z;")]
    [InlineData("static readonly Output y = Layers.Dense(1)(M.x) + GraphGen.Layers.ReLU(z);")]
    [InlineData("static readonly Output y = Add([x, z]), w = Add(x, z), v = Add(new Node[] { x, z }), u = Add(nodes: new[] { x, z });")]
    [InlineData("static readonly Node[] nodes = [x, z]; static readonly Output y = Add(nodes);")]
    [InlineData("static readonly Layer d = Dense(1), e = d; static readonly Output y = e(x) + d(z);")]
    [InlineData("static readonly Output y = -(2 * x - z / 3) + 1 - (1 - x) * z / (1 / x);")]
    [InlineData("static readonly Output y = x[.., 1..3] + z[.., ^2..];")]
    [InlineData("static readonly Output w = Dense(4)(x), y = w + z; static readonly Node n = w; static readonly Output v = n * 2;")]
    [InlineData("static readonly Output y = x; static readonly Output w = z;")]
    [InlineData("static readonly Node[] nodes = [x, z]; static readonly Output y = nodes[0] + nodes[^1];")]
    [InlineData("static readonly List<Node> nodes = [x, z]; static readonly Output y = nodes[0] + nodes[1];")]
    [InlineData("static readonly bool first = true; static readonly Output y = first ? x + z : z;")]
    [InlineData("static readonly Layer? a = null; static readonly Output y = Dense(1, a ?? ReLU)(x) + z;")]
    [InlineData("const int kind = 2; static readonly Output y = kind switch { 1 => x, 2 or 3 => x + z, _ => z };")]
    [InlineData("static readonly int kind = 2; static readonly Output y = kind switch { 1 => x, > 1 and < 4 => x + z, _ => z };")]
    [InlineData("static readonly (Node Left, Node Right) both = (x, z); static readonly Output y = both.Left + both.Item2;")]
    [InlineData("static readonly Layer a = ReLU; static readonly Output y = Dense(1, a)(x) + a(z);")]
    public Task An_expression_of_the_language(string fields) => Build.ExpectModelAsync(Input + fields);

    [Fact]
    public async Task Says_what_to_write_instead()
    {
        Assert.Equal(
            "A model cannot be declared with 'Other.Field': use the layers, functions and operators of GraphGen.Layers on fields of this model",
            (await Build.ExpectAsync($"[Model] public partial class M {{ {Input} static readonly Output y = {{|GG1005:Other.Field|}} + x + z; }} static class Other {{ public static readonly Node Field = null!; }}")).Message());
        Assert.Equal(
            "A model cannot be declared with an input within an expression: give the input a field of its own, 'static readonly Input x = Input(...)'",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = x + z + Dense(4)({|GG1005:Input(3)|});")).Message());
        Assert.Equal(
            "A model cannot be declared with 'null' in place of a node: apply a layer to a node here",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = x + z + Dense(4)({|GG1005:null|}!);")).Message());
        Assert.Equal(
            "A model cannot be declared with a slice of the batch: write '..' first, which stands for the batch: it is always whole",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = x[{|GG1005:0|}] + z[.., 0];")).Message());
    }
}
