using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using GraphGen.Inspection;
using TorchSharp;
using TorchSharp.Modules;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Layers;

/// <summary>What libtorch pools of volumes in every floating type.</summary>
[Model]
public partial class PooledVolumes
{
    static readonly Input  volume = Input(2, 3, 2, 3);
    static readonly Output largest = GlobalMaxPooling3D()(volume);
    static readonly Output middle = GlobalAveragePooling3D()(volume);
}

/// <summary>Models of double precision and of bfloat16: a step forward and one backward, with every type as the build says.</summary>
public class FloatingTypeTests
{
    private static readonly Type[] s_models =
    [
        typeof(AllActivations), typeof(OverwritingActivations), typeof(AllTransposed), typeof(AllSeparable), typeof(WithWeights), typeof(WithNumbers),
        typeof(AllFunctions), typeof(AllReductions), typeof(SmallReductions), typeof(Pictures), typeof(OverwrittenSequences), typeof(OverwrittenImages),
        typeof(Orders), typeof(AllMerging), typeof(AllConcatenations), typeof(AllProducts), typeof(AllEquations), typeof(AllRecurrent), typeof(AllStates),
        typeof(BothWays), typeof(Regularized), typeof(AllResizing), typeof(AllAdaptive), typeof(SameConvolutions), typeof(OtherConvolutions),
        typeof(SamePoolings), typeof(OtherPoolings), typeof(AllTimeDistributed), typeof(AllAttention), typeof(Embedded), typeof(MixedTypes), typeof(PooledVolumes),
    ];

    /// <summary>What libtorch says where it has no code for 16 bits on a CPU.</summary>
    private static readonly Dictionary<string, string> s_without16Bits = new()
    {
        [nameof(OtherPoolings)] = "\"avg_pool3d_out_frame\" not implemented for 'BFloat16'",
        [nameof(OverwrittenImages)] = "\"avg_pool3d_out_frame\" not implemented for 'BFloat16'",
    };

    /// <summary>What is no layer of its own: inputs, other models and code, and what takes the results of recurrent layers apart.</summary>
    private static readonly string[] s_others = ["Input", "Use", "Repeat", "Custom", "Lambda", "Hidden", "Cell", "StateOf"];

    public static TheoryData<string, ScalarType> Models
    {
        get
        {
            var data = new TheoryData<string, ScalarType>();
            foreach (Type model in s_models)
            {
                data.Add(model.Name, ScalarType.Float64);
                data.Add(model.Name, ScalarType.BFloat16);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_layer_works_in_the_type_of_the_model(string name, ScalarType type)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(2);
        Type model = s_models.Single(candidate => candidate.Name == name);
        using nn.Module instance = Make(model, type);
        if (type == ScalarType.BFloat16 && s_without16Bits.TryGetValue(name, out string? reason))
        {
            Assert.Contains(reason, Assert.ThrowsAny<Exception>(() => Step(model, instance, type)).ToString(), StringComparison.Ordinal);
            return;
        }

        Step(model, instance, type);
        Assert.All(instance.named_parameters(), item => Assert.Equal((item.name, type), (item.name, item.parameter.dtype)));
        Assert.All(instance.parameters().Where(parameter => parameter.grad is not null), parameter => Assert.Equal(type, parameter.grad!.dtype));
        Assert.Equal(instance.parameters().Any(), instance.parameters().Any(parameter => parameter.grad is not null));
    }

    [Fact]
    public void Every_layer_is_in_one_of_the_models()
    {
        IEnumerable<string> members = typeof(GraphGen.Layers).GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(member => member.Name)
            .Except(s_others);
        HashSet<string> used = [.. s_models.SelectMany(model =>
        {
            using nn.Module instance = Make(model, ScalarType.Float32);
            return ((IModel)instance).Graph.Layers.Select(layer => layer.Kind);
        })];
        Assert.Empty(members.Except(used));
    }

    private static nn.Module Make(Type model, ScalarType type) => (nn.Module)model.GetConstructors().Single()
        .Invoke([.. model.GetConstructors().Single().GetParameters().Select(parameter => parameter.Name == "dtype" ? type : parameter.DefaultValue)]);

    private static void Step(Type model, nn.Module instance, ScalarType type)
    {
        ModelGraph graph = ((IModel)instance).Graph;
        ScalarType TypeOf(string node) => graph.Nodes.Single(candidate => candidate.Name == node).ElementType is { } element
            ? Enum.Parse<ScalarType>(element.ToString())
            : type;

        // Inputs have their places in the record in the order of the graph.
        Type record = model.GetNestedType("Inputs")!;
        object inputs = Activator.CreateInstance(record, [.. graph.Inputs.Select(input => MakeInput(graph, input, TypeOf(input)))])!;
        object result;
        try
        {
            result = model.GetMethod("forward", [record])!.Invoke(instance, [inputs])!;
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }

        Tensor[] outputs = result switch
        {
            Tensor single => [single],
            ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => (Tensor)tuple[i]!)],
            _ => [.. graph.Outputs.Select(output => Values.Output(result, output.Name))],
        };
        Assert.Equal(
            graph.Outputs.Select(output => (output.Name, TypeOf(output.Node))),
            graph.Outputs.Zip(outputs, (output, tensor) => (output.Name, tensor.dtype)));
        Tensor[] trained = [.. outputs.Where(output => output.requires_grad).Select(output => output.to(ScalarType.Float64).sum())];
        if (trained.Length > 0) trained.Aggregate((sum, next) => sum + next).backward();
    }

    private static Tensor MakeInput(ModelGraph graph, string name, ScalarType type)
    {
        const int batch = 2;
        IReadOnlyList<string> shape = graph.Nodes.Single(node => node.Name == name).Shape;
        long[] sizes = [.. shape.Select((size, axis) => axis == 0 ? batch : long.Parse(size, CultureInfo.InvariantCulture))];
        return type is ScalarType.Int64 or ScalarType.Bool ? ones(sizes, dtype: type) : rand(sizes).to(type);
    }
}
