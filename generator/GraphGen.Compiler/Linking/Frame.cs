using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>A call of a helper that is not at its end, or the field that is being evaluated.</summary>
internal sealed class Frame(NameScope scope, CallChain? calls, HelperDeclaration? helper, Frame? caller)
{
    private readonly Dictionary<int, int> _repetitions = [];
    private Value?[] _variables = new Value?[helper?.Variables.Count ?? 0];

    /// <summary>What is made in it is named for this.</summary>
    public NameScope Root { get; } = scope;

    /// <summary>What is made at the moment is named for this: the whole, or the variable that is assigned to.</summary>
    public NameScope Scope { get; set; } = scope;

    /// <summary>The calls that led here; null in a field.</summary>
    public CallChain? Calls { get; } = calls;

    public Frame? Caller { get; } = caller;

    public IReadOnlyList<Instruction> Body => helper!.Body;

    /// <summary>The variables; what has no value yet, which C# has reported, is unknown.</summary>
    public Value this[int variable]
    {
        get => variable < _variables.Length && _variables[variable] is { } value ? value : UnknownValue.Instance;
        set
        {
            if (variable >= _variables.Length) Array.Resize(ref _variables, variable + 1);
            _variables[variable] = value;
        }
    }

    /// <summary>A variable's name; empty for one that the user does not see.</summary>
    public string NameOf(int variable) => helper?.Variables[variable] ?? "";

    /// <summary>Counts how often a loop has begun again.</summary>
    /// <param name="position">The jump back.</param>
    public void Repeat(int position) => _repetitions[position] = _repetitions.TryGetValue(position, out int count) ? count + 1 : 1;

    /// <summary>The loop that was repeated most often; null where there was none.</summary>
    public (Site Site, int Count)? LongestLoop()
    {
        if (_repetitions.Count == 0) return null;
        KeyValuePair<int, int> longest = _repetitions.OrderByDescending(loop => loop.Value).ThenBy(loop => loop.Key).First();
        return (Body[longest.Key].Site, longest.Value);
    }
}
