using System.Globalization;
using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Generator.Emission;

/// <summary>Prints the statements of <c>forward</c>, and releases each tensor behind the statement that reads it last.</summary>
internal static class ForwardWriter
{
    /// <param name="writer">The writer.</param>
    /// <param name="forward">The statements.</param>
    /// <param name="taps">Keeps the tensors that the model does.</param>
    public static void Write(SourceWriter writer, ForwardLowering forward, TapWriter taps)
    {
        (IReadOnlyList<Step> steps, IReadOnlyList<Variable> results) = (forward.Steps, forward.Results);
        var lastUse = new Dictionary<Variable, int>();
        for (int i = 0; i < steps.Count; i++)
        {
            foreach (Variable result in steps[i].Results) lastUse[result] = i;
            foreach (Variable read in steps[i].Reads) lastUse[read] = i;
        }

        HashSet<Variable> made = [.. steps.SelectMany(step => step.Results).Except(results).Except(forward.Taps)];
        for (int i = 0; i < steps.Count; i++)
        {
            Step step = steps[i];
            string comment = step.Comment.Length > 0 ? $" // {step.Comment}" : "";
            string result = step.Results.Count == 1 ? step.Results[0].ToString() : $"({string.Join(", ", step.Results)})";
            writer.Line($"var {result} = {step.Expression.ToString(CultureInfo.InvariantCulture)};{comment}");
            foreach (Variable last in step.Reads.Concat(step.Results).Where(variable => made.Contains(variable) && lastUse[variable] == i && variable != step.Overwrites))
                writer.Line($"{last}.Dispose();");
        }

        taps.WriteKeep(writer, forward.Taps);
        writer.Line(results.Count == 1 ? $"return {results[0]};" : $"return ({string.Join(", ", results)});");
    }
}
