namespace GraphGen.Inspection;

/// <summary>A module that GraphGen generated: it can say what it is made of.</summary>
public interface IModel
{
    /// <summary>The graph that the model was declared as.</summary>
    ModelGraph Graph { get; }
}
