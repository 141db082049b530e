using System.Globalization;
using System.Reflection;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Linking;
using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Generator.Tests.Helpers;

/// <summary>A helper computes at build what C# computes when it runs: each is compiled, run and interpreted.</summary>
public class HelperSemanticsTests
{
    private const string Tools = """
        enum Kind { First, Second = 5, Third }

        static class H
        {
            const int Big = 1_000_000;
            static readonly int[] s_sizes = { 3, 5, 8 };
            static readonly (int Width, int Depth)[] s_blocks = { (64, 2), (128, 3) };
            static readonly double s_rate = 0.1;

            static int Square(int n) => n * n;
            static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);
            static int Sum(params int[] numbers) { int sum = 0; foreach (int number in numbers) sum += number; return sum; }
            static int Minus(int a, int b = 10) => a - b;
            static double Scale(double x, double by = 0.5) => x * by;
            static (int, int) DivRem(int a, int b) => (a / b, a % b);
            static void Fill(int[] numbers, int value) { for (int i = 0; i < numbers.Length; i++) numbers[i] = value; }
            static int Log(List<int> log, int value) { log.Add(value); return value; }
            static bool Note(List<int> log, bool value) { log.Add(value ? 1 : 0); return value; }
            static int Read(int[] list, in int at) => list[at];
            static string Name(Kind kind) => $"{kind}";

            public static object F() { @BODY }
        }
        """;

    /// <summary>Each body, and what it is about.</summary>
    public static TheoryData<string> Bodies =>
    [
        // Variables and assignments.
        "int a = 3, b = a * 2; var c = a + b; c -= 4; c *= 3; c /= 2; c %= 5; return c;",
        "int i = 5; int a = i++ + ++i; int b = i-- - --i; return a * 100 + b * 10 + i;",
        "int a, b; a = b = 4; return a * 10 + b;",
        "int a = 1; a <<= 5; a |= 3; a ^= 10; a &= 0x3e; a >>= 1; return a;",
        "byte b = 250; b += 5; b--; return (int)b;",
        "double d = 1; d += 2; d /= 4; return d;",
        "int? n = null; n ??= 4; int m = n ?? 5; return m + (n.HasValue ? n.Value : 0);",
        "string s = \"a\"; s += 1; s += true; s += null; return s == \"a1True\";",
        "const int local = 7; return local * Big;",
        "(int a, int b) = (1, 2); (a, b) = (b, a); var (c, (d, e)) = (3, (4, 5)); (_, int f) = (6, 7); return ((((a * 10 + b) * 10 + c) * 10 + d) * 10 + e) * 10 + f;",
        "int[] a = { 1, 2, 3 }; (a[0], a[2]) = (a[2], a[0]); a[1] += 5; a[0]++; return a[0] * 100 + a[1] * 10 + a[2];",

        // Arithmetic.
        "int a = -7; return a / 2 * 100 + a % 2 * 10 + (a >> 1);",
        "int a = 1; return a << 33;",
        "int a = 1; return a << 31;",
        "uint a = 1; a = ~a; return a >> 28;",
        "long a = int.MaxValue; a++; return a;",
        "long a = 1; return a << 40;",
        "float a = 0.1f; float b = a * 3; return (double)b;",
        "double a = 1e300; return a * a > double.MaxValue;",
        "double a = 0; return a / a == a / a;",
        "double a = 0; double n = a / a; return n != n && !(n < 1) && !(n >= 1);",
        "double a = 7.9; return (int)a + (int)-a;",
        "int a = 7; return a / 2.0;",
        "short a = 300; int b = a * a; return b;",
        "return Math.Max(3, 4) * 1000 + Math.Min(3, -4) * 100 + Math.Abs(-5) * 10 + (int)Math.Pow(2, 3);",
        "return Math.Sqrt(2) + Math.Floor(-1.5) + Math.Ceiling(-1.5) + Math.Exp(1) + Math.Log(10) + Math.Round(2.5) + Math.Abs(-0.5) + Math.Max(0.1, 0.2f) + Math.Min(1L, 2);",
        "bool a = true, b = false; return (a & !b) | (a ^ b) && !(a && b) ? 1 : 0;",
        "int a = 5; return ~a + -a + +a;",
        "return (1 < 2) == (3 >= 3) != (2 > 2) && 1 != 2 && 2 <= 2;",

        // Control flow.
        "int n = 0; for (int i = 0, j = 10; i < j; i++, j--) n += i * j; return n;",
        "int n = 0; for (;;) { if (++n > 10) break; if (n % 2 == 0) continue; n += 2; } return n;",
        "int n = 100, steps = 0; while (n > 1) { n = n % 2 == 0 ? n / 2 : 3 * n + 1; steps++; } return steps;",
        "int n = 0; do { n += 3; if (n == 6) continue; } while (n < 10); return n;",
        "int n = 0; foreach (int i in Enumerable.Range(2, 4)) { foreach (int j in new[] { 1, 2, 3 }) { if (j == 2) continue; n += i * j; if (n > 20) break; } } return n;",
        "int n = 0; foreach (var (width, depth) in s_blocks) n = n * 10 + width * depth; return n;",
        "double n = 0; foreach (double i in s_sizes) n += i / 2; return n;",
        "int n = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) { if (j > i) break; n++; } return n;",
        "int a = 4; if (a < 3) return 1; else if (a < 5) { a = 7; } else return 2; return a;",
        "int n = 0; { int inner = 4; n += inner; } { int inner = 5; n += inner; } ; return n;",
        "int n = 0; for (int i = 0; i < 20; i++) { switch (i % 7) { case 0: n += 1; break; case 1: case 2: n += 10; continue; case > 4: n += 100; break; default: n += 1000; break; } n *= 2; if (n > 100_000) return n; } return n;",
        "switch (s_sizes.Length) { case 2: return 1; case 3 when s_rate > 1: return 2; case 3: return 3; } return 4;",
        "switch (\"b\") { case \"a\": return 1; case \"b\": return 2; default: throw new Exception(); }",

        // Switch expressions and patterns.
        "Kind kind = Kind.Second; return kind switch { Kind.First => 1, Kind.Second or Kind.Third => 2, _ => 3 };",
        "int a = 7; return a switch { < 0 => 1, >= 0 and < 5 => 2, not 7 => 3, var b when b > 7 => 4, int c => c * 10 };",
        "return (3, \"x\") switch { (1, _) => 1, (3, \"y\") => 2, (3, var s) => s == \"x\" ? 3 : 4, _ => 5 };",
        "int? a = null; return a switch { null => 1, { } b => b };",
        "int? a = 4; return a is int b && b > 3 && a is not null && a is > 2 and < 5 ? b : 0;",
        "return (s_rate switch { 0.1 => \"a\", _ => \"b\" }) switch { \"a\" => 1, _ => 2 };",
        "bool a = true; return a switch { true => 1, false => 2 };",

        // Arrays, lists and ranges.
        "int[] a = new int[4]; a[1] = 3; a[^1] = 4; return a[0] + a[1] * 10 + a[3] * 100 + a.Length * 1000;",
        "int[][] a = { new[] { 1, 2 }, new int[3] }; a[1][2] = 5; int[] b = a[0]; b[0] = 9; return a[0][0] * 100 + a[1][2] * 10 + a[1].Length;",
        "int[] a = { 1, 2, 3, 4, 5 }; int[] b = a[1..^1]; b[0] = 9; return a[1] * 1000 + b[0] * 100 + b.Length * 10 + a[..2][1] + a[3..][0];",
        "List<int> l = new() { 1, 2 }; l.Add(3); l.AddRange(new[] { 4, 5 }); l[0] = 7; var c = l.ToArray(); l[1] = 0; return l.Count * 10000 + c[0] * 1000 + c[1] * 100 + l[^1] * 10 + l.Last() + l.First();",
        "List<int> a = [1, 2], b = a; b.Add(3); return a.Count;",
        "int[] a = [1, .. s_sizes, 2]; List<int> b = [.. a, .. Enumerable.Range(0, 3)]; return a.Length * 1000 + b.Count * 100 + b[1];",
        "int[] a = s_sizes.ToArray(); a[0] = 100; return a[0] + s_sizes[0];",
        "var l = new List<int>(s_sizes); l.Add(1); return l.Count + new List<double>(16).Count + s_sizes.Count() + Array.Empty<int>().Length;",
        "IReadOnlyList<int> l = s_sizes; IEnumerable<int> e = l; int n = l.Count + l[1]; foreach (int i in e) n += i; return n;",
        "int[] a = new int[3]; Fill(a, 4); return Sum(a);",
        "bool[] flags = new bool[2]; string?[] names = new string?[1]; int?[] sizes = new int?[1]; return !flags[1] && names[0] == null && sizes[0] is null;",
        "int at = 0; int[] a = { 5, 6, 7 }; int b = a[at++] * 10 + a[at++]; return b * 10 + at;",
        "ReadOnlySpan<int> s = s_sizes; return s.Length * 10 + s[1];",

        // Calls.
        "return Square(3) + Minus(1) + Minus(b: 1, a: 20) + Sum() + Sum(1) + Sum(1, 2, 3) + Sum(s_sizes);",
        "return Scale(3) + Scale(by: 2, x: 4);",
        "return Fibonacci(12);",
        "(int q, int r) = DivRem(17, 5); var both = DivRem(9, 4); return q * 1000 + r * 100 + both.Item1 * 10 + both.Item2;",
        "return Read(s_sizes, 1) + Local(3); static int Local(int n) { return Inner(n) + 1; static int Inner(int m) => m * 2; }",
        "var log = new List<int>(); int a = Minus(b: Log(log, 1), a: Log(log, 2)); return a * 100 + log[0] * 10 + log[1];",
        "var log = new List<int>(); bool a = Note(log, false) && Note(log, true) || Note(log, true); int? n = 3; int b = n ?? Log(log, 9); return log.Count * 10 + b + (a ? 100 : 0);",
        "return Name(Kind.Third) + $\"-{Big}-{true}-{\"x\"}-{nameof(Kind)}\" == \"Third-1000000-True-x-Kind\";",
        "(int Width, int Depth) block = s_blocks[1]; (string Name, (int, int) Size) named = (\"n\", block); return named.Size.Item1 + block.Depth + named.Item2.Item2;",
        "int n = 0; int M(int k) => k + 1; n = M(M(n)); return n;",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void It_computes_what_csharp_computes(string body)
    {
        string tools = Tools.Replace("@BODY", body, StringComparison.Ordinal);
        object expected = Run(tools);
        string typed = tools.Replace("object F", $"{Keyword(expected)} F", StringComparison.Ordinal);

        // A number is the argument of a layer, and a truth value chooses one.
        string factor = expected is bool ? "(H.F() ? 1 : 0)" : "H.F()";
        Graph graph = Linked.Of($"static readonly Input x = Input(4); static readonly Output y = x * {factor};", typed);
        Assert.Empty(graph.Problems);
        Value number = graph.Nodes[^1].Layer!.Arguments.Raw("number");
        Assert.Equal(expected is bool truth ? truth ? 1.0 : 0.0 : Convert.ToDouble(expected, CultureInfo.InvariantCulture), Arithmetic.ToReal(number));
        Assert.Equal(expected is double, number is RealValue);
    }

    private static string Keyword(object value) => value switch
    {
        bool => "bool",
        int => "int",
        uint => "uint",
        long => "long",
        _ => "double",
    };

    /// <summary>What C# computes.</summary>
    private static object Run(string tools)
    {
        CSharpCompilation project = Project.Of("using System; using System.Collections.Generic; using System.Linq; " + tools)
            .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var stream = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = project.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return Assembly.Load(stream.ToArray()).GetType("H")!.GetMethod("F")!.Invoke(null, null)!;
    }
}
