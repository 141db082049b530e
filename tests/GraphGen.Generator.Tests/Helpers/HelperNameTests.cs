using GraphGen.Compiler.Graphs;
using GraphGen.Generator.Tests.Harness;

namespace GraphGen.Generator.Tests.Helpers;

/// <summary>What the nodes, layers and keys of helpers are called.</summary>
public class HelperNameTests
{
    private const string Input = "static readonly Input x = Input(4); ";

    private const string Block = """
        static Node Block(Node input, int units)
        {
            Node wide = Dense(units, PReLU())(input);
            Node narrow = Dense(4)(ReLU(wide));
            return narrow + input;
        }

        """;

    [Fact]
    public void A_local_variable_is_named_behind_the_field() => AssertNames(
        Block + "static readonly Output y = Block(x, 8);",
        "y_wide y_narrow_relu y_narrow y",
        "y_narrow y_wide y_wide_prelu");

    [Fact]
    public void What_is_returned_has_the_name_of_the_field() => AssertNames(
        "static readonly Output y = F(x); static Node F(Node n) { Node a = Dense(2)(n), b = Dense(3, PReLU())(a); return b; }",
        "y_a y",
        "y y_a y_prelu");

    [Fact]
    public void A_call_in_an_expression_is_named_by_the_helper() => AssertNames(
        Block + "static readonly Output y = Dense(1)(Block(Block(x, 2), 3));",
        "y_block_wide y_block_narrow_relu y_block_narrow y_block y_block_2_wide y_block_2_narrow_relu y_block_2_narrow y_block_2 y");

    [Fact]
    public void A_call_for_a_variable_is_named_by_the_variable() => AssertNames(
        Block + "static readonly Output y = Two(x); static Node Two(Node n) { Node first = Block(n, 2), second = Block(first, 3); return Sigmoid(second); }",
        "y_first_wide y_first_narrow_relu y_first_narrow y_first y_second_wide y_second_narrow_relu y_second_narrow y_second y");

    [Fact]
    public void A_call_that_is_returned_adds_nothing() => AssertNames(
        Block + "static readonly Output y = Outer(x); static Node Outer(Node n) => Block(n, 2);",
        "y_wide y_narrow_relu y_narrow y");

    [Fact]
    public void Repetitions_are_numbered() => AssertNames(
        "static readonly Output y = F(x); static Node F(Node n) { for (int i = 0; i < 3; i++) n = Dense(2)(ReLU(n)); return n; }",
        "y_n_relu y_n y_n_2_relu y_n_2 y_n_3_relu y",
        "y y_n y_n_2");

    [Fact]
    public void Repeated_calls_are_numbered() => AssertNames(
        Block + "static readonly Output y = F(x); static Node F(Node n) { for (int i = 0; i < 2; i++) n = Block(n, 2); return Abs(n); }",
        "y_n_wide y_n_narrow_relu y_n_narrow y_n y_n_2_wide y_n_2_narrow_relu y_n_2_narrow y_n_2 y");

    [Fact]
    public void A_layer_in_a_variable_has_its_name() => AssertNames(
        "static readonly Output y = F(x); static Node F(Node n) { Layer shared = Dense(4); Node first = shared(n); return shared(ReLU(shared(first))); }",
        "y_first y_shared y_relu y",
        "y_shared");

    [Fact]
    public void A_layer_in_a_variable_shares_its_name_with_a_node() => AssertNames(
        "static readonly Output y = F(x); static Node F(Node n) { Layer shared = Dense(4); return ReLU(shared(n)); }",
        "y_shared y",
        "y_shared");

    [Fact]
    public void A_layer_of_a_field_keeps_its_name() => AssertNames(
        "static readonly Layer coder = Dense(4); static readonly Output y = F(x, coder); static Node F(Node n, Layer layer) { Node first = layer(n); return layer(layer(first)); }",
        "y_first y_coder y",
        "coder");

    [Fact]
    public void A_layer_that_is_handed_in_is_named_where_it_is_applied() => AssertNames(
        "static readonly Output y = F(x, Dense(4)); static Node F(Node n, Layer layer) { Node first = layer(n); return ReLU(layer(first)); }",
        "y_first y_dense y",
        "y_first");

    [Fact]
    public void A_layer_that_is_returned_has_the_name_of_the_field() => AssertNames(
        "static readonly Layer coder = F(4); static readonly Output y = coder(x) + x; static Layer F(int units) { Layer made = Dense(units, PReLU()); return made; }",
        "y_coder y",
        "coder coder_prelu");

    [Fact]
    public void Items_are_named_by_their_array_or_list() => AssertNames(
        """
        static readonly Output y = F(x);
        static Node F(Node n)
        {
            Node[] parts = new Node[2];
            for (int i = 0; i < parts.Length; i++) parts[i] = Dense(i + 1)(n);
            var more = new List<Node>();
            more.Add(Dense(3)(n));
            more.Add(Dense(4)(n));
            return Concatenate([.. parts, .. more]);
        }
        """,
        "y_parts y_parts_2 y_more y_more_2 y");

    [Fact]
    public void Branches_are_named_alike() => AssertNames(
        "static readonly Output y = F(x, 2); static Node F(Node n, int k) { Node a = k > 1 ? Dense(2)(n) : Dense(3)(n); Node b = k switch { 2 => ReLU(a), _ => a }; return b * 2; }",
        "y_a y_b y");

    [Fact]
    public void Variables_of_a_tuple_name_what_they_get() => AssertNames(
        "static readonly Output y = F(x); static Node F(Node n) { (Node a, Node b) = (Dense(2)(n), Dense(2)(n)); (a, b) = (b, a); return a - b; }",
        "y_a y_b y");

    [Fact]
    public void What_is_only_handed_on_keeps_its_name() => AssertNames(
        "static readonly Node h = Dense(3)(x); static readonly Output y = F(h) * 2; static Node F(Node n) { Node same = n; return same; }",
        "h y");

    [Fact]
    public void Keys_stand_behind_the_key_of_the_field()
    {
        Graph graph = Linked.Of(Input + Block + "[Name(\"old\")] static readonly Output y = Block(x, 8);");
        Assert.Equal(["old_narrow", "old_wide", "old_wide_prelu"], Keys(graph));
        Assert.Equal(["y_wide", "y_narrow"], graph.Nodes.Where(node => node.Layer?.Kind.Name == "Dense").Select(node => node.Name));
    }

    [Fact]
    public void A_layer_added_elsewhere_renames_nothing()
    {
        const string fields = "static readonly Node h = Block(x, 8); static readonly Output y = Dense(1)(Block(h, 3));";
        string[] before = [.. Keys(Linked.Of(Input + Block + fields))];
        foreach (string added in new[] { "static readonly Output z = Dense(1)(Block(x, 2));", "static readonly Node g = Block(x, 2); static readonly Output z = g;" })
            Assert.Subset(Keys(Linked.Of(Input + added + Block + fields)).ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public void Names_that_fields_have_are_not_given() => AssertNames(
        Block + "static readonly Node y_wide = Abs(x); static readonly Output y = Block(y_wide, 2), y_narrow = Block(y, 2);",
        "y_wide y_wide_2 y_narrow_2_relu y_narrow_2 y y_narrow_wide y_narrow_narrow_relu y_narrow_narrow y_narrow");

    private static void AssertNames(string members, string nodes, string? keys = null)
    {
        Graph graph = Linked.Of(Input + members);
        Assert.Empty(graph.Problems);
        Assert.Equal(nodes.Split(' '), graph.Nodes.Where(node => !node.IsInput).Select(node => node.Name));
        if (keys is not null) Assert.Equal(keys.Split(' '), Keys(graph));
    }

    /// <summary>The keys of the layers that have weights.</summary>
    private static IEnumerable<string> Keys(Graph graph) => graph.Nodes.Select(node => node.Layer).OfType<Compiler.Graphs.Layer>()
        .SelectMany(layer => layer.Inner.Prepend(layer))
        .Where(layer => layer.Weights?.Count > 0)
        .Select(layer => layer.Key)
        .Distinct()
        .Order(StringComparer.Ordinal);
}
