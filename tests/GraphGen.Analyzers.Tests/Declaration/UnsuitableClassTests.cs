using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Declaration;

public sealed class UnsuitableClassTests
{
    private const string Fields = "static readonly Input x = Input(1); static readonly Output y = Dense(1)(x);";
    private const string Torch = "using Tensor = TorchSharp.torch.Tensor; using static TorchSharp.torch.nn; ";

    [Theory]
    [Breaks(Rules.UnsuitableClass)]
    [InlineData("[Model] public static partial class {|GG1002:M|} { " + Fields + " }")]
    [InlineData("[Model] public abstract partial class {|GG1002:M|} { " + Fields + " }")]
    [InlineData("[Model] public partial class {|GG1002:M|}<T> { " + Fields + " }")]
    [InlineData("[Model] public partial struct {|GG1002:M|} { " + Fields + " }")]
    [InlineData("[Model] public partial record {|GG1002:M|} { " + Fields + " }")]
    [InlineData("[Model] public partial record struct {|GG1002:M|} { " + Fields + " }")]
    [InlineData("[Model] public struct {|GG1002:M|} { " + Fields + " }")]
    [InlineData("[Model] public partial class {|GG1002:M|}() { " + Fields + " }")]
    [InlineData("[Model] public partial class {|GG1002:M|}(int units) { public int Units => units; " + Fields + " }")]
    public Task Not_a_plain_class(string source) => Build.ExpectAsync(source);

    [Theory]
    [Breaks(Rules.UnsuitableClass)]
    [InlineData("public class Animal; [Model] public partial class {|GG1002:M|} : Animal { " + Fields + " }")]
    [InlineData("public class Animal; [Model] public partial class {|GG1002:M|} : Animal, IComparable { public int CompareTo(object? other) => 0; " + Fields + " }")]
    [InlineData(Torch + "[Model] public partial class {|GG1002:M|}() : Module(\"M\") { " + Fields + " }")]
    [InlineData(Torch + "public abstract class Base() : Module<Tensor, Tensor>(\"M\"); [Model] public partial class {|GG1002:M|} : Base { " + Fields + " }")]
    [InlineData(Torch + "public abstract class Base(string name) : Module<Tensor, Tensor>(name); [Model] public partial class {|GG1002:M|} : Base { " + Fields + " }")]
    public Task A_base_class_of_the_users_own(string source) => Build.ExpectAsync(source);

    [Theory]
    [Breaks(Rules.UnsuitableClass)]
    [InlineData("Module<Tensor, Tensor, Tensor>", "")]
    [InlineData("Module<Tensor, int>", "")]
    [InlineData("Module<Tensor, (Tensor a, Tensor y)>", "")]
    [InlineData("Module<Tensor, Tensor>", "static readonly Output z = Dense(1)(x);")]
    [InlineData("Module<Tensor, (Tensor, Tensor)>", "static readonly Output z = Dense(1)(x);")]
    [InlineData("Module<Tensor, (Tensor z, Tensor y)>", "static readonly Output z = Dense(1)(x);")]
    public Task Another_module_than_the_generated_one(string module, string more) => Build.ExpectAsync(
        $$"""
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;
        [Model] public partial class {|GG1002:M|} : {{module}} { {{Fields}} {{more}} }
        """);

    [Theory]
    [Keeps(Rules.UnsuitableClass)]
    [InlineData("[Model] public partial class M { " + Fields + " }")]
    [InlineData("[Model] internal sealed partial class M { " + Fields + " }")]
    [InlineData("public partial class A<T> { [Model] private protected partial class M { " + Fields + " } }")]
    [InlineData("public static partial class A { [Model] public partial class M { " + Fields + " } }")]
    [InlineData("[Model] public partial class M : IComparable { public int CompareTo(object? other) => 0; " + Fields + " }")]
    [InlineData("using static TorchSharp.torch; [Model] public partial class M : nn.Module<Tensor, Tensor> { " + Fields + " }")]
    [InlineData(Torch + "[Model] public partial class M : Module<Tensor, Tensor>, IComparable { public int CompareTo(object? other) => 0; " + Fields + " }")]
    [InlineData(Torch + "[Model] public partial class M : Module<Tensor, (Tensor y, Tensor z)> { " + Fields + " static readonly Output z = Dense(2)(x); }")]
    [InlineData(Torch + "[Model] public partial class M { " + Fields + " } public partial class M : Module<Tensor, Tensor>;")]
    [InlineData("public abstract class M { static readonly Input x = Input(1); }")]
    public Task A_plain_class(string source) => Build.ExpectAsync(source);

    [Fact]
    public Task An_unknown_base_class_is_the_compilers_to_report() =>
        Build.ExpectAsync("[Model] public partial class M : {|CS0246:Animal|} { " + Fields + " }");

    [Fact]
    public async Task Says_what_the_class_is_and_should_be()
    {
        Assert.Equal(
            "The model 'M' is abstract: a model is a partial class, not static, abstract, generic or a record, with neither a base class nor a primary constructor of its own",
            (await Build.ExpectAsync("[Model] public abstract partial class {|GG1002:M|} { " + Fields + " }")).Message());
        Assert.Equal(
            "The model 'M' is derived from 'Module<Tensor, Tensor, Tensor>': its 1 input and 2 outputs make it a 'Module<Tensor, (Tensor y, Tensor z)>', so name that, or leave it to the generated half",
            (await Build.ExpectAsync(Torch + "[Model] public partial class {|GG1002:M|} : Module<Tensor, Tensor, Tensor> { " + Fields + " static readonly Output z = Dense(2)(x); }")).Message());
    }

    [Theory]
    [InlineData("[Model] public partial class {|GG1002:M|}<T> { " + Fields + " }", "M<int>")]
    [InlineData(Torch + "[Model] public partial class {|GG1002:M|} : Module<Tensor, Tensor, Tensor> { " + Fields + " }", "M", "Tensor, Tensor")]
    [InlineData(Torch + "public abstract class Base(string name) : Module<Tensor, Tensor>(name); [Model] public partial class {|GG1002:M|} : Base { " + Fields + " }", "M")]
    public Task Uses_of_it_bind(string model, string type, string inputs = "Tensor") => Build.ExpectAsync(
        $$"""
        {{model}}
        public static class Uses
        {
            public static object Use({{string.Join(", ", inputs.Split(", ").Select((input, i) => $"TorchSharp.torch.{input} t{i}"))}})
            {
                var model = new {{type}}();
                return (model.call({{string.Join(", ", inputs.Split(", ").Select((_, i) => $"t{i}"))}}), model.parameters(), model.Summary(), model.Y.weight);
            }
        }
        """);
}
