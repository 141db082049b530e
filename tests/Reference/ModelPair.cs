using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Reference;

/// <summary>A tutorial model, generated and written by hand, behind one shape of call.</summary>
/// <param name="Name">The model's class.</param>
/// <param name="Inputs">The inputs for a batch of a size.</param>
/// <param name="HandWritten">Makes the module written by hand.</param>
/// <param name="Generated">Makes the generated module.</param>
public sealed record ModelPair(string Name, Func<int, Tensor[]> Inputs, Func<Callable> HandWritten, Func<Callable> Generated)
{
    /// <summary>The eight models.</summary>
    public static IReadOnlyList<ModelPair> All { get; } =
    [
        Single("Mlp", () => new Mlp(), () => new Tutorial.Mlp(), 10),
        Single("ConvNet", () => new ConvNet(), () => new Tutorial.ConvNet(), 1, 64, 64),
        Single("RecurrentNet", () => new RecurrentNet(), () => new Tutorial.RecurrentNet(), 100, 1),
        Single("SharedInput", () => new SharedInput(), () => new Tutorial.SharedInput(), 1, 64, 64),
        Single("SharedFeatures", () => new SharedFeatures(), () => new Tutorial.SharedFeatures(), 100, 1),
        Double("SeveralInputs", () => new SeveralInputs(), () => new Tutorial.SeveralInputs(), [1, 64, 64], [3, 32, 32]),
        new(
            "SeveralOutputs",
            batch => [rand(batch, 100, 1)],
            () => new SeveralOutputs() is var module ? new Callable(module, x => ToArray(module.call(x[0]))) : null!,
            () => new Tutorial.SeveralOutputs() is var module ? new Callable(module, x => ToArray(module.call(x[0]))) : null!),
        Double("SharedLayers", () => new SharedLayers(), () => new Tutorial.SharedLayers(), [64], [64]),
    ];

    /// <summary>Makes both modules with the same weights, and a batch of inputs: each time the same.</summary>
    /// <param name="batch">The size of the batch.</param>
    public (Callable HandWritten, Callable Generated, Tensor[] Inputs) Make(int batch)
    {
        random.manual_seed(1);
        (Callable handWritten, Callable generated) = (HandWritten(), Generated());
        generated.Module.load_state_dict(handWritten.Module.state_dict());
        return (handWritten, generated, Inputs(batch));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static ModelPair Single(string name, Func<nn.Module<Tensor, Tensor>> handWritten, Func<nn.Module<Tensor, Tensor>> generated, params long[] shape)
    {
        return new(name, batch => [rand([batch, .. shape])], () => Wrap(handWritten()), () => Wrap(generated()));

        static Callable Wrap(nn.Module<Tensor, Tensor> module) => new(module, x => [module.call(x[0])]);
    }

    private static ModelPair Double(
        string name, Func<nn.Module<Tensor, Tensor, Tensor>> handWritten, Func<nn.Module<Tensor, Tensor, Tensor>> generated, long[] first, long[] second)
    {
        return new(name, batch => [rand([batch, .. first]), rand([batch, .. second])], () => Wrap(handWritten()), () => Wrap(generated()));

        static Callable Wrap(nn.Module<Tensor, Tensor, Tensor> module) => new(module, x => [module.call(x[0], x[1])]);
    }

    private static Tensor[] ToArray((Tensor First, Tensor Second) results) => [results.First, results.Second];
}

/// <summary>A module, and a call of it that does not depend on its number of inputs and outputs.</summary>
/// <param name="Module">The module.</param>
/// <param name="Call">From inputs to outputs.</param>
public sealed record Callable(nn.Module Module, Func<Tensor[], Tensor[]> Call);
