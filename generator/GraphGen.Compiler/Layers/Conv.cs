namespace GraphGen.Compiler.Layers;

/// <summary><c>N C L -> N filters L'</c>.</summary>
internal sealed class Conv1D() : Convolution(1);

/// <summary><c>N C H W -> N filters H' W'</c>.</summary>
internal sealed class Conv2D() : Convolution(2)
{
    public override bool PrefersChannelsLast => true;
}

/// <summary><c>N C D H W -> N filters D' H' W'</c>.</summary>
internal sealed class Conv3D() : Convolution(3);
