using GraphGen.Inspection;
using Microsoft.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Compares what became of a model with the same model by hand.</summary>
internal sealed class Judge(DrawnModel model, ModelText text, Workshop workshop)
{
    private readonly List<string> _faults = [];

    /// <summary>All that is wrong; nothing where model and generated model agree.</summary>
    public static IReadOnlyList<string> Faults(DrawnModel model, ModelText text, Workshop workshop)
    {
        var judge = new Judge(model, text, workshop);
        try
        {
            judge.Compare();
        }
        catch (Exception exception)
        {
            judge._faults.Add(exception.ToString());
        }

        return judge._faults;
    }

    private void Compare()
    {
        IReadOnlyList<Diagnostic> diagnostics = workshop.DiagnosticsOf(text.Name);
        Diagnostic[] errors = [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        foreach (Diagnostic other in diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error && diagnostic.Id != "GG3011")) _faults.Add($"Said: {other}");
        foreach (Diagnostic error in errors) CompareRefusal(error);
        foreach (IGrouping<Microsoft.CodeAnalysis.Text.LinePosition, Diagnostic> several in errors.GroupBy(error => error.Location.GetLineSpan().StartLinePosition).Where(several => several.Count() > 1)) _faults.Add($"Told twice: {string.Join("; ", several)}");
        if (errors.Length > 0 || !workshop.IsCompiled) return;
        foreach (World world in model.Worlds) CompareWorld(world, diagnostics.Any(diagnostic => diagnostic.Id == "GG3011"));
    }

    private static int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line;

    /// <summary>A refusal stands where a layer fails by hand, by itself and not for what it reads; or where GraphGen asks for more than libtorch.</summary>
    private void CompareRefusal(Diagnostic error)
    {
        if (!error.Id.StartsWith("GG", StringComparison.Ordinal))
        {
            _faults.Add($"C# says: {error}");
            return;
        }

        if (text.PartsAt(LineOf(error)).Any(part => Stricter.AllowsWithin(error.Id, part))) return;
        DrawnNode[] there = [.. model.Nodes.Where(node => text.LinesOf(node).Contains(LineOf(error)))];
        Lane[] lanes = [.. model.Worlds.SelectMany(world => world.Lanes)];
        if (there.Any(node => lanes.All(lane => lane[node].IsOwn))) return;
        bool failsSomewhere = there.Any(node => lanes.Any(lane => lane[node].IsOwn));
        if (!there.Any(node => !node.IsInput && lanes.Any(lane => lane.Reaches(node) && Stricter.Allows(error.Id, node, lane)))) _faults.Add($"Refused{(failsSomewhere ? " and passes somewhere" : "")}: {error.Id} {string.Join(" ", there.Select(node => node.Layer?.Kind.Name))}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private void CompareWorld(World world, bool isGuarded)
    {
        BuiltModel built;
        try
        {
            built = new BuiltModel(workshop.TypeOf(text.Name), world);
        }
        catch (ArgumentOutOfRangeException exception) when (world.Parameters.Count > 0)
        {
            if (!isGuarded || world.Lanes.Any(lane => FailureOf(lane) is null && !IsStricter(lane))) _faults.Add($"The constructor refuses {Write(world.Parameters)}: {exception.Message}");
            return;
        }

        using (built.Module)
        {
            Dictionary<string, Tensor> weights = StateCopy.Copy(model, world, built.Module, _faults);
            bool[] ran = [.. world.Lanes.Where(lane => !lane.IsNoisy).Select(lane => RunsAlike(built, lane, isGuarded))];
            if (!ran[0] || _faults.Count > 0 || !model.IsDouble) return;
            GradientCheck.Compare(model, world.Lanes[0], built, weights, _faults);
            GradientCheck.Train(model, world.Lanes[0], built, _faults);
        }
    }

    /// <summary>Whether a dimension that is 1 in this call is stretched, which no guard lets pass.</summary>
    private bool IsStricter(Lane lane) => model.Nodes.Any(node => lane.Reaches(node) && Stricter.StretchesDynamic(node, lane));

    private string? FailureOf(Lane lane) => model.Nodes.Where(node => lane[node].IsOwn).Select(node => $"{node.Name}: {lane[node].Failure}").FirstOrDefault();

    /// <returns>Whether the call runs, here and there.</returns>
    private bool RunsAlike(BuiltModel built, Lane lane, bool isGuarded)
    {
        Tensor[] inputs = [.. model.Inputs.Select(input => lane[input].Tensor!)];
        Tensor[] copies = [.. inputs.Select(input => input.clone())];
        string? failure = FailureOf(lane);
        Tensor[] outputs;
        try
        {
            using (no_grad()) outputs = built.Call(inputs);
        }
        catch (ShapeException exception)
        {
            if ((failure is null && !IsStricter(lane)) || !isGuarded) _faults.Add($"A guard refuses {Write(lane.Sizes)}, which {failure ?? "passes"}: {exception.Message}");
            return false;
        }

        if (failure is not null)
        {
            _faults.Add($"No guard refuses {Write(lane.Sizes)}, which fails by hand: {failure}");
            return false;
        }

        foreach ((Tensor input, Tensor copy) in inputs.Zip(copies))
        {
            if (!Same(input, copy)) _faults.Add("An input was overwritten.");
        }

        CompareTypes(built.Graph, lane);
        if (outputs.Length != model.Outputs.Count) _faults.Add($"{outputs.Length} outputs.");
        foreach ((DrawnNode node, Tensor output) in model.Outputs.Zip(outputs)) CompareOutput(node, output, lane[node].Tensor!);
        return true;
    }

    /// <summary>The shapes and element types that were inferred are those of the tensors.</summary>
    private void CompareTypes(ModelGraph graph, Lane lane)
    {
        foreach ((DrawnNode node, ModelNode inferred) in GraphMap.Nodes(model, graph))
        {
            Tensor tensor = lane[node].Tensor!;
            string sizes = string.Join(", ", inferred.Shape.Select(size => ShapeText.Evaluate(size, lane.Sizes)));
            string type = inferred.ElementType is { } element && element != DType.Float32 ? element.ToString() : lane.World.ModelType.ToString();
            string expected = $"({string.Join(", ", tensor.shape)}) {tensor.dtype}";
            if ($"({sizes}) {type}" != expected) _faults.Add($"{node.Name} ({node.Layer?.Kind}) is {expected}, and inferred as ({string.Join(", ", inferred.Shape)}) {type} for {Write(lane.Sizes)}");
        }
    }

    private void CompareOutput(DrawnNode node, Tensor output, Tensor expected)
    {
        if (!output.shape.SequenceEqual(expected.shape) || output.dtype != expected.dtype)
        {
            _faults.Add($"{node.Name} ({node.Layer?.Kind}) is ({string.Join(", ", output.shape)}) {output.dtype}, and ({string.Join(", ", expected.shape)}) {expected.dtype} by hand");
            return;
        }

        bool isHalf = model.Nodes.Any(IsHalf);
        if (!expected.is_floating_point() && !expected.is_complex())
        {
            // What lies within the rounding of half precision may be on either side of what it is compared with.
            if (!isHalf && !Same(output, expected)) _faults.Add($"{node.Name} ({node.Layer?.Kind}) has other elements.");
            return;
        }

        double tolerance = isHalf ? 0.1 : 1e-4;
        double greatest = expected.abs().max().ToDouble();
        double difference = (output - expected).abs().max().ToDouble();
        if (!(difference <= tolerance * Math.Max(greatest, 1e-3))) _faults.Add($"{node.Name} ({node.Layer?.Kind}) differs by {difference}, of {greatest}.");

        static bool IsHalf(DrawnNode input) => input.Element is ScalarType.Float16 or ScalarType.BFloat16;
    }

    private static bool Same(Tensor a, Tensor b) => a.eq(b).all().ToBoolean();

    private static string Write(IReadOnlyDictionary<string, long> sizes) => string.Join(", ", sizes.Select(size => $"{size.Key} = {size.Value}"));
}
