using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The greatest element of each channel. Its gradient needs the result.</summary>
internal abstract class GlobalMaxPooling(int axes) : GlobalPooling(axes)
{
    protected sealed override ElementSet Elements => ElementSet.BoolOrReal;

    protected sealed override string TorchFunction => "amax";
}

/// <summary><c>N C L -> N C</c>.</summary>
internal sealed class GlobalMaxPooling1D() : GlobalMaxPooling(1);

/// <summary><c>N C H W -> N C</c>.</summary>
internal sealed class GlobalMaxPooling2D() : GlobalMaxPooling(2);

/// <summary><c>N C D H W -> N C</c>.</summary>
internal sealed class GlobalMaxPooling3D() : GlobalMaxPooling(3);
