namespace GraphGen.CodeFixes.Tests;

public sealed class MakePartialFixTests
{
    [Fact]
    public async Task Is_offered_once_as_a_sentence_of_two_words() =>
        Assert.Equal(["Make partial"], await new FixedProject(new MakePartialFix(), Model("public class M")).TitlesAsync());

    [Theory]
    [InlineData("public class M", "public partial class M")]
    [InlineData("class M", "partial class M")]
    [InlineData("internal sealed class M", "internal sealed partial class M")]
    [InlineData("/* A model. */ public class M // that learns", "/* A model. */ public partial class M // that learns")]
    public async Task Makes_a_class_partial(string before, string after) => Assert.Equal([Model(after)], await FixAsync(Model(before)));

    [Theory]
    [InlineData("public class A", "public partial class A")]
    [InlineData("public static class A", "public static partial class A")]
    [InlineData("public partial class A", "public partial class A")]
    [InlineData("public interface A", "public partial interface A")]
    [InlineData("public record A(int X)", "public partial record A(int X)")]
    [InlineData("public readonly record struct A", "public readonly partial record struct A")]
    [InlineData("public class A<T> where T : class", "public partial class A<T> where T : class")]
    public async Task Makes_the_type_around_it_partial(string before, string after)
    {
        Assert.Equal([Nested(after, "public partial class M")], await FixAsync(Nested(before, "public class M")));
        if (before != after) Assert.Equal([Nested(after, "public partial class M")], await FixAsync(Nested(before, "public partial class M")));
    }

    [Fact]
    public async Task Leaves_other_classes_alone()
    {
        const string neighbours = "\npublic class Before;\n";
        Assert.Equal([neighbours + Model("public partial class M") + neighbours], await FixAsync(neighbours + Model("public class M") + neighbours));
    }

    [Theory]
    [InlineData("public class M", "public partial class M")]
    [InlineData("public partial class M", "public class M")]
    [InlineData("public class M", "public class M")]
    public async Task Makes_every_part_of_a_class_partial(string first, string second)
    {
        string Other(string header) => $"{header} {{ }}\n";
        Assert.Equal(
            [Model("public partial class M"), Other("public partial class M")],
            await new FixedProject(new MakePartialFix(), Model(first), Other(second)).FixAsync());
    }

    [Fact]
    public async Task Fixes_one_of_several()
    {
        var project = new FixedProject(new MakePartialFix(), Model("public class M"), Model("public partial class N"));
        Assert.Equal([Model("public partial class M"), Model("public partial class N")], await project.FixAsync());
    }

    [Fact]
    public async Task Fixes_all_of_a_project_at_once()
    {
        string[] before = [Model("public class M") + Model("public class N"), Nested("public class A", "public class B"), Model("public partial class C")];
        string[] after = [Model("public partial class M") + Model("public partial class N"), Nested("public partial class A", "public partial class B"), Model("public partial class C")];
        Assert.Equal(after, await new FixedProject(new MakePartialFix(), before).FixAllAsync());
    }

    [Fact]
    public async Task Fixes_all_models_in_one_class_at_once()
    {
        string Two(string around, string first, string second) => $"using GraphGen;\n\n{around}\n{{\n    [Model]\n    {first}\n    {{{Fields}}}\n\n    [Model]\n    {second}\n    {{{Fields}}}\n}}\n";
        Assert.Equal(
            [Two("public partial class A", "public partial class M", "public partial class N")],
            await new FixedProject(new MakePartialFix(), Two("public class A", "public class M", "public class N")).FixAllAsync());
    }

    private const string Fields = " static readonly Input x = Layers.Input(4); static readonly Output y = Layers.Dense(1)(x); ";

    private static string Model(string header) => $"[GraphGen.Model]\n{header}\n{{\n    static readonly GraphGen.Input x = GraphGen.Layers.Input(4);\n    static readonly GraphGen.Output y = GraphGen.Layers.Dense(1)(x);\n}}\n";

    private static string Nested(string around, string header) => $"using GraphGen;\n\n{around}\n{{\n    [Model]\n    {header}\n    {{\n       {Fields}\n    }}\n}}\n";

    private static Task<string[]> FixAsync(string source) => new FixedProject(new MakePartialFix(), source).FixAsync();
}
