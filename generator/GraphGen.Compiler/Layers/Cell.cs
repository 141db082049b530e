namespace GraphGen.Compiler.Layers;

/// <summary>The cell state of an LSTM.</summary>
internal sealed class Cell : StateTensor;
