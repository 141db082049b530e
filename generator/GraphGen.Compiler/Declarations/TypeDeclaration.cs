namespace GraphGen.Compiler.Declarations;

/// <summary>A class as its other half must be opened.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Containing">The types around it, outermost first, each as <c>class Name&lt;T&gt;</c>.</param>
/// <param name="Name">Its name as C# writes it, with <c>@</c> where needed.</param>
/// <param name="Parameters">Its type parameters as <c>&lt;T&gt;</c>; empty for none, as a model should be.</param>
/// <param name="MetadataName">Its full metadata name: unique in the project.</param>
/// <param name="IsOpen">Whether another half can be written: it, and all around it, are partial, and it may have a base class and a constructor.</param>
/// <param name="Base">The base class that the user's half names; null where it names none.</param>
/// <param name="PrimaryParameters">The number of parameters of its primary constructor; null where it has none, as a model should not.</param>
internal sealed record TypeDeclaration(
    string Namespace, EquatableArray<string> Containing, string Name, string Parameters, string MetadataName, bool IsOpen, BaseDeclaration? Base, int? PrimaryParameters);

/// <summary>The base class that a user's half names.</summary>
/// <param name="Text">As messages write it.</param>
/// <param name="IsModule">Whether it is one of TorchSharp's <c>Module&lt;...&gt;</c>, as a generated half has for its base.</param>
/// <param name="ModuleArguments">The type arguments of the <c>Module&lt;...&gt;</c> that it is or derives from, fully qualified; none where it is no module.</param>
/// <param name="TakesName">Whether its one constructor parameter is a module's name.</param>
internal sealed record BaseDeclaration(string Text, bool IsModule, EquatableArray<string> ModuleArguments, bool TakesName);
