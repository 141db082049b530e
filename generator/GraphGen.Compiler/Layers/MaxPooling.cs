using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The greatest element of each window.</summary>
internal abstract class MaxPooling(int axes) : Pooling(axes)
{
    public sealed override bool TakesMaximum => true;

    protected sealed override string TorchName => "MaxPool";

    protected sealed override string TorchFunction => "max_pool";

    protected override bool TakesElements(Application application) => application.Takes(ElementSet.Real);
}

/// <summary><c>N C L -> N C L'</c>. libtorch pools integers from two axes on only.</summary>
internal sealed class MaxPooling1D() : MaxPooling(1)
{
    protected override bool TakesElements(Application application) => application.Takes(ElementSet.Floating);
}

/// <summary><c>N C H W -> N C H' W'</c>.</summary>
internal sealed class MaxPooling2D() : MaxPooling(2);

/// <summary><c>N C D H W -> N C D' H' W'</c>.</summary>
internal sealed class MaxPooling3D() : MaxPooling(3);
