namespace GraphGen.Compiler.Linking;

/// <summary>Names of one kind, each taken once.</summary>
internal sealed class Names(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = [.. taken];

    /// <summary>The number to try next where a name was taken before, so that a thousand names alike are found in a thousand steps.</summary>
    private readonly Dictionary<string, int> _next = [];

    /// <summary>Takes a name: the one wanted, else the first free one of <c>_2</c>, <c>_3</c> and so on behind it.</summary>
    public string Take(string wanted)
    {
        if (_taken.Add(wanted)) return wanted;
        int number = _next.TryGetValue(wanted, out int next) ? next : 2;
        string free;
        do free = $"{wanted}_{number++}";
        while (!_taken.Add(free));
        _next[wanted] = number;
        return free;
    }
}
