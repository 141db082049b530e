namespace GraphGen.Compiler.Layers;

/// <summary>How the kernels of a layer begin.</summary>
/// <param name="Name">Its name in <c>Init</c>.</param>
/// <param name="Numbers">Its arguments, in the order of the parameters.</param>
internal sealed record Initializer(string Name, EquatableArray<double> Numbers);
