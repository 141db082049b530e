using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

/// <summary>A lesson whose model has one output: the probability of the class.</summary>
internal abstract class ClassLesson<TInputs>(string question, Split data, int epochs, double learningRate)
    : Lesson<TInputs, Tensor>(question, data, epochs, learningRate)
{
    protected override Tensor TargetsOf(Examples examples) => examples.Labels;
}

/// <summary>One whose model has one input too.</summary>
internal abstract class ClassLesson(string question, Split data, int epochs, double learningRate)
    : ClassLesson<Tensor>(question, data, epochs, learningRate)
{
    protected override Tensor InputsOf(Examples examples) => examples.Inputs[0];
}
