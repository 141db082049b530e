using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

/// <summary>One model of the tutorial, with the data that it learns from and the loss that it learns by.</summary>
internal abstract class Lesson(string question, Split data, int epochs, double learningRate)
{
    public string Question => question;

    public Split Data => data;

    /// <summary>How often the training examples are gone through.</summary>
    public int Epochs => epochs;

    public double LearningRate => learningRate;

    public abstract nn.Module Model { get; }

    public abstract string Summary();

    /// <summary>The probabilities of class 1, <c>N 1</c>.</summary>
    public abstract Tensor Classify(Examples examples);

    /// <summary>What else is worth a word about the examples held back, as the end of a sentence.</summary>
    public virtual string Remark() => "";

    /// <summary>What training makes small: a scalar.</summary>
    public virtual Tensor Loss(Examples examples) => nn.functional.binary_cross_entropy(Classify(examples), examples.Labels);
}
