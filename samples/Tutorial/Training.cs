using TorchSharp;
using Tutorial.Data;
using Tutorial.Lessons;
using static TorchSharp.torch;

namespace Tutorial;

/// <summary>Teaches a model and sees what it learnt, with the optimizers and losses that TorchSharp has.</summary>
internal static class Training
{
    private const int BatchSize = 32;

    /// <summary>How many progress lines a training writes where lines cannot be written over.</summary>
    private const int Lines = 5;

    public static void Fit(Lesson lesson)
    {
        lesson.Model.train();
        using var optimizer = optim.Adam(lesson.Model.parameters(), lesson.LearningRate);
        for (var epoch = 1; epoch <= lesson.Epochs; epoch++)
        {
            var total = 0.0;
            foreach (var batch in lesson.Data.Training.Batches(BatchSize, shuffle: true))
            {
                optimizer.zero_grad();
                var loss = lesson.Loss(batch);
                loss.backward();
                optimizer.step();
                total += loss.item<float>() * batch.Count;
            }
            Report(epoch, lesson.Epochs, total / lesson.Data.Training.Count);
        }
    }

    public static Score Evaluate(Lesson lesson)
    {
        var examples = lesson.Data.HeldBack;
        using var withoutGradients = no_grad();
        lesson.Model.eval();
        double loss = 0, right = 0;
        foreach (var batch in examples.Batches(BatchSize))
        {
            var probabilities = lesson.Classify(batch);
            loss += nn.functional.binary_cross_entropy(probabilities, batch.Labels, reduction: nn.Reduction.Sum).item<float>();
            right += probabilities.gt(0.5).eq(batch.Labels.gt(0.5)).sum().item<long>();
        }
        return new(loss / examples.Count, right / examples.Count, examples.MajorityRate, lesson.Remark());
    }

    /// <summary>One line that is written over, or a few lines where the output goes to a file.</summary>
    private static void Report(int epoch, int epochs, double loss)
    {
        var line = $"epoch {epoch} of {epochs}: loss {loss:F4}";
        if (!Console.IsOutputRedirected)
            Console.Write(epoch < epochs ? $"\r{line}" : $"\r{line}\n");
        else if (epoch * Lines / epochs > (epoch - 1) * Lines / epochs)
            Console.WriteLine(line);
    }
}
