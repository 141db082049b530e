using GraphGen.Compiler.Graphs;

namespace GraphGen.Compiler.Layers.Torch;

/// <summary>The members of a generated model that the code of its layers names. What nothing asks for is not generated.</summary>
internal interface IModelMembers
{
    /// <summary>The floating type that the model has now.</summary>
    string ModelType { get; }

    /// <summary>The property that holds a layer's module.</summary>
    string Module(Layer layer);

    /// <summary>The field that holds the <c>LinearCall</c> of a layer whose module is a <c>Linear</c>.</summary>
    string LinearCall(Layer layer);
}
