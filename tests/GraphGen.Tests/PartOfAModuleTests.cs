using TorchSharp;
using static GraphGen.Layers;

namespace GraphGen.Tests;

/// <summary>A model as a part of a module that is written by hand, and with a module of the user's as a part of it.</summary>
public class PartOfAModuleTests
{
    private static readonly string[] s_keys = ["dense1.weight", "dense1.bias", "y.weight", "y.bias"];

    [Fact]
    public void Its_layers_are_registered_once_and_by_their_keys()
    {
        using Whole whole = new();
        Assert.Equal(s_keys.Select(key => $"part.{key}"), whole.state_dict().Keys);
        Assert.Equal(4, whole.parameters().Count());
        whole.to(torch.float64);
        using torch.Tensor result = whole.call(torch.rand(2, 3, dtype: torch.float64));
        Assert.Equal(torch.float64, result.dtype);
    }

    [Fact]
    public void Modules_of_the_user_are_registered_beside_them()
    {
        using PartWithMore part = new(registersMore: true);
        Assert.Equal([.. s_keys, "more.weight", "more.bias"], part.state_dict().Keys);
    }

    [Fact]
    public void Sequences_and_lists_take_models()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var sequence = torch.nn.Sequential(("part", new Part()), ("last", torch.nn.Linear(2, 1)));
        Assert.Equal([.. s_keys.Select(key => $"part.{key}"), "last.weight", "last.bias"], sequence.state_dict().Keys);
        sequence.to(torch.float64);
        Assert.Equal(torch.float64, sequence.call(torch.rand(2, 3, dtype: torch.float64)).dtype);

        using Ensemble ensemble = new();
        Assert.Equal(8, ensemble.parameters().Count());
        ensemble.to(torch.CPU, torch.float64);
        Assert.Equal(torch.float64, ensemble.call(torch.rand(2, 3, dtype: torch.float64)).dtype);
        ensemble.to(torch.rand(1));
        Assert.Equal(torch.float32, ensemble.call(torch.rand(2, 3)).dtype);
    }

    private sealed class Ensemble : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly TorchSharp.Modules.ModuleList<Part> parts = torch.nn.ModuleList<Part>(new Part(), new Part());

        public Ensemble()
            : base(nameof(Ensemble)) => RegisterComponents();

        public override torch.Tensor forward(torch.Tensor input) => parts[0].call(input) + parts[1].call(input);
    }

    private sealed class Whole : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly Part part = new();

        public Whole()
            : base(nameof(Whole)) => RegisterComponents();

        public override torch.Tensor forward(torch.Tensor input) => part.call(input);
    }
}

[Model]
internal sealed partial class Part
{
    static readonly Input x = Input(3);
    [Name("dense1")]
    static readonly Node hidden = Dense(4, Tanh)(x);
    static readonly Output y = Dense(2)(hidden);
}

[Model]
internal sealed partial class PartWithMore
{
    static readonly Input x = Input(3);
    [Name("dense1")]
    static readonly Node hidden = Dense(4, Tanh)(x);
    static readonly Output y = Dense(2)(hidden);

    private readonly torch.nn.Module<torch.Tensor, torch.Tensor> more = torch.nn.Linear(2, 5);

    public PartWithMore(bool registersMore)
        : this()
    {
        if (registersMore) RegisterComponents();
    }
}
