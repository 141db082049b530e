namespace GraphGen;

/// <summary>Makes the tensor of a field readable: after a call as <c>model.Taps["name"]</c>, and by itself with <c>model.Features(...)</c>.</summary>
/// <remarks>
/// It stands on a <see cref="Node"/>, <see cref="Input"/> or <see cref="Output"/>; on another field it has no effect (GG1009). A tapped node need not reach an
/// output. The tensor keeps its gradient, so that a loss may use it. The model has those of its last call, which the next call releases, and its
/// <c>Dispose</c>; what <c>Features</c> returns is the caller's.
/// </remarks>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = false, Inherited = false)]
public sealed class TapAttribute : Attribute
{
}
