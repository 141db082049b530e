using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace GraphGen.Generator.Tests;

/// <summary>What becomes of the tensors in <c>forward</c>.</summary>
public class ForwardTests(ITestOutputHelper output)
{
    public static TheoryData<ModelSource> Models => [.. ValidModels.All, .. TutorialModels.All];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_tensor_is_released_or_returned(ModelSource model) => Assert.All(GeneratorRun.Of(model.Text).Sources, source => ForwardAudit.Assert((CSharpSyntaxTree)source.SyntaxTree));

    [Theory]
    [InlineData("a.Dispose();\n", "")]
    [InlineData("a.Dispose();\n", "a.Dispose();\na.Dispose();\n")]
    [InlineData("a.Dispose();\n", "a.Dispose();\nx.Dispose();\n")]
    [InlineData("b.relu_()", "x.relu_()")]
    [InlineData("b.relu_()", "a.relu_()")]
    [InlineData("return c;", "b.Dispose();\nreturn c;")]
    [InlineData("return c;", "return b;")]
    [InlineData("return c;", "return x;")]
    [InlineData("return c;", "return (c, c);")]
    [InlineData("b = B.call(a)", "b = a.flatten(1)")]
    public void The_audit_notices(string right, string wrong)
    {
        const string method = """
            public override Tensor forward(Tensor x)
            {
            var a = A.call(x);
            var b = B.call(a);
            a.Dispose();
            var c = b.relu_();
            return c;
            }
            """;
        ForwardAudit.Assert((CSharpSyntaxTree)CSharpSyntaxTree.ParseText($"class M {{ {method} }}"));
        string broken = method.Replace(right, wrong);
        Assert.NotEqual(method, broken);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ForwardAudit.Assert((CSharpSyntaxTree)CSharpSyntaxTree.ParseText($"class M {{ {broken} }}")));
    }

    [Theory]
    [InlineData("h.Dispose();\n", "")]
    [InlineData("h.Dispose();", "h.Dispose();\nh.Dispose();")]
    [InlineData("return b;", "return h;")]
    public void The_audit_notices_what_happens_to_one_of_several_results(string right, string wrong)
    {
        const string method = """
            public override Tensor forward(Tensor x)
            {
            var (a, h) = A.call(x);
            var b = B.call(a, h);
            a.Dispose();
            h.Dispose();
            return b;
            }
            """;
        ForwardAudit.Assert((CSharpSyntaxTree)CSharpSyntaxTree.ParseText($"class M {{ {method} }}"));
        string broken = method.Replace(right, wrong);
        Assert.NotEqual(method, broken);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ForwardAudit.Assert((CSharpSyntaxTree)CSharpSyntaxTree.ParseText($"class M {{ {broken} }}")));
    }

    [Theory]
    [InlineData("_taps.Keep(b);\n", "")]
    [InlineData("_taps.Keep(b);", "_taps.Keep(a);")]
    [InlineData("_taps.Keep(b);", "_taps.Keep(b, b);")]
    [InlineData("_taps.Keep(b);", "_taps.Keep(b, c);")]
    [InlineData("_taps.Keep(b);", "_taps.Keep(b, x);")]
    [InlineData("_taps.Keep(b);", "_taps.Keep(b);\nb.Dispose();")]
    [InlineData("b.relu()", "b.relu_()")]
    public void The_audit_notices_what_happens_to_taps(string right, string wrong)
    {
        const string method = """
            public override Tensor forward(Tensor x)
            {
            _taps.Dispose();
            var a = A.call(x);
            var b = B.call(a);
            a.Dispose();
            var c = b.relu();
            _taps.Keep(b);
            return c;
            }
            """;
        ForwardAudit.Assert((CSharpSyntaxTree)CSharpSyntaxTree.ParseText($"class M {{ {method} }}"));
        string broken = method.Replace(right, wrong);
        Assert.NotEqual(method, broken);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ForwardAudit.Assert((CSharpSyntaxTree)CSharpSyntaxTree.ParseText($"class M {{ {broken} }}")));
        string features = method.Replace("forward", "Features").Replace("override ", "");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ForwardAudit.Assert((CSharpSyntaxTree)CSharpSyntaxTree.ParseText($"class M {{ {method} {features.Replace(right, wrong)} }}")));
    }

    [Fact]
    public void Every_tensor_of_a_random_model_is_released_or_returned()
    {
        int seed = RobustnessTests.Variable("GRAPHGEN_SEED") ?? Random.Shared.Next();
        output.WriteLine($"GRAPHGEN_SEED={seed}");
        var random = new Random(seed);
        int count = 5 * RobustnessTests.Mutations;
        for (int i = 0; i < count; i++)
        {
            string model = RandomModels.Of(random);
            GeneratorRun run = GeneratorRun.Of(model);
            string generated = Assert.Single(run.Sources).SourceText.ToString();
            Diagnostic[] found = [.. run.Completed.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)];
            Assert.True(found.Length == 0 && !generated.Contains("built with errors", StringComparison.Ordinal), $"{model}\n{string.Join("\n", found.Take(3))}\n{generated}");
            try
            {
                ForwardAudit.Assert((CSharpSyntaxTree)run.Sources[0].SyntaxTree);
            }
            catch (Exception exception)
            {
                Assert.Fail($"{model}\n{exception.Message}\n{generated}");
            }
        }
    }
}
