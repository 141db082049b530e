namespace GraphGen.Compiler.Problems;

/// <summary>The ids of the rules that the compiler can find broken; their titles and messages stand in the analyzers.</summary>
internal static class Rules
{
    public const string NotPartial = "GG1001";
    public const string UnsuitableClass = "GG1002";
    public const string FieldNotReadOnly = "GG1003";
    public const string NotKnownAtBuild = "GG1004";
    public const string OutsideLanguage = "GG1005";
    public const string ArgumentOutOfRange = "GG1006";
    public const string NameTaken = "GG1007";
    public const string NoInputOrOutput = "GG1008";
    public const string NoEffect = "GG1009";

    public const string DisconnectedInput = "GG2001";
    public const string DeadLayer = "GG2002";
    public const string DisconnectedOutput = "GG2003";
    public const string Cycle = "GG2004";
    public const string NeverApplied = "GG2005";
    public const string ForeignNode = "GG2006";
    public const string WrongInputs = "GG2007";
    public const string NestingCycle = "GG2008";

    public const string Rank = "GG3001";
    public const string Disagreement = "GG3002";
    public const string SharedWeights = "GG3003";
    public const string DoesNotFit = "GG3004";
    public const string NotDivisible = "GG3005";
    public const string Reshape = "GG3006";
    public const string DynamicWeights = "GG3007";
    public const string ElementType = "GG3008";
    public const string Axis = "GG3009";
    public const string Signature = "GG3010";
    public const string OpenQuestion = "GG3011";

    /// <summary>Whether a broken rule leaves a model that can be generated all the same.</summary>
    public static bool IsWarning(string rule) => rule is NoEffect or DeadLayer or NeverApplied or OpenQuestion;
}
