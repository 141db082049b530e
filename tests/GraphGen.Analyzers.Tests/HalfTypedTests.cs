using GraphGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers.Tests;

/// <summary>While a model is typed, only the C# compiler says what is missing.</summary>
public sealed class HalfTypedTests
{
    private const string Start = "static readonly Input x = Input(4);\n";
    private const string End = "\nstatic readonly Output y = Dense(1)(h);";

    [Theory]
    [InlineData("static readonly Node h = Dense(3)(x)")]
    [InlineData("static readonly Node h = Dense(3)(x;")]
    [InlineData("static readonly Node h = Dense(3(x);")]
    [InlineData("static readonly Node h = Dense(")]
    [InlineData("static readonly Node h = Dense(3)(")]
    [InlineData("static readonly Node h = Dense(3, )(x);")]
    [InlineData("static readonly Node h = Dense(3)(x) + ;")]
    [InlineData("static readonly Node h = ;")]
    [InlineData("static readonly Node h =")]
    [InlineData("static readonly Node h")]
    [InlineData("static readonly Node")]
    [InlineData("static readonly h = Dense(3)(x);")]
    [InlineData("static readonly = Dense(3)(x);")]
    [InlineData("static Node h = Dense(3)(x")]
    [InlineData("Node h = ")]
    [InlineData("static readonly")]
    [InlineData("sta")]
    [InlineData("[Name(]static readonly Node h = Dense(3)(x);")]
    [InlineData("[Name]static readonly Node h = Dense(3)(x);")]
    [InlineData("static readonly Node h = Dense(3)(x); }")]
    [InlineData("static readonly Node h = Dense(3)(x); {")]
    [InlineData("static readonly Node h = Dense(3, activation: )(x);")]
    [InlineData("static readonly Node h = Dense(3, activation)(x);")]
    [InlineData("static readonly Node h = x[..")]
    [InlineData("static readonly Node h = x[.., ];")]
    [InlineData("static readonly Node h = x.;")]
    [InlineData("static readonly Node h = Layers.;")]
    [InlineData("static readonly Node h = \"Dense(3)(x);")]
    [InlineData("/* static readonly Node h = Dense(3)(x);")]
    public async Task Only_the_compiler_reports(string field)
    {
        IReadOnlyList<Diagnostic> found = await Build.DiagnoseAsync($"[Model] public partial class M\n{{\n{Start}{field}{End}\n}}");
        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.StartsWith("CS", diagnostic.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(found, diagnostic => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("[Model] public partial class M { ")]
    [InlineData("[Model] public partial class M")]
    [InlineData("[Model] public partial class M { static readonly Input x = Input(1); static readonly Output y = Dense(1)(x) }")]
    [InlineData("[Model] public partial class M { static readonly Input x = Input(1);")]
    [InlineData("[Model public partial class M { static readonly Input x = Input(1); }")]
    [InlineData("[Model] public partial M { static readonly Input x = Input(1); }")]
    [InlineData("[Model] public partial class { static readonly Input x = Input(1); static readonly Output y = Dense(1)(x); }")]
    [InlineData("[Model]")]
    public async Task Half_a_class(string source)
    {
        IReadOnlyList<Diagnostic> found = await Build.DiagnoseAsync(source);
        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.StartsWith("CS", diagnostic.Id, StringComparison.Ordinal));
    }

    [Fact]
    public Task A_mistake_that_does_not_depend_on_what_is_missing_is_still_told() =>
        Build.ExpectModelAsync("static readonly Input x = Input(4); static readonly Node h = Dense({|GG1006:0|})(x), g = Dense(3)(x){|CS1002:|}\nstatic readonly Output y = Dense(1)(h);");
}
