namespace GraphGen;

/// <summary>A model input, as <see cref="Layers.Input(Dim[])"/> declares it.</summary>
/// <remarks>The order of declaration is the order of the arguments of <c>forward</c>. An input that reaches no output is refused (GG2001).</remarks>
public sealed class Input : Node
{
    internal Input()
    {
    }
}
