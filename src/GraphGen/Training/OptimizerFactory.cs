using TorchSharp;
using TorchSharp.Modules;

namespace GraphGen.Training;

/// <summary>Makes an optimizer for weights that it does not know yet, as <c>weights => torch.optim.Adam(weights, 1e-3)</c>.</summary>
/// <param name="parameters">The weights of a model, frozen ones with them: those have no gradient, and an optimizer leaves them as they are.</param>
public delegate torch.optim.Optimizer OptimizerFactory(IEnumerable<Parameter> parameters);
