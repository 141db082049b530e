using System.Text.RegularExpressions;

namespace GraphGen.Compiler.Layers;

/// <summary>
/// The equation of an <c>EinsumDense</c>, as Keras writes it: the letters of the input's axes, those of the weight's, and those of the result's. An ellipsis in input
/// and result stands for any axes in front or behind.
/// </summary>
/// <param name="Input">The letters of the input's axes.</param>
/// <param name="Weight">Those of the weight's.</param>
/// <param name="Result">Those of the result's.</param>
/// <param name="IsOpenInFront">Whether any axes stand before them, the batch among them.</param>
/// <param name="IsOpenBehind">Whether any axes stand behind them.</param>
internal sealed record EinsumEquation(string Input, string Weight, string Result, bool IsOpenInFront, bool IsOpenBehind)
{
    private static readonly Regex s_form = new(
        @"^(?<front>\.\.\.)?(?<input>[A-Za-z]+)(?<behind>\.\.\.)?,(?<weight>[A-Za-z]+)->(?<front2>\.\.\.)?(?<result>[A-Za-z]+)(?<behind2>\.\.\.)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The letters of the result whose sizes are asked for: those behind the batch.</summary>
    public string Sized => IsOpenInFront ? Result : Result.Substring(1);

    /// <summary>The letters that are summed along, so that each number of the result is a sum of so many products.</summary>
    public IEnumerable<char> Summed => Weight.Where(letter => !Result.Contains(letter));

    /// <summary>Reads an equation.</summary>
    /// <param name="text">The equation.</param>
    /// <param name="fault">What is wrong with it; null where nothing is.</param>
    public static EinsumEquation? Parse(string text, out string? fault)
    {
        Match match = s_form.Match(text.Replace(" ", ""));
        bool Has(string group) => match.Groups[group].Success;
        if (!match.Success || Has("front") != Has("front2") || Has("behind") != Has("behind2") || (Has("front") && Has("behind")))
        {
            fault = "of the form 'ab,bc->ac', '...b,bc->...c' or 'ab...,bc->ac...'";
            return null;
        }

        var equation = new EinsumEquation(match.Groups["input"].Value, match.Groups["weight"].Value, match.Groups["result"].Value, Has("front"), Has("behind"));
        fault = equation.Fault();
        return fault is null ? equation : null;
    }

    /// <summary>The axis of the input that has a letter; null where none has.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="rank">The number of the input's axes.</param>
    public int? InputAxis(char letter, int rank) => Input.IndexOf(letter) is >= 0 and var position ? position + (IsOpenInFront ? rank - Input.Length : 0) : null;

    public override string ToString() =>
        $"{(IsOpenInFront ? "..." : "")}{Input}{(IsOpenBehind ? "..." : "")},{Weight}->{(IsOpenInFront ? "..." : "")}{Result}{(IsOpenBehind ? "..." : "")}";

    private string? Fault()
    {
        foreach (string letters in new[] { Input, Weight, Result })
        {
            if (letters.GroupBy(letter => letter).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice) return $"one in which '{twice}' does not stand twice for one tensor";
        }

        if (Result.FirstOrDefault(letter => !Input.Contains(letter) && !Weight.Contains(letter)) is not '\0' and var made)
            return $"one in which '{made}' of the result is an axis of the input or of the weight";
        if (Weight.FirstOrDefault(letter => !Input.Contains(letter) && !Result.Contains(letter)) is not '\0' and var lost)
            return $"one in which '{lost}' of the weight is an axis of the input or of the result";
        if (IsOpenInFront) return null;
        char batch = Input[0];
        if (Result[0] != batch) return $"one in which the batch, '{batch}', comes first in the result too";
        return Weight.Contains(batch) ? $"one in which the weight does not have the batch, '{batch}'" : null;
    }
}
