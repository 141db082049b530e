using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The mean of each window. libtorch takes the mean of everything by another function, which knows complex numbers.</summary>
internal abstract class AdaptiveAveragePooling(int axes) : AdaptivePooling(axes)
{
    protected sealed override string TorchName => "AdaptiveAvgPool";

    protected sealed override ElementSet Elements(Layer layer) => Output(layer).All(size => size == 1) ? ElementSet.FloatingOrComplex : ElementSet.Floating;
}

/// <summary><c>N C L -> N C L'</c>.</summary>
internal sealed class AdaptiveAveragePooling1D() : AdaptiveAveragePooling(1);

/// <summary><c>N C H W -> N C H' W'</c>.</summary>
internal sealed class AdaptiveAveragePooling2D() : AdaptiveAveragePooling(2);

/// <summary><c>N C D H W -> N C D' H' W'</c>.</summary>
internal sealed class AdaptiveAveragePooling3D() : AdaptiveAveragePooling(3);
