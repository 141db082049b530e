using GraphGen.Inspection;
using GraphGen.Persistence;
using GraphGen.Training;
using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

/// <summary>A lesson with the data that the model learns from.</summary>
/// <typeparam name="TInputs">A tensor where the model has one input; else its record of inputs.</typeparam>
/// <typeparam name="TOutputs">A tensor where the model has one output; else its record of outputs.</typeparam>
internal abstract class Lesson<TInputs, TOutputs>(string question, Split data, int epochs, double learningRate) : Lesson(question)
{
    private const int Seed = 1;

    protected abstract nn.Module Model { get; }

    /// <summary>What is put before the names of the loss and the accuracy of the class.</summary>
    protected virtual string ClassPrefix => "";

    public override Score Teach(string folder)
    {
        using var model = Model;
        Console.WriteLine(ModelSummary.Text((IModel)model));
        using var training = Compile(Optimizers.Adam(learningRate));
        var history = training.Fit(InputsOf(data.Training), TargetsOf(data.Training), epochs, seed: Seed);
        history.Plot(Path.Combine(folder, "history.svg"));
        ModelPlot.Save((IModel)model, Path.Combine(folder, "model.svg"));

        // What is judged is what was saved: the weights of the training are overwritten by zeros in between.
        var weights = Path.Combine(folder, "weights.safetensors");
        ModelFile.Save(model, weights);
        using (no_grad())
        {
            foreach (var parameter in model.parameters())
                parameter.zero_();
        }
        ModelFile.Load(model, weights);
        var scores = training.Evaluate(InputsOf(data.HeldBack), TargetsOf(data.HeldBack));
        return new(scores[$"{ClassPrefix}loss"], scores[$"{ClassPrefix}binary_accuracy"], data.HeldBack.MajorityRate, Remark(training, data.HeldBack));
    }

    /// <summary>Ties the model to an optimizer, its losses, and the accuracy of the class.</summary>
    protected abstract Trainer<TInputs, TOutputs> Compile(OptimizerFactory optimizer);

    protected abstract TInputs InputsOf(Examples examples);

    protected abstract TOutputs TargetsOf(Examples examples);

    /// <summary>What else is worth a word about the examples held back, as the end of a sentence.</summary>
    protected virtual string Remark(Trainer<TInputs, TOutputs> training, Examples heldBack) => "";
}
