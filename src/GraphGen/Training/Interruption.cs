namespace GraphGen.Training;

/// <summary>While it lives, Ctrl-C stops a training behind its batch and not the process; pressed once more, it stops the process.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly TrainingRun _run;
    private bool _isSecond;

    public Interruption(TrainingRun run)
    {
        _run = run;
        Console.CancelKeyPress += Stop;
    }

    public void Dispose() => Console.CancelKeyPress -= Stop;

    private void Stop(object? sender, ConsoleCancelEventArgs e)
    {
        if (_isSecond) return;
        _isSecond = true;
        _run.StopTraining = true;
        e.Cancel = true;
    }
}
