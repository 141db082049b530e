namespace GraphGen.Compiler.Layers;

/// <summary>A long short-term memory, with input, forget and output gate and a candidate.</summary>
internal sealed class LSTM : RecurrentLayer
{
    protected override int Gates => 4;

    protected override IReadOnlyList<string> States => ["hidden", "cell"];
}
