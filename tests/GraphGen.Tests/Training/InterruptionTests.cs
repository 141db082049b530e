using System.Diagnostics;
using GraphGen.Training;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>Ctrl-C ends a training and not the program.</summary>
[Collection(nameof(Alone))]
public class InterruptionTests : Scoped
{
    [Fact]
    public void The_batch_is_the_last_one_and_the_history_is_there()
    {
        // Windows has no signals: there a console sends the same event.
        if (OperatingSystem.IsWindows()) return;
        using Mlp model = new();
        model.eval();
        using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        List<string> notes = [];
        var presser = new Watcher("w", notes) { Then = (moment, run) => PressAt(run.Epoch == 2 && moment == "batch 1 begin", run) };
        History history = training.Fit(rand(9, 10), rand(9, 1), epochs: 5, batchSize: 3, callbacks: [presser], verbosity: Verbosity.Silent);
        Assert.Equal([0, 1], history.Epochs);
        Assert.Equal(["w: batch 1 begin", "w: batch 1 end", "w: train end"], notes[^3..]);
        Assert.False(model.training);

        // A later training knows nothing of it.
        Assert.Equal([0], training.Fit(rand(9, 10), rand(9, 1), verbosity: Verbosity.Silent).Epochs);
    }

    private static void PressAt(bool isTime, TrainingRun run)
    {
        if (!isTime) return;
        using Process interrupt = Process.Start("kill", $"-INT {Environment.ProcessId}");
        Assert.True(SpinWait.SpinUntil(() => run.StopTraining, TimeSpan.FromSeconds(10)));
    }
}
