using System.Globalization;
using System.Text.RegularExpressions;
using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Generator.Tests;

/// <summary>A layer inside of another, such as an activation with weights.</summary>
public class InnerLayerTests
{
    [Theory]
    [InlineData("static readonly Output hidden = Dense(3, PReLU())(PReLU()(x));", "hidden", "hidden_prelu", "hidden_prelu_2")]
    [InlineData("static readonly Node hidden_prelu = Dense(2)(x); static readonly Output hidden = Dense(3, PReLU())(hidden_prelu);", "hidden", "hidden_prelu", "hidden_prelu_2")]
    [InlineData("[Name(\"x_prelu\")] static readonly Node h = Dense(2)(x); [Name(\"x\")] static readonly Output hidden = Dense(3, PReLU())(h);", "x", "x_prelu", "x_prelu_2")]
    [InlineData("static readonly Layer a = PReLU(); static readonly Output y = Dense(3, a)(Dense(2, a)(x));", "a", "y", "y_dense")]
    public void It_has_a_key_of_its_own(string fields, params string[] keys)
    {
        string text = Generate(fields);
        IEnumerable<Match> registered = Regex.Matches(text, @"register_module\(""(\w+)""");
        Assert.Equal(keys, registered.Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("static readonly Output y = Dense(3, PReLU())(x);", 15 + 1)]
    [InlineData("static readonly Layer a = PReLU(); static readonly Output y = Dense(3, a)(Dense(2, a)(x));", 10 + 9 + 1)]
    [InlineData("static readonly Layer a = PReLU(); static readonly Output y = Dense(3, a)(a(x));", 15 + 1)]
    [InlineData("static readonly Layer d = Dense(2); static readonly Output y = TimeDistributed(d)(s) + TimeDistributed(d)(s), z = d(x);", 10)]
    public void It_is_counted_once(string fields, int parameters)
    {
        string text = Generate("static readonly Input s = Input(7, 4); static readonly Output t = s; " + fields);
        Assert.Contains($"/// M: {parameters} parameters\n", text, StringComparison.Ordinal);
        IEnumerable<Match> layers = Regex.Matches(text, @"\.ModelLayer\(.*?, (\d+), \d+(?:, Inner: .*)?\),\n");
        Assert.Equal(parameters, layers.Sum(layer => int.Parse(layer.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
    }

    /// <summary>The generated half of a model with these fields and the input <c>x</c>, <c>N 4</c>.</summary>
    private static string Generate(string fields)
    {
        GeneratorRun run = GeneratorRun.Of("using GraphGen; using static GraphGen.Layers; [Model] public partial class M { static readonly Input x = Input(4); " + fields + " }");
        Assert.Empty(run.Completed.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return run.Sources.Single().SourceText.ToString();
    }
}
