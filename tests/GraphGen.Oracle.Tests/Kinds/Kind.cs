using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>A kind of layer: how it is drawn, and what it is in TorchSharp, written from its documentation and from nothing of the compiler.</summary>
/// <param name="Name">Its name in the declaration language.</param>
/// <param name="Draw">Inputs and arguments by chance; null where none of the nodes at hand will do.</param>
/// <param name="Run">What it computes.</param>
internal sealed record Kind(string Name, Func<Drawing, Application?> Draw, Func<Call, Tensor> Run)
{
    /// <summary>How an application is written, where that is neither <c>Kind(...)(x)</c> nor a function: the node, and how what it reads is written.</summary>
    public Func<DrawnNode, Func<DrawnNode, string>, string>? Write { get; init; }

    /// <summary>How the layer itself is written, where that is not <c>Kind(...)</c>: the layer, and how an argument is written.</summary>
    public Func<DrawnLayer, Func<object, string>, string>? Make { get; init; }

    /// <summary>The arguments of a layer that keeps shape and type of any floating tensor, and so may be the activation of another; null for all other kinds.</summary>
    public Func<Drawing, Argument[]>? Settings { get; init; }

    /// <summary>Whether it is a layer that can be declared in a field of its own and applied there and here, and no function or operator.</summary>
    public bool IsLayer => typeof(Layers).GetMember(Name) is [var member, ..] && (member as System.Reflection.MethodInfo)?.ReturnType != typeof(Node);

    public override string ToString() => Name;
}

/// <summary>What a layer is to be applied to, with which arguments.</summary>
internal sealed record Application(IReadOnlyList<DrawnNode> Inputs, IReadOnlyList<Argument> Arguments);
