using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Declarations;

/// <summary>All that the compiler keeps of a user's <c>[Model]</c> class: equatable, without symbols, syntax or positions.</summary>
/// <param name="Type">The class and what it is nested in.</param>
/// <param name="Site">The class's name.</param>
/// <param name="Fields">The graph fields, and the value fields that they refer to, in the order of declaration.</param>
/// <param name="MemberNames">The names of all members of the user's half.</param>
/// <param name="ChannelsLast">Whether the memory layout may be chosen.</param>
/// <param name="Problems">What reading found wrong.</param>
internal sealed record Declaration(
    TypeDeclaration Type,
    Site Site,
    EquatableArray<FieldDeclaration> Fields,
    EquatableArray<string> MemberNames,
    bool ChannelsLast,
    EquatableArray<Problem> Problems);

/// <summary>A field of a model.</summary>
/// <param name="Name">Its name, without the <c>@</c> of a keyword.</param>
/// <param name="Key">What <c>[Name]</c> says in its place in the state dict; else the name.</param>
/// <param name="KeySite">Where the key is said: the attribute's argument, or the field.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="Initializer">Its value.</param>
/// <param name="Site">The field's name in the source.</param>
internal sealed record FieldDeclaration(string Name, string Key, Site KeySite, FieldRole Role, Expression Initializer, Site Site);

/// <summary>What a field of a model stands for.</summary>
internal enum FieldRole
{
    Input,
    Node,
    Output,
    Layer,

    /// <summary>A build-time value that other fields refer to.</summary>
    Value,
}
