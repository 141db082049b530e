namespace GraphGen.Compiler.Linking;

/// <summary>How much the helpers of a model may do: far more than any network needs, and so little that the worst is refused while one types.</summary>
internal sealed class Budget
{
    /// <summary>Expressions evaluated, statements run, and items made.</summary>
    public const int MostSteps = 1_000_000;

    /// <summary>Nodes of one model.</summary>
    public const int MostNodes = 10_000;

    /// <summary>Calls within calls.</summary>
    public const int MostCalls = 100;

    /// <summary>Expressions within expressions, over all calls that are open: a megabyte of stack holds several times as many.</summary>
    public const int MostLevels = 800;

    /// <summary>The steps that an input counts for, since its shape is compared with those of the others.</summary>
    public const int StepsOfInput = 5;

    /// <summary>The steps that a layer of a <c>Repeat</c> counts for.</summary>
    public const int StepsOfCopy = 10;

    private int _steps;

    public bool IsSpent { get; set; }

    /// <summary>Whether so many further steps are left.</summary>
    public bool Allows(int steps = 1)
    {
        if (steps > MostSteps - _steps) return false;
        _steps += steps;
        return true;
    }
}
