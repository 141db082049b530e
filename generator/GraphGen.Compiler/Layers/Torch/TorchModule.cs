namespace GraphGen.Compiler.Layers.Torch;

/// <summary>A TorchSharp module as generated code names and makes it.</summary>
/// <param name="Type">Its class in <c>TorchSharp.Modules</c>.</param>
/// <param name="Factory">Its method in <c>torch.nn</c>.</param>
/// <param name="Arguments">The arguments of that method, without <c>device</c> and <c>dtype</c>.</param>
/// <param name="TakesDevice">Whether the method takes <c>device</c> and <c>dtype</c>: modules without weights do not.</param>
internal sealed record TorchModule(string Type, string Factory, string Arguments, bool TakesDevice = true);
