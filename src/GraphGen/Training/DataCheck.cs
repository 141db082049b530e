using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>Refuses data before the first step, in words that name what is wrong.</summary>
internal static class DataCheck
{
    /// <summary>What is thrown of an argument of a public method.</summary>
    public static ArgumentException Refused(string argument, string message) => new(message, argument);

    public static ArgumentException NoBatches() => Refused("batches", "There are no batches: the data are empty.");

    /// <summary>The number of examples of inputs; there may be none.</summary>
    /// <exception cref="ArgumentException">One has no axis of examples, or their numbers differ.</exception>
    public static long Count(TrainedModel model, Tensor[] inputs)
    {
        for (int i = 0; i < inputs.Length; i++) CheckLength(inputs[i], $"input '{model.Inputs[i]}'", inputs[0], $"input '{model.Inputs[0]}'", "inputs");
        return inputs[0].size(0);
    }

    /// <summary>Refuses examples that are none, or whose inputs, targets and weights differ in number.</summary>
    public static void Check(TrainedModel model, IReadOnlyList<Objective> objectives, Batch examples)
    {
        string first = $"input '{model.Inputs[0]}'";
        long count = Count(model, examples.Inputs);
        for (int i = 0; i < objectives.Count; i++)
        {
            if (objectives[i].IsIdle) continue;
            if (examples.Targets[i] is not { } target) throw Refused("targets", $"The output '{model.Outputs[i]}' has a loss or metrics, and no targets.");
            CheckLength(target, $"target of output '{model.Outputs[i]}'", examples.Inputs[0], first, "targets");
        }

        if (count == 0) throw Refused("inputs", "There are no examples: the data are empty.");
        if (examples.Weight is not { } weight) return;
        if (weight.Dimensions != 1 || weight.size(0) != count)
            throw Refused("sampleWeight", $"There is one weight for each example, ({count}), and 'sampleWeight' has the shape {Shape(weight)}.");
    }

    /// <summary>Refuses examples that do not fit the model, by what it makes of the first ones.</summary>
    public static void CheckTargets(TrainedModel model, IReadOnlyList<Objective> objectives, Batch examples, int batchSize)
    {
        using DisposeScope scope = NewDisposeScope();
        using var mode = new ModelMode(model.Module);
        model.Module.eval();
        using IDisposable _ = no_grad();
        Batch first = examples.Slice(0, Math.Min(batchSize, examples.Size)).To(model.Device);
        CheckTargets(model, objectives, model.Forward(first.Inputs), examples);
    }

    /// <summary>Refuses targets that do not fit what the model makes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="objectives">The objective of each output.</param>
    /// <param name="outputs">Outputs for some examples.</param>
    /// <param name="examples">The examples, as many or more.</param>
    public static void CheckTargets(TrainedModel model, IReadOnlyList<Objective> objectives, Tensor[] outputs, Batch examples)
    {
        for (int i = 0; i < outputs.Length; i++)
        {
            Objective objective = objectives[i];
            if (objective.IsIdle) continue;
            Tensor target = examples.Targets[i]!;

            // One example's output stands for those of all: what is asked is the shape and the type, and the values of the targets.
            using Tensor one = outputs[i].detach();
            using Tensor first = one.narrow(0, 0, 1);
            long[] shape = one.shape;
            shape[0] = target.size(0);
            using Tensor output = first.expand(shape);
            if (objective.Loss?.Refuse(output, target) is { } reason) throw Unsuitable(objective.Loss.Name, reason);
            foreach (Metric metric in objective.Metrics)
            {
                if (metric.Refuse(output, target) is { } fault) throw Unsuitable(metric.Name, fault);
            }

            ArgumentException Unsuitable(string by, string reason) => Refused("targets", $"The targets of output '{model.Outputs[i]}' do not suit {by}: {reason}");
        }
    }

    private static void CheckLength(Tensor tensor, string name, Tensor first, string firstName, string argument)
    {
        if (tensor.Dimensions == 0) throw new ArgumentException($"The {name} is a single number, and has no axis of examples.", argument);
        if (first.Dimensions > 0 && tensor.size(0) != first.size(0))
            throw new ArgumentException($"The {name} has {tensor.size(0)} examples, {Shape(tensor)}, and the {firstName} {first.size(0)}, {Shape(first)}.", argument);
    }

    private static string Shape(Tensor tensor) => $"({string.Join(", ", tensor.shape)})";
}
