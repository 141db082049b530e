using GraphGen.Compiler.Graphs;

namespace GraphGen.Compiler.Declarations;

/// <summary>Another model, as a model names it.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="MetadataName">Its full metadata name: unique in its assembly.</param>
/// <param name="Type">The class as generated code names it.</param>
/// <param name="Accessibility">That of a property of the class at most.</param>
/// <param name="Signature">What a model of a referenced assembly says of itself; null for one of this project, whose declaration is at hand.</param>
internal sealed record ModelReference(string Name, string MetadataName, string Type, string Accessibility, ModelSignature? Signature);
