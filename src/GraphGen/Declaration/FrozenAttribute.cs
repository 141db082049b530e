namespace GraphGen;

/// <summary>Keeps the layers of a field from being trained: their weights are registered and saved, and have no gradient.</summary>
/// <remarks>
/// It holds for every layer that the field makes or applies, with the layers inside of these: an activation with weights, what a wrapper wraps, all of a nested
/// model. A layer that is shared is frozen wherever it is applied. A layer with running statistics, such as a batch normalization, keeps them and works by
/// them, in training too, as in Keras. Gradients pass through a frozen layer to those before it. A field without such a layer is warned of (GG1009). At run
/// time <c>model.Freeze("name")</c> and <c>model.Unfreeze("name")</c> do the same.
/// </remarks>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = false, Inherited = false)]
public sealed class FrozenAttribute : Attribute
{
}
