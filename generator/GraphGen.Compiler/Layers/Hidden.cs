namespace GraphGen.Compiler.Layers;

/// <summary>The hidden state: what the last step has given.</summary>
internal sealed class Hidden : StateTensor;
