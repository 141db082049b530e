using System.Diagnostics;
using Microsoft.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Draws models, builds them in one compilation, and judges them.</summary>
internal static class Trial
{
    private const int MostShrunk = 5;

    /// <summary>The tensors are so small that threads cost more than they give.</summary>
    static Trial() => set_num_threads(1);

    /// <returns>What is wrong, each with its seed and its source; empty where nothing is.</returns>
    public static string Run(IEnumerable<int> seeds, out string summary)
    {
        using DisposeScope scope = NewDisposeScope();
        TimeSpan start = ProcessorTime();
        DrawnModel[] models = [.. seeds.Select(ModelDrawer.Draw)];
        TimeSpan drawn = ProcessorTime();
        ModelText[] texts = [.. models.Select(model => new ModelText(model, $"M{model.Seed}"))];
        using var workshop = new Workshop(texts);
        TimeSpan built = ProcessorTime();
        var report = new List<string>();
        foreach ((DrawnModel model, ModelText text) in models.Zip(texts))
        {
            IReadOnlyList<string> faults = Judge.Faults(model, text, workshop);
            if (faults.Count > 0) report.Add($"seed {model.Seed}:\n{Describe(faults, text)}\n{(report.Count < MostShrunk ? Shrink(model) : "")}");
        }

        if (!workshop.IsCompiled && report.Count == 0) report.Add($"The C# compiler refuses: {string.Join("\n", workshop.Errors)}");
        int refused = texts.Count(text => workshop.DiagnosticsOf(text.Name).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        summary = $"{models.Length} models of {models.Sum(model => model.Nodes.Count)} nodes, {refused} refused; seconds of processor: " +
            $"drawn {(drawn - start).TotalSeconds:F1}, built {(built - drawn).TotalSeconds:F1}, judged {(ProcessorTime() - built).TotalSeconds:F1}";
        return string.Join("\n", report);
    }

    /// <summary>The smallest part of a model, what one of its nodes needs, of which something is wrong too.</summary>
    private static string Shrink(DrawnModel model)
    {
        DrawnModel[] parts = [.. model.Nodes.Where(node => !node.IsInput).Select(node => model.Only(node)).Where(part => part.Inputs.Any()).OrderBy(part => part.Nodes.Count)];
        ModelText[] texts = [.. parts.Select((part, i) => new ModelText(part, $"M{model.Seed}_{i}"))];
        using var workshop = new Workshop(texts);
        foreach ((DrawnModel part, ModelText text) in parts.Zip(texts))
        {
            // A part may lack the input that a dimension is known by.
            IReadOnlyList<string> faults = Judge.Faults(part, text, workshop);
            if (faults.Count > 0 && !faults.Any(fault => fault.Contains(Rules.OutsideLanguage, StringComparison.Ordinal))) return $"In small:\n{Describe(faults, text)}";
        }

        return "No part of it alone does the same.";
    }

    private static string Describe(IReadOnlyList<string> faults, ModelText text) => $"{string.Join("\n", faults.Take(4))}\n{text}";

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
