using GraphGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers.Tests.Declaration;

/// <summary>What is wrong in a helper is told at its line, once, with the calls that led there.</summary>
public sealed class HelperTests
{
    private const string Fields = "static readonly Input x = Input(4);\n";

    private const string Others = """
        sealed class Maker
        {
            public static int Count = 1;
            public Node Make(Node node) => node;
            public static async System.Threading.Tasks.Task<int> Later() { await System.Threading.Tasks.Task.Yield(); return 3; }
        }

        [Model]
        public partial class Other
        {
            public static readonly Input h = Input(4);
            static readonly Output y = Abs(h);
        }
        """;

    /// <summary>Bodies of <c>static Node F(Node n, int k)</c>.</summary>
    [Theory]
    [Breaks(Rules.OutsideLanguage)]
    [InlineData("{|GG1005:try|} { return n; } catch { return n; }")]
    [InlineData("{|GG1005:try|} { n = Dense(2)(n); } finally { } return n;")]
    [InlineData("{|GG1005:lock|} (n) { } return n;")]
    [InlineData("{|GG1005:using|} var stream = new System.IO.MemoryStream(); return n;")]
    [InlineData("{|GG1005:using|} (new System.IO.MemoryStream()) { } return n;")]
    [InlineData("if (k > 3) {|GG1005:goto|} end; {|GG1005:end|}: return n;")]
    [InlineData("{|GG1005:Console.WriteLine(k)|}; return n;")]
    [InlineData("Func<Node, Node> f = {|GG1005:m => m|}; return f(n) + f(n);")]
    [InlineData("Node G() => Dense(2)({|GG1005:n|}); return G();")]
    [InlineData("return {|GG1005:G(n)|}; static T G<T>(T m) => m;")]
    [InlineData("return {|GG1005:G(ref n)|}; static Node G(ref Node m) => m;")]
    [InlineData("{|GG1005:G(n, out Node m)|}; return m + n; static void G(Node n, out Node m) => m = n;")]
    [InlineData("Maker? maker = null; return {|GG1005:maker!.Make(n)|};")]
    [InlineData("{|GG1005:Maker.Count|} = 3; return n;")]
    [InlineData("{|GG1005:s_count|} = 3; return n;")]
    [InlineData("(int A, int B) t = (1, 2); {|GG1005:t.A|} = 3; return Dense(t.A)(n);")]
    [InlineData("switch (n) { case {|GG1005:Input i|}: return n; default: return Dense(2)(n); }")]
    [InlineData("return {|GG1005:Input(4)|} + n;")]
    [InlineData("Dim d = {|GG1005:Dim.Dynamic()|}; return Dense(d)(n);")]
    [InlineData("return {|GG1005:nodes => nodes[0]!|};", "Layer", "F(x, 3)(x)")]
    [InlineData("return n + {|GG1005:null|}!;")]
    [InlineData("Node? m = null; return Abs({|GG1005:m|}) + n;")]
    [InlineData("Layer? l = null; return {|GG1005:l|}!(n);")]
    [InlineData("int[]? a = null; return Dense({|GG1005:a|}![0])(n);")]
    [InlineData("int? a = null; return Dense({|GG1005:{|CS8629:a|}.Value|})(n);")]
    [InlineData("if (k > 2) {|GG1005:throw new ArgumentException(\"k\");|} return n;")]
    [InlineData("return k switch { 1 => n, _ => {|GG1005:throw new ArgumentException()|} };")]
    [InlineData("return Dense({|GG1005:k {|CS8509:switch|} { 1 => 3, 2 => 4 }|})(n);")]
    [InlineData("s_sizes[0] = 3; return n;", "Node", "F(x, 3)", "s_sizes")]
    [InlineData("var l = new List<int> { 1, 2 }; {|GG1005:foreach|} (int i in l) l.Add(i); return n;")]
    public Task Not_interpreted(string body, string type = "Node", string call = "F(x, 3)", string? refused = null) =>
        Expect(refused is null ? body : body.Replace(refused, $"{{|GG1005:{refused}|}}"), type, call);

    [Theory]
    [Breaks(Rules.NotKnownAtBuild)]
    [InlineData("return Dense({|GG1004:Maker.Later().Result|})(n);")]
    [InlineData("foreach (char c in {|GG1004:\"ab\"|}) n = Dense(2)(n); return n;")]
    [InlineData("int[,] a = {|GG1004:new int[2, 2]|}; return n;")]
    [InlineData("var d = {|GG1004:new Dictionary<int, int>()|}; return n;")]
    [InlineData("return {|GG1004:n == s_nodes[0]|} ? n : Dense(2)(n);")]
    [InlineData("return Dense({|GG1004:k.GetHashCode()|})(n);")]
    [InlineData("return Dense((int){|GG1004:Math.Round(2.55, 1)|})(n);")]
    [InlineData("return Dense((int)({|GG1004:s_price * 2|}))(n);")]
    [InlineData("return Dense({|GG1004:s_count|})(n);")]
    [InlineData("int a = int.MaxValue; return Dense({|GG1004:a + 1|})(n);")]
    [InlineData("int a = int.MaxValue; {|GG1004:a++|}; return Dense(a)(n);")]
    [InlineData("byte a = 200; return Dense({|GG1004:(byte)(a + 100)|})(n);")]
    [InlineData("double a = 1e300; return Dense({|GG1004:(int)a|})(n);")]
    [InlineData("return Dense({|GG1004:k / (k - 3)|})(n);")]
    public Task Not_known(string body) => Expect(body);

    [Theory]
    [Breaks(Rules.ArgumentOutOfRange)]
    [InlineData("return Dense({|GG1006:k - 3|})(n);")]
    [InlineData("int[] a = { 1, 2 }; return Dense(a[{|GG1006:k|}])(n);")]
    [InlineData("int[] a = { 1, 2 }; return Dense(a[{|GG1006:^k|}])(n);")]
    [InlineData("int[] a = { 1, 2 }; return Dense(a[{|GG1006:1..k|}].Length)(n);")]
    [InlineData("int[] a = { 1, 2 }; a[{|GG1006:-k|}] = 3; return n;")]
    [InlineData("return Dense(new int[{|GG1006:-k|}].Length)(n);")]
    [InlineData("return Dense({|GG1006:new int[0]|}.Last())(n);")]
    [InlineData("return Dense(Enumerable.Range(0, {|GG1006:-k|}).Count())(n);")]
    public Task Out_of_range(string body) => Expect(body);

    [Theory]
    [Breaks(Rules.OutsideLanguage)]
    [InlineData("return {|GG1005:F(n, k)|};")]
    [InlineData("return {|GG1005:F(n, k + 1)|};")]
    [InlineData("return G(n); static Node G(Node m) => {|GG1005:H(m)|}; static Node H(Node m) => G(m);")]
    [InlineData("{|GG1005:while|} (true) n = Dense(2)(n);")]
    [InlineData("{|GG1005:for|} (;;) { }")]
    [InlineData("{|GG1005:do|} { k++; if (k > 1000) k = 0; } while (k < 10_000); return n;")]
    [InlineData("{|GG1005:for|} (int i = 0; i < 1_000_000; i++) n = Dense(4)(n); return n;")]
    [InlineData("for (int i = 0; i < 10; i++) {|GG1005:for|} (int j = 0; j >= 0; j++) n = Dense(4)(n); return n;")]
    [InlineData("{|GG1005:foreach|} (int i in new int[900_000]) k = i; return n;")]
    public Task Without_end(string body) => Expect(body);

    [Fact]
    [Breaks(Rules.OutsideLanguage)]
    public async Task Says_what_is_wrong()
    {
        Assert.Equal(
            "A model cannot be declared with 'try' in a helper: write helpers with variables, 'if', loops, 'switch', 'return' and calls of other helpers",
            (await Expect("{|GG1005:try|} { return n; } catch { return n; }")).Message());
        Assert.Equal("A model cannot be declared with 'G(n)': write 'G' without type parameters", (await Expect("return {|GG1005:G(n)|}; static T G<T>(T m) => m;")).Message());
        Assert.Equal(
            "A model cannot be declared with 'maker!.Make(n)': make 'Make' static, for there is no object at build time",
            (await Expect("Maker? maker = null; return {|GG1005:maker!.Make(n)|};")).Message());
        Assert.Equal(
            "A model cannot be declared with a helper that comes to 'throw new ArgumentException()': call it with other arguments",
            (await Expect("return k switch { 1 => n, _ => {|GG1005:throw new ArgumentException()|} };")).Message());
        Assert.Equal("'index' is 3, and must be from 0 to 1", (await Expect("int[] a = { 1, 2 }; return Dense(a[{|GG1006:k|}])(n);")).Message());
        Assert.Equal("A model cannot be declared with more than 100 calls within calls: let the calls end earlier, or write a loop", (await Expect("return {|GG1005:F(n, k)|};")).Message());
        Assert.Equal(
            "A model cannot be declared with helpers of more than 1,000,000 steps: let the loop end earlier: it began 1,000,000 times", (await Expect("{|GG1005:for|} (;;) { }")).Message());
        Assert.Equal(
            "A model cannot be declared with more than 10,000 nodes: let the loop end earlier: it began 9,999 times",
            (await Expect("{|GG1005:while|} (true) n = Dense(2)(n);")).Message());
    }

    [Fact]
    public async Task The_calls_are_related_innermost_first()
    {
        const string helpers = """
            static Node Outer(Node n) { Node a = Middle(n, 0); return Middle(a, 2); }
            static Node Middle(Node n, int units) => Inner(ReLU(n), units);

            """;
        string[] calls = ["Inner(ReLU(n), units)", "Middle(n, 0)", "Outer(x)"];

        // Found by reading, by linking, and by the shapes.
        Assert.Equal(calls, (await Build.ExpectModelAsync($"{Fields}{helpers} static Node Inner(Node n, int units) {{ {{|GG1005:Console.WriteLine()|}}; return n; }} static readonly Output y = Outer(x);")).Related());
        Assert.Equal(calls, (await Build.ExpectModelAsync($"{Fields}{helpers} static Node Inner(Node n, int units) => Dense({{|GG1006:units|}})(n); static readonly Output y = Outer(x);")).Related());
        Assert.Equal(
            [.. calls, "ReLU(n)", "static readonly Input x = Input(4);"],
            (await Build.ExpectModelAsync($"{Fields}{helpers} static Node Inner(Node n, int units) => {{|GG3001:Conv1D(2, 2)(n)|}}; static readonly Output y = Outer(x);")).Related().Select(text => text == "x" ? "static readonly Input x = Input(4);" : text));
        Assert.Equal(
            [.. calls, "ReLU(n)", "static readonly Input x = Input(4);"],
            (await Build.ExpectModelAsync($"{Fields}{helpers} static Node Inner(Node n, int units) => Concatenate({{|GG3009:7|}}, n, n); static readonly Output y = Outer(x);")).Related().Select(text => text == "x" ? "static readonly Input x = Input(4);" : text));
    }

    [Fact]
    public async Task A_call_that_recurs_is_related_once()
    {
        IEnumerable<string> related = (await Build.ExpectModelAsync(Fields + "static readonly Output y = F(x, 20); static Node F(Node n, int k) => k > 0 ? F(n, k - 1) : Dense({|GG1006:k|})(n);")).Related();
        Assert.Equal(["F(n, k - 1)", "F(x, 20)"], related);
    }

    [Fact]
    public async Task A_helper_that_is_called_often_is_told_once()
    {
        string calls = string.Concat(Enumerable.Range(0, 10).Select(i => $"static readonly Output y{i} = F(x, {i});"));
        await Build.ExpectModelAsync(Fields + calls + "static Node F(Node n, int k) => {|GG3001:Conv1D(2, 2)(n)|};");
        await Build.ExpectModelAsync(Fields + calls + "static Node F(Node n, int k) => Dense({|GG1006:k - 20|})(n);");
        await Build.ExpectModelAsync(Fields + calls + "static Node F(Node n, int k) { {|GG1005:lock|} (n) { } return n; }");
    }

    [Fact]
    public async Task A_helper_may_be_of_another_class()
    {
        const string source = """
            [Model] public partial class M
            {
                static readonly Input x = Input(4);
                static readonly Output y = x.Block(3), z = Tools.Blocks.Block(n: x, k: 2);
            }

            namespace Tools
            {
                static partial class Blocks
                {
                    static readonly int s_factor = 2 * Half;
                    const int Half = 1;
                    public static Node Block(this Node n, int k = 1) => Dense({|GG1006:s_factor - k|})(n) + Part(n);
                    private static partial Node Part(Node n);
                }

                static partial class Blocks
                {
                    private static partial Node Part(Node n) { return ReLU(n); }
                }
            }
            """;
        IReadOnlyList<Diagnostic> found = await Build.ExpectAsync("using Tools;\n" + source);
        Assert.Equal("'units' is -1, and must be at least 1", found.Message());
        Assert.Equal(["x.Block(3)"], found.Related());
    }

    [Theory]
    [Keeps(Rules.OutsideLanguage)]
    [Keeps(Rules.ArgumentOutOfRange)]
    [Keeps(Rules.NotKnownAtBuild)]
    [InlineData("return n;")]
    [InlineData("if (k < 1) throw new ArgumentException(); return Dense(k)(n);")]
    [InlineData("int[] a = { 1, 2, 3 }; return Dense(a[^k])(n);")]
    [InlineData("for (int i = 0; i < 50; i++) n = Dense(4)(n); return n;")]
    [InlineData("int[] a = [.. s_sizes]; a[0] = 7; return Dense(a[0])(n);")]
    [InlineData("return k > 99 ? n : F(n, k + 1);")]
    [InlineData("Layer l = k > 2 ? ReLU : Tanh; return l(n);")]
    [InlineData("return Maker.Count > 0 ? n : Abs(n);", "Maker.Count")]
    public Task Interpreted(string body, string? unknown = null) => Expect(unknown is null ? body : body.Replace(unknown, $"{{|GG1004:{unknown}|}}"));

    [Theory]
    [InlineData("public partial class Half { static readonly Input x = Input(4), z = Input(3); static readonly Output y = F(x); static Node F(Node n) { return ")]
    [InlineData("public partial class Half { static readonly Input x = Input(4), z = Input(3); static readonly Output y = F(x); static Node F(Node n) { return Dense(2)(n) } }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4), z = Input(3); static readonly Output y = F(x); static Node F(Node n) { Node m = ; return m; } }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static Node F(Node n) { } }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static Node F(Node n) { Node m; return m; } }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static Node F(Node n) => nothing(n); }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static Node F(Node n) { foreach (var i in nothing) n = Abs(n); return n; } }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static Node F(Node n) { for (int i = 0; i < m; i++) n = Abs(n); return n; } }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static Node F(Node n) { switch (m) { case 1: return n; } return n; } }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static Node F(Node n) { break; return n; } }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x, ); static Node F(Node n, int k) => n; }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static Node F(Node n, int k) => n; }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static Node F(Node n, k) => n; }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static Node F(Node n); }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static partial Node F(Node n); }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static Node F(Node n) => n; static Node F(Node m) => m; }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static int F(Node n) => 3; }")]
    [InlineData("public partial class Half { static readonly Input x = Input(4); static readonly Output y = F(x); static void F(Node n) { return n; } }")]
    public async Task While_it_is_typed_only_the_compiler_reports(string source)
    {
        IReadOnlyList<Diagnostic> found = await Build.DiagnoseAsync("[Model] " + source);
        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.StartsWith("CS", diagnostic.Id, StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<Diagnostic>> Expect(string body, string type = "Node", string call = "F(x, 3)") => Build.ExpectAsync(
        $$"""
        [Model]
        public partial class M
        {
            static readonly Input x = Input(4);
            static readonly Output y = {{call}};
            internal static readonly Node[] s_nodes = [x];
            internal static readonly int[] s_sizes = [1, 2];
            internal static readonly decimal s_price = 1.5m;
            internal static int s_count = 2;
            static {{type}} F(Node n, int k) { {{body}} }
        }

        {{Others}}
        """);
}
