using System.ComponentModel;

namespace GraphGen;

/// <summary>What a generated model says to models of other assemblies that nest it. Written by the generator, and read by its next runs.</summary>
/// <param name="version">The version of what stands in the other arguments; a model of another version is not nested (GG1005).</param>
/// <param name="shapes">The types of its inputs and outputs, as <c>N T Int64 -> N width</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelSignatureAttribute(int version, string shapes) : Attribute
{
    /// <summary>The version of what stands in the other members.</summary>
    public int Version { get; } = version;

    /// <summary>The types of the inputs and outputs.</summary>
    public string Shapes { get; } = shapes;

    /// <summary>The names of the inputs and then of the outputs, separated by blanks.</summary>
    public string Names { get; set; } = "";

    /// <summary>The dimensions that are no numbers, each with its kind and its values: <c>T dynamic 1 512 8 -</c>.</summary>
#pragma warning disable CA1819 // Arguments of attributes are arrays.
    public string[] Dimensions { get; set; } = [];

    /// <summary>What is asked of them, each with the reason: <c>equal T U 'y' (Concatenate) joins ...</c>.</summary>
    public string[] Conditions { get; set; } = [];
#pragma warning restore CA1819

    /// <summary>The number of trained elements.</summary>
    public string Parameters { get; set; } = "0";

    /// <summary>The number of elements that are saved and not trained.</summary>
    public string Buffers { get; set; } = "0";

    /// <summary>The number of those of the trained elements that <c>[Frozen]</c> keeps from being trained.</summary>
    public string Frozen { get; set; } = "0";

    /// <summary>The number of multiply-adds for one example; <c>-</c> where it is not known.</summary>
    public string MultiplyAdds { get; set; } = "0";
}
