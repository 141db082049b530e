using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;

namespace GraphGen.Generator.Emission;

/// <summary>
/// Prints <c>Compile</c> and <c>Predict</c>, and where a model has several outputs the classes that name a loss, a weight and metrics for each, so that a misspelt
/// output does not compile. A member of the user's with one of these names stays what it is, and what needs it is not written.
/// </summary>
internal sealed class TrainingMembers
{
    private const string Training = "global::GraphGen.Training";
    private const string Adapter = "global::GraphGen.Runtime.ModelAdapter";
    private const string Objective = Training + ".Objective";
    private const string Metrics = "global::System.Collections.Generic.IReadOnlyList<" + Training + ".Metric>";

    private readonly Signature _signature;
    private readonly IReadOnlyList<string> _inputs;
    private readonly IReadOnlyList<string> _outputs;
    private readonly IReadOnlyList<string> _names;
    private readonly string _inputsType;
    private readonly string _outputsType;
    private readonly string _adapter;
    private readonly HashSet<string> _users;
    private readonly string? _thrown;

    /// <param name="graph">The graph.</param>
    /// <param name="adapter">The name of the private member that they share.</param>
    /// <param name="thrown">What that member does in the half of a broken model; null in that of a sound one.</param>
    public TrainingMembers(Graph graph, string adapter, string? thrown = null)
    {
        (_signature, _adapter, _thrown) = (new Signature(graph), adapter, thrown);
        Declaration declaration = graph.Declaration;
        _users = [.. declaration.MemberNames, ModelShell.PlainName(declaration.Type)];
        _inputs = RecordEmitter.Properties(_signature.Inputs);
        _outputs = RecordEmitter.Properties(_signature.Outputs);
        _names = [.. graph.Outputs.Select(output => output.Name)];
        InputNames = [.. graph.Inputs.Select(input => input.Name)];
        _inputsType = _inputs.Count > 1 ? "Inputs" : TorchNames.Tensor;
        _outputsType = _outputs.Count > 1 ? "Outputs" : TorchNames.Tensor;
    }

    /// <summary>The names of the members, which no property of a layer may have.</summary>
    public static IEnumerable<string> Names(Declaration declaration) =>
        declaration.Fields.Count(field => field.Role == FieldRole.Output) > 1 ? ["Compile", "Predict", "Losses", "LossWeights", "Metrics"] : ["Compile", "Predict"];

    private IReadOnlyList<string> InputNames { get; }

    private bool HasSeveralOutputs => _outputs.Count > 1;

    public void Write(SourceWriter writer)
    {
        // In the half of a broken model the records may be the user's.
        if ((_inputs.Count > 1 && _users.Contains("Inputs")) || (HasSeveralOutputs && _users.Contains("Outputs"))) return;
        bool compiles = !_users.Contains("Compile") && !(HasSeveralOutputs && (_users.Contains("Losses") || _users.Contains("LossWeights") || _users.Contains("Metrics")));
        bool predicts = !_users.Contains("Predict");
        if (compiles && HasSeveralOutputs) WriteObjectiveClasses(writer);
        if (compiles) WriteCompile(writer);
        if (predicts) WritePredict(writer);
        if (compiles || predicts) WriteAdapter(writer);
    }

    private void WriteCompile(SourceWriter writer)
    {
        foreach ((string type, string optimizer) in new[]
        {
            ($"{Training}.OptimizerFactory", "Makes an optimizer of the model's weights."),
            ($"{TorchNames.Torch}.optim.Optimizer", "An optimizer of the model's weights, which stays the caller's."),
        })
        {
            writer.Line($"/// <summary>Ties the model to an optimizer, {(HasSeveralOutputs ? "losses" : "a loss")} and metrics, so that it can be trained and judged.</summary>");
            writer.Line($"/// <param name=\"optimizer\">{optimizer}</param>");
            if (HasSeveralOutputs)
            {
                writer.Line("/// <param name=\"losses\">The loss of each output; an output without one is not trained.</param>");
                writer.Line("/// <param name=\"metrics\">The metrics of each output.</param>");
                writer.Line("/// <param name=\"lossWeights\">How much the loss of each output counts, 1 unless said.</param>");
                writer.Line("/// <exception cref=\"global::System.ArgumentException\">No output has a loss.</exception>");
            }
            else
            {
                writer.Line("/// <param name=\"loss\">The loss.</param>");
                writer.Line("/// <param name=\"metrics\">The metrics. Repeated names are numbered.</param>");
            }

            string head = $"public {Training}.Trainer<{_inputsType}, {_outputsType}> Compile({type} optimizer, ";
            if (HasSeveralOutputs)
            {
                writer.Open($"{head}Losses losses, Metrics? metrics = null, LossWeights? lossWeights = null)");
                writer.Line($"{TorchNames.ArgumentNullException}.ThrowIfNull(losses);");
                writer.Line("metrics ??= new Metrics();");
                writer.Line("lossWeights ??= new LossWeights();");
                IEnumerable<string> objectives = _outputs.Select((output, i) => $"new {Objective}({Identifiers.Quote(_names[i])}, losses.{output}, lossWeights.{output}, metrics.{output})");
                writer.Line($"return {_adapter}.Compile(optimizer, {string.Join(", ", objectives)});");
            }
            else
            {
                writer.Open($"{head}{Training}.Loss loss, params {Training}.Metric[] metrics)");
                writer.Line($"{TorchNames.ArgumentNullException}.ThrowIfNull(loss);");
                writer.Line($"{TorchNames.ArgumentNullException}.ThrowIfNull(metrics);");
                writer.Line($"return {_adapter}.Compile(optimizer, new {Objective}({Identifiers.Quote(_names.Count == 1 ? _names[0] : "")}, loss, 1, metrics));");
            }

            writer.Close();
            writer.Line();
        }
    }

    private void WritePredict(SourceWriter writer)
    {
        writer.Line("/// <summary>Computes the outputs of any number of examples, a batch at a time, in evaluation mode and without gradients. The mode is then as it was.</summary>");
        writer.Line("/// <param name=\"inputs\">The inputs.</param>");
        writer.Line("/// <param name=\"batchSize\">The examples of a batch.</param>");
        writer.Line("/// <returns>The outputs, which lie where the inputs do.</returns>");
        writer.Line("/// <exception cref=\"global::GraphGen.ShapeException\">A tensor has another shape or element type.</exception>");
        writer.Line($"public {_outputsType} Predict({_inputsType} inputs, int batchSize = 32) => {_adapter}.Predict(inputs, batchSize);");
        writer.Line();
    }

    private void WriteAdapter(SourceWriter writer)
    {
        string type = $"{Adapter}<{_inputsType}, {_outputsType}>";
        if (_thrown is not null)
        {
            writer.Line($"private {type} {_adapter} => {_thrown};");
            writer.Line();
            return;
        }

        writer.Line($"private {type} {_adapter} => new {type}(");
        writer.Indented(() =>
        {
            writer.Line("this,");
            writer.Line($"{Strings(InputNames)},");
            writer.Line($"{Strings(_names)},");
            writer.Line($"inputs => {TakeApart("inputs", _inputs)},");
            writer.Line($"outputs => {TakeApart("outputs", _outputs)},");
            string arguments = string.Join(", ", _inputs.Select((_, i) => $"inputs[{i}]"));
            string call = $"call({(_signature.TakesRecord ? $"new Inputs({arguments})" : arguments)})";
            if (HasSeveralOutputs)
            {
                writer.Line("inputs =>");
                writer.Line("{");
                writer.Indented(() =>
                {
                    writer.Line($"var result = {call};");
                    writer.Line($"return new[] {{ {string.Join(", ", _signature.Outputs.Select(output => $"result.{output}"))} }};");
                });
                writer.Line("},");
            }
            else
            {
                writer.Line($"inputs => new[] {{ {call} }},");
            }

            writer.Line($"outputs => {(HasSeveralOutputs ? $"new Outputs({string.Join(", ", _outputs.Select((_, i) => $"outputs[{i}]"))})" : "outputs[0]")});");
        });
        writer.Line();
    }

    private void WriteObjectiveClasses(SourceWriter writer)
    {
        WriteClass("Losses", "The loss of each output; one without is not trained.", $"{Training}.Loss?", "");
        WriteClass("Metrics", "The metrics of each output.", Metrics, $" = new {Training}.Metric[0];");
        WriteClass("LossWeights", "How much the loss of each output counts.", "double", " = 1;");

        void WriteClass(string name, string summary, string type, string initializer)
        {
            writer.Line($"/// <summary>{summary}</summary>");
            writer.Open($"public sealed class {name}");
            for (int i = 0; i < _outputs.Count; i++)
            {
                writer.Line($"/// <summary>That of {_names[i]}.</summary>");
                writer.Line($"public {type} {_outputs[i]} {{ get; init; }}{initializer}");
            }

            writer.Close();
            writer.Line();
        }
    }

    private static string TakeApart(string value, IReadOnlyList<string> properties) =>
        $"new[] {{ {(properties.Count > 1 ? string.Join(", ", properties.Select(property => $"{value}.{property}")) : value)} }}";

    private static string Strings(IReadOnlyList<string> names) => $"new[] {{ {string.Join(", ", names.Select(Identifiers.Quote))} }}";
}
