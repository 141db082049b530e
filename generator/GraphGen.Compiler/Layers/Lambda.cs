using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary>A static method of the user's.</summary>
internal sealed class Lambda : OwnCodeLayer
{
    protected override string Callee(TorchCode code) => code.Arguments.Text("function");
}
