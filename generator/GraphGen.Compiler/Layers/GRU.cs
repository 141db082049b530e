namespace GraphGen.Compiler.Layers;

/// <summary>A gated recurrent unit, with reset and update gate and a candidate.</summary>
internal sealed class GRU : RecurrentLayer
{
    protected override int Gates => 3;
}
