namespace GraphGen;

/// <summary>A model input, made by <see cref="Layers.Input(Dim[])"/>; the order of declaration is the order of the arguments of <c>forward</c>.</summary>
public sealed class Input : Node
{
    internal Input()
    {
    }
}
