namespace GraphGen;

/// <summary>Makes a partial class a model: its fields declare a graph, and its other half is generated from them as a TorchSharp module.</summary>
/// <remarks>
/// The class is partial (GG1001), and not static, abstract, generic, a record or derived from another (GG1002). Its graph fields are <c>static readonly</c>
/// (GG1003), in any order, with at least one <see cref="Input"/> and one <see cref="Output"/> (GG1008). Their initializers are read at build time; evaluated
/// at run time they do nothing.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class ModelAttribute : Attribute
{
    /// <summary>Whether convolutions and poolings that follow one another may be computed channels-last in memory; true by default.</summary>
    /// <remarks>
    /// This lays out their input anew, and is several times faster on a CPU. Shapes, weights, files and results stay as they are, up to rounding. Set it to
    /// false where code of your own depends on how the elements of results lie in memory.
    /// </remarks>
    public bool ChannelsLast { get; set; } = true;
}
