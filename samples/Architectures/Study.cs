using static TorchSharp.torch;

namespace Architectures;

/// <summary>A model, what it learns from, and what it is to get better at.</summary>
/// <param name="Question">What it is asked.</param>
/// <param name="Model">The model.</param>
/// <param name="Summary">Its table.</param>
/// <param name="Count">The number of examples to learn from.</param>
/// <param name="Loss">The loss of some examples to learn from, by their positions (int64): a scalar.</param>
/// <param name="LossHeldBack">The loss of what is held back: a scalar.</param>
internal sealed record Study(string Question, nn.Module Model, string Summary, long Count, Func<Tensor, Tensor> Loss, Func<Tensor> LossHeldBack)
{
    private const int BatchSize = 32;
    private const double LearningRate = 0.002;

    /// <summary>How many steps it learns for: with batch normalization, until its running statistics are those of what it has learnt.</summary>
    public int Steps { get; init; } = 40;

    /// <summary>Trains a few steps; says whether the loss of what is held back has fallen.</summary>
    public bool Run()
    {
        Console.WriteLine(Question);
        Console.WriteLine(Summary);
        var before = Evaluate();
        Model.train();
        using (var optimizer = optim.Adam(Model.parameters(), LearningRate))
        {
            for (var step = 0; step < Steps; step++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                Loss(randint(Count, BatchSize, int64)).backward();
                optimizer.step();
            }
        }

        var after = Evaluate();
        Console.WriteLine($"loss of what is held back: {before:F4} before, {after:F4} after {Steps} steps\n");
        return after < before;
    }

    private float Evaluate()
    {
        Model.eval();
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        return LossHeldBack().item<float>();
    }
}
