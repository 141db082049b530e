namespace GraphGen.Compiler.Declarations;

/// <summary>A class as its other half must be opened.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Containing">The types around it, outermost first, each as <c>class Name&lt;T&gt;</c>.</param>
/// <param name="Name">Its name as C# writes it, with <c>@</c> where needed.</param>
/// <param name="MetadataName">Its full metadata name: unique in the project.</param>
/// <param name="Form">Whether and how its other half can be written.</param>
internal sealed record TypeDeclaration(string Namespace, EquatableArray<string> Containing, string Name, string MetadataName, TypeForm Form);

/// <summary>Whether and how the other half of a class can be written.</summary>
internal enum TypeForm
{
    /// <summary>A partial class that may derive from a module.</summary>
    Suitable,

    /// <summary>A partial class that cannot derive from a module, because it has a base class or is abstract: it gets members only.</summary>
    WithoutBase,

    /// <summary>Nothing can be added: not partial, or not a plain class.</summary>
    Closed,
}
