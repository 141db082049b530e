namespace GraphGen.Compiler.Shapes;

/// <summary>What the build knows of a tensor: its shape and its element type.</summary>
internal sealed record TensorType(Shape Shape, ElementType Element)
{
    /// <summary>As it is written in messages: the shape, and the element type where it is not the model's floating type.</summary>
    public override string ToString() => Element == ElementType.Float32 ? Shape.ToString() : $"{Shape} {Element}";
}
