namespace GraphGen;

/// <summary>The last state of a recurrent application.</summary>
public sealed class State
{
    internal State()
    {
    }
}
