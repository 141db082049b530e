using System.Runtime.CompilerServices;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Declarations;

/// <summary>All that the compiler keeps of a user's <c>[Model]</c> class: equatable, without symbols, syntax or positions.</summary>
/// <param name="Type">The class and what it is nested in.</param>
/// <param name="Site">The class's name.</param>
/// <param name="Fields">The graph fields, and the value fields that they refer to, in the order of declaration.</param>
/// <param name="Helpers">The methods that the initializers call, and those that these call.</param>
/// <param name="Members">The other members of the user's half.</param>
/// <param name="IsIncomplete">The C# compiler has refused parts of it: what they would have declared and connected is not known.</param>
/// <param name="ChannelsLast">Whether the memory layout may be chosen.</param>
/// <param name="HasSummary">Whether the user has documented the class.</param>
/// <param name="IsMarkedAsGenerated">Whether the user's half says of itself that it is generated.</param>
/// <param name="Problems">What reading found wrong.</param>
internal sealed record Declaration(
    TypeDeclaration Type,
    Site Site,
    EquatableArray<FieldDeclaration> Fields,
    EquatableArray<HelperDeclaration> Helpers,
    EquatableArray<MemberDeclaration> Members,
    bool IsIncomplete,
    bool ChannelsLast,
    bool HasSummary,
    bool IsMarkedAsGenerated,
    EquatableArray<Problem> Problems)
{
    /// <summary>Each model that nests others, directly or not, asks for theirs. Beside the record and not in it, since the same models are no part of what makes two declarations equal.</summary>
    private static readonly ConditionalWeakTable<Declaration, IReadOnlyList<ModelExpression>> s_models = new();

    /// <summary>The names of all members of the user's half.</summary>
    public IEnumerable<string> MemberNames => Fields.Select(item => item.Name).Concat(Members.Select(member => member.Name)).Distinct();

    /// <summary>Whether the model makes tensors readable beside its outputs.</summary>
    public bool HasTaps => Fields.Any(item => item.IsTapped);

    /// <summary>The kinds of layer that initializers and helpers name, in no order.</summary>
    public IEnumerable<LayerExpression> Layers => Expressions.SelectMany(In<LayerExpression>);

    private IEnumerable<Expression> Expressions => Fields.Select(item => item.Initializer).Concat(Helpers.SelectMany(helper => helper.Expressions));

    /// <summary>The models that initializers and helpers nest, in no order.</summary>
    public IReadOnlyList<ModelExpression> Models => s_models.GetValue(this, static declaration => [.. declaration.Expressions.SelectMany(In<ModelExpression>)]);

    private static IEnumerable<T> In<T>(Expression expression)
        where T : Expression => expression.Children.SelectMany(In<T>).Concat(new[] { expression }.OfType<T>());
}

/// <summary>A member of a model that is no part of its graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">The types of a method's parameters by their simple names, between commas; null for what is no method.</param>
/// <param name="IsOverride">Whether it overrides a member of the base class.</param>
/// <param name="Site">Its name in the source.</param>
internal sealed record MemberDeclaration(string Name, string? Parameters, bool IsOverride, Site Site);

/// <summary>A field of a model.</summary>
/// <param name="Name">Its name, without the <c>@</c> of a keyword.</param>
/// <param name="Key">What <c>[Name]</c> says in its place in the state dict; else the name.</param>
/// <param name="KeySite">Where the key is said: the attribute's argument, or the field.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="Initializer">Its value.</param>
/// <param name="Site">The field's name in the source.</param>
internal sealed record FieldDeclaration(string Name, string Key, Site KeySite, FieldRole Role, Expression Initializer, Site Site)
{
    /// <summary>Where <c>[Frozen]</c> stands; null where it does not.</summary>
    public Site? Frozen { get; init; }

    /// <summary>Where <c>[Tap]</c> stands; null where it does not.</summary>
    public Site? Tap { get; init; }

    /// <summary>Whether it is a tensor that the model makes readable.</summary>
    public bool IsTapped => Tap is not null && Role is FieldRole.Input or FieldRole.Node or FieldRole.Output;
}

/// <summary>What a field of a model stands for.</summary>
internal enum FieldRole
{
    Input,
    Node,
    Output,
    Layer,
    State,

    /// <summary>A build-time value that other fields refer to.</summary>
    Value,
}
