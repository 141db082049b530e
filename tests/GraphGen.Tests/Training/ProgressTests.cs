using System.Text.RegularExpressions;
using GraphGen.Training;
using Spectre.Console;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>What a training writes on the console.</summary>
[Collection(nameof(Alone))]
public class ProgressTests : Scoped
{
    [Fact]
    public void Silence() => Assert.Equal("", Fit(Verbosity.Silent, isTerminal: true));

    [Fact]
    public void A_line_an_epoch_is_not_broken_where_there_is_no_terminal()
    {
        string[] lines = Fit(Verbosity.Auto, isTerminal: false).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Matches(@"^epoch 1/2: loss 0\.\d{4}, absolute_error 0\.\d{4}, absolute_error_2 0\.\d{4}, val_loss 0\.\d{4}, val_absolute_error 0\.\d{4}, val_absolute_error_2 0\.\d{4}, \d+\.\d\d s$", lines[0].TrimEnd());
        Assert.StartsWith("epoch 2/2: ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_moves_on_a_terminal_with_the_lines_above_it()
    {
        string written = Fit(Verbosity.Bar, isTerminal: true);
        Assert.Contains("\u001b[", written, StringComparison.Ordinal);
        string text = Regex.Replace(Regex.Replace(written, "\u001b\\[[0-9;?]*[a-zA-Z]", ""), @"\s+", " ");
        Assert.Matches(@"━{30} epoch 1/2, batch 1/2, \d+ batches/s, 00:00:\d\d left: loss 0\.\d{4}, absolute_error 0\.\d{4}", text);
        Assert.Matches(@"epoch 1/2: loss 0\.\d{4}.* s", text);
        Assert.Matches(@"epoch 2/2: loss 0\.\d{4}.* s", text);
    }

    [Fact]
    public void Continuous_integration_gets_lines()
    {
        string? before = Environment.GetEnvironmentVariable("CI");
        try
        {
            Environment.SetEnvironmentVariable("CI", "true");
            Assert.DoesNotContain("\u001b[", Fit(Verbosity.Auto, isTerminal: true), StringComparison.Ordinal);
            Environment.SetEnvironmentVariable("CI", null);
            Assert.Contains("\u001b[", Fit(Verbosity.Auto, isTerminal: true), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CI", before);
        }
    }

    [Fact]
    public void A_failure_is_told_as_it_is()
    {
        IAnsiConsole before = AnsiConsole.Console;
        AnsiConsole.Console = NewConsole(new StringWriter(), isTerminal: true);
        try
        {
            using Mlp model = new();
            using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
            var failing = new Watcher("w", []) { Then = (_, _) => throw new NotSupportedException() };
            Assert.Throws<CallbackException>(() => training.Fit(rand(9, 10), rand(9, 1), callbacks: [failing], verbosity: Verbosity.Bar));
        }
        finally
        {
            AnsiConsole.Console = before;
        }
    }

    private static string Fit(Verbosity verbosity, bool isTerminal)
    {
        IAnsiConsole before = AnsiConsole.Console;
        using var writer = new StringWriter();
        AnsiConsole.Console = NewConsole(writer, isTerminal);
        try
        {
            using Mlp model = new();
            using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError(), new AbsoluteError(), new AbsoluteError());
            training.Fit(rand(9, 10), rand(9, 1), epochs: 2, batchSize: 5, validation: (rand(9, 10), rand(9, 1)), verbosity: verbosity);
        }
        finally
        {
            AnsiConsole.Console = before;
        }

        return writer.ToString();
    }

    private static IAnsiConsole NewConsole(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new Output(writer, isTerminal),
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private sealed class Output(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => 80;

        public int Height => 24;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
