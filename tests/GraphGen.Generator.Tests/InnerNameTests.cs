using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Generator.Tests;

/// <summary>A layer inside of another, such as an activation with weights, has a name and a key of its own.</summary>
public class InnerNameTests
{
    [Theory]
    [InlineData("static readonly Output hidden = Dense(3, PReLU())(PReLU()(x));", "hidden", "hidden_prelu", "hidden_prelu_2")]
    [InlineData("static readonly Node hidden_prelu = Dense(2)(x); static readonly Output hidden = Dense(3, PReLU())(hidden_prelu);", "hidden", "hidden_prelu", "hidden_prelu_2")]
    [InlineData("[Name(\"x_prelu\")] static readonly Node h = Dense(2)(x); [Name(\"x\")] static readonly Output hidden = Dense(3, PReLU())(h);", "x", "x_prelu", "x_prelu_2")]
    [InlineData("static readonly Layer a = PReLU(); static readonly Output y = Dense(3, a)(Dense(2, a)(x));", "a", "y", "y_dense")]
    public void It_clashes_with_no_other(string fields, params string[] keys)
    {
        GeneratorRun run = GeneratorRun.Of("using GraphGen; using static GraphGen.Layers; [Model] public partial class M { static readonly Input x = Input(4); " + fields + " }");
        Assert.Empty(run.Completed.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        string text = run.Sources.Single().SourceText.ToString();
        string[] registered = [.. text.Split("register_module(\"").Skip(1).Select(rest => rest[..rest.IndexOf('"')]).Order(StringComparer.Ordinal)];
        Assert.Equal(keys, registered);
    }
}
