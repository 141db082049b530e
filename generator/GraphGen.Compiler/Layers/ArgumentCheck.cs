using System.Globalization;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Checks a layer's arguments, whatever it is applied to; reports GG1006 at the argument.</summary>
internal sealed class ArgumentCheck(Layer layer, List<Problem> problems)
{
    public Layer Layer { get; } = layer;

    public LayerArguments Arguments => Layer.Arguments;

    /// <summary>Whether nothing was refused so far.</summary>
    public bool Passed { get; private set; } = true;

    /// <summary>A dimension of at least 1.</summary>
    public void Positive(string argument)
    {
        AtLeast(argument, Arguments.Dim(argument), 1);
    }

    /// <summary>Dimensions of at least 1 each, but for those that stand for something else.</summary>
    /// <param name="argument">A list of dimensions, or one of them.</param>
    /// <param name="range">What is right, as messages say it.</param>
    /// <param name="isOther">Whether one stands for something else.</param>
    public void AllPositive(string argument, string range, Func<Dim, bool> isOther)
    {
        string reason = $"{Layer.Kind.Name} takes '{argument}' of at least 1 each";
        if (Arguments.OneOrMoreDims(argument).FirstOrDefault(dim => !isOther(dim) && !Holds(Condition.AtLeast(dim, 1), reason)) is { } wrong)
            Refuse(argument, wrong.ToString(), range);
    }

    /// <summary>Whether a condition may hold: false where it is refuted; where it is open it is checked when the model is constructed or runs.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="reason">Which layer asks for it, and of what, as a sentence without its end.</param>
    public bool Holds(Condition condition, string reason)
    {
        Answer answer = condition.Answer;
        if (answer == Answer.Open) Layer.Guards.Add(new Guard(condition, reason));
        return answer != Answer.Refuted;
    }

    private void AtLeast(string argument, Dim dim, long least)
    {
        if (!Holds(Condition.AtLeast(dim, least), $"{Layer.Kind.Name} takes '{argument}' of at least {least}")) Refuse(argument, dim.ToString(), $"at least {least}");
    }

    /// <summary>An integer of at least so much.</summary>
    public void AtLeast(string argument, long least)
    {
        if (Arguments.OptionalInteger(argument) is { } value && value < least) Refuse(argument, value.ToString(CultureInfo.InvariantCulture), $"at least {least}");
    }

    /// <summary>A rate in [0, 1).</summary>
    public void Rate(string argument)
    {
        double rate = Arguments.Real(argument);
        if (!(rate >= 0 && rate < 1)) Refuse(argument, Write(rate), "in [0, 1)");
    }

    /// <summary>A finite number.</summary>
    public void Finite(string argument)
    {
        double value = Arguments.Real(argument);
        if (double.IsNaN(value) || double.IsInfinity(value)) Refuse(argument, Write(value), "finite");
    }

    /// <summary>A finite number above zero.</summary>
    public void PositiveReal(string argument)
    {
        double value = Arguments.Real(argument);
        if (!(value > 0) || double.IsInfinity(value)) Refuse(argument, Write(value), "finite and above 0");
    }

    /// <summary>A size by axis as in <see cref="Sizes"/>, or a parameter of the model.</summary>
    public void SizesOrParameters(string argument, int axes, long least)
    {
        if (!Arguments.Has(argument) || Arguments.Raw(argument) is not DimValue { Dim: var dim } || dim.Value is not null)
        {
            Sizes(argument, axes, least);
            return;
        }

        if (dim.Symbols.Any(symbol => symbol.Kind != SymbolKind.Parameter)) Refuse(argument, dim.ToString(), "a size that is fixed when the model is constructed");
        else AtLeast(argument, dim, least);
    }

    /// <summary>A size by axis: one number or one for each axis, each at least so much. Left out is right.</summary>
    public void Sizes(string argument, int axes, long least)
    {
        if (Arguments.Has(argument) && Arguments.Raw(argument) is DimValue { Dim: { Value: null } dim })
        {
            Refuse(argument, dim.ToString(), "a number that is known at build time");
        }
        else if (Arguments.TupleLength(argument) is { } length && length != axes)
        {
            Refuse(argument, $"{length} numbers", axes == 1 ? "one number" : $"one number or {axes}, one for each axis");
        }
        else if (Arguments.HasEnds(argument))
        {
            Refuse(argument, "another number at each end", $"one number for both ends of an axis: 'ZeroPadding{axes}D' before it pads each end by its own");
        }
        else if (Arguments.Sizes(argument, axes)?.Where(size => size < least || size > int.MaxValue).Cast<long?>().FirstOrDefault() is { } wrong)
        {
            Refuse(argument, wrong.ToString(CultureInfo.InvariantCulture), $"between {least} and {int.MaxValue}");
        }
    }

    /// <summary>Elements at the ends of each axis: one number, one for each axis, or one for each end, each at least 0. Left out is right.</summary>
    public void Ends(string argument, int axes)
    {
        if (Arguments.Ends(argument, axes) is not { } ends)
        {
            if (Arguments.TupleLength(argument) is not { } length) return;
            string given = Arguments.HasEnds(argument) ? $"{length} pairs" : $"{length} numbers";
            Refuse(argument, given, axes == 1 ? "one number or two, before and after" : $"one number or {axes}, one for each axis, or a pair for each, one for each end");
        }
        else if (ends.SelectMany(end => new[] { end.Before, end.After }).Where(size => size is < 0 or > int.MaxValue).Cast<long?>().FirstOrDefault() is { } wrong)
        {
            Refuse(argument, wrong.ToString(CultureInfo.InvariantCulture), $"between 0 and {int.MaxValue}");
        }
    }

    /// <summary>Layers that the layer applies itself, such as its activation: each to one tensor.</summary>
    public void InnerLayers()
    {
        foreach ((string argument, Layer inner) in Arguments.NamedLayers)
        {
            if (inner.Kind.InputsOf(inner).Fewest > 1) Refuse(argument, inner.Kind.Name, "a layer that takes one input");
        }
    }

    public void Refuse(string argument, string value, string range)
    {
        Passed = false;
        problems.Add(new Problem(Rules.ArgumentOutOfRange, Arguments.Site(argument, Layer.Site), argument, value, range));
    }

    /// <summary>Reports that another rule is broken by what the layer was given.</summary>
    public void Report(string rule, Site site, params string[] arguments)
    {
        Passed = false;
        problems.Add(new Problem(rule, site, arguments));
    }

    private static string Write(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
