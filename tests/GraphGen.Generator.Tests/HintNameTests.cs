using GraphGen.Generator.Tests.Harness;

namespace GraphGen.Generator.Tests;

/// <summary>Every model has a file of its own.</summary>
public class HintNameTests
{
    private const string Fields = "static readonly GraphGen.Input x = GraphGen.Layers.Input(1); static readonly GraphGen.Output y = GraphGen.Layers.Abs(x);";

    [Theory]
    [InlineData("N.M.g.cs", "namespace N { [GraphGen.Model] partial class M { @ } }")]
    [InlineData("M+I.g.cs", "partial class M { [GraphGen.Model] partial class I { @ } }")]
    [InlineData("M`1+I.g.cs", "partial class M<T> { [GraphGen.Model] partial class I { @ } }")]
    [InlineData("class.event.g.cs", "namespace @class { [GraphGen.Model] partial class @event { @ } }")]
    public void A_file_is_called_as_the_class_is_in_metadata(string name, string source) =>
        Assert.Equal(name, Assert.Single(GeneratorRun.Of(source.Replace("{ @ }", $"{{ {Fields} }}")).Sources).HintName);

    [Fact]
    public void Classes_may_differ_in_case_alone()
    {
        GeneratorRun run = GeneratorRun.Of($"[GraphGen.Model] public partial class Net {{ {Fields} }} [GraphGen.Model] public partial class net {{ {Fields} }}", "[GraphGen.Model] partial class Other { }");
        Assert.Equal(["Net.1.g.cs", "net.2.g.cs", "Other.g.cs"], run.Sources.Select(source => source.HintName));
    }

    [Fact]
    public void A_class_that_carries_the_attribute_twice_has_one_file()
    {
        GeneratorRun run = GeneratorRun.Of($"[GraphGen.Model] public partial class Net {{ {Fields} }}", "[GraphGen.Model] public partial class Net { }");
        Assert.Equal("Net.g.cs", Assert.Single(run.Sources).HintName);
    }
}
