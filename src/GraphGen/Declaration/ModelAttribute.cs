namespace GraphGen;

/// <summary>Makes a partial class a model: its fields are read at build time, and its other half is generated as a TorchSharp module.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class ModelAttribute : Attribute
{
    /// <summary>Whether runs of convolutions and poolings are computed in channels-last memory layout; true by default.</summary>
    public bool ChannelsLast { get; set; } = true;
}
