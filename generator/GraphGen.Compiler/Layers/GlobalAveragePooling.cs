using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The mean of each channel.</summary>
internal abstract class GlobalAveragePooling(int axes) : GlobalPooling(axes)
{
    public sealed override bool ResultMayBeOverwritten => true;

    protected sealed override ElementSet Elements => ElementSet.FloatingOrComplex;

    protected sealed override string TorchFunction => "mean";
}

/// <summary><c>N C L -> N C</c>.</summary>
internal sealed class GlobalAveragePooling1D() : GlobalAveragePooling(1);

/// <summary><c>N C H W -> N C</c>.</summary>
internal sealed class GlobalAveragePooling2D() : GlobalAveragePooling(2);

/// <summary><c>N C D H W -> N C</c>.</summary>
internal sealed class GlobalAveragePooling3D() : GlobalAveragePooling(3);
