using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>
/// Gradients of a generated model are those of the model by hand: what it overwrites and releases, no gradient needs. For double precision, in which the order of
/// computing matters little.
/// </summary>
internal static class GradientCheck
{
    private const double Tolerance = 1e-6;

    /// <param name="model">The model.</param>
    /// <param name="lane">The call.</param>
    /// <param name="built">The generated model, with the same weights.</param>
    /// <param name="weights">The trained weights of the model by hand, by their keys.</param>
    /// <param name="faults">Receives what differs.</param>
    public static void Compare(DrawnModel model, Lane lane, BuiltModel built, IReadOnlyDictionary<string, Tensor> weights, List<string> faults)
    {
        Tensor[] Leaves() => [.. model.Inputs.Select(input => lane[input].Tensor!.clone()).Select(tensor => tensor.is_floating_point() ? tensor.requires_grad_() : tensor)];
        Tensor[] inputs = Leaves();
        Dictionary<DrawnNode, Tensor> given = model.Inputs.Zip(inputs).ToDictionary(pair => pair.First, pair => pair.Second);
        Lane again = lane.Again(given);
        foreach (DrawnNode node in model.Nodes) again.Run(node);
        Tensor[] expected = [.. model.Outputs.Select(output => again[output].Tensor!)];
        Tensor[] directions = [.. expected.Select(output => randn(output.shape, ScalarType.Float64))];
        foreach (Tensor weight in weights.Values) weight.grad = null;
        if (!TryBackward(expected, directions)) return;

        Tensor[] ownInputs = Leaves();
        if (!TryBackward(built.Call(ownInputs), directions)) faults.Add("No output of the generated model has a gradient.");
        Dictionary<string, Tensor> own = built.Module.named_parameters().ToDictionary(parameter => parameter.name, parameter => (Tensor)parameter.parameter);
        foreach ((string key, Tensor weight) in weights) Compare(key, weight.grad, own[key].grad, faults);
        foreach (((DrawnNode node, Tensor input), Tensor ownInput) in model.Inputs.Zip(inputs).Zip(ownInputs)) Compare(node.Name, input.grad, ownInput.grad, faults);
    }

    /// <summary>Training runs, forward and backward, whatever is drawn by it.</summary>
    public static void Train(DrawnModel model, Lane lane, BuiltModel built, List<string> faults)
    {
        built.Module.train();
        try
        {
            Tensor[] outputs = built.Call([.. model.Inputs.Select(input => lane[input].Tensor!.clone())]);
            TryBackward(outputs, [.. outputs.Select(output => randn(output.shape, ScalarType.Float64))]);
        }
        catch (Exception exception) when (Refusal.Is(exception) && !exception.Message.Contains("Expected more than 1", StringComparison.Ordinal))
        {
            faults.Add($"Training fails: {exception}");
        }
    }

    private static bool TryBackward(Tensor[] outputs, Tensor[] directions)
    {
        Tensor[] parts = [.. outputs.Zip(directions).Where(pair => pair.First.requires_grad && pair.First.is_floating_point()).Select(pair => (pair.First * pair.Second).sum())];
        if (parts.Length == 0) return false;
        parts.Aggregate((a, b) => a + b).backward();
        return true;
    }

    /// <summary>No gradient is one of zeros; where that by hand is infinite, the definition has none.</summary>
    private static void Compare(string name, Tensor? expected, Tensor? actual, List<string> faults)
    {
        if (expected is null && actual is null) return;
        Tensor difference = expected is null ? actual! : actual is null ? expected : actual - expected;
        if (expected is not null && !expected.isfinite().all().ToBoolean()) return;
        double greatest = expected?.abs().max().ToDouble() ?? 0;
        double distance = difference.abs().max().ToDouble();
        if (!(distance <= Tolerance * Math.Max(greatest, 1))) faults.Add($"The gradient of {name} differs by {distance}, of {greatest}.");
    }
}
