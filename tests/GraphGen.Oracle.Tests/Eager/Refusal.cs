using System.Runtime.InteropServices;

namespace GraphGen.Oracle.Tests;

/// <summary>What a layer does not take by its definition, where libtorch has no such layer that could say so.</summary>
internal sealed class Refusal(string message) : Exception(message)
{
    /// <summary>Whether an exception says that libtorch, or the definition, refuses what it was given.</summary>
    public static bool Is(Exception exception) =>
        exception is Refusal or ExternalException or ArgumentException or ArithmeticException or InvalidOperationException or NotImplementedException or IndexOutOfRangeException;

    /// <summary>Refuses unless something holds.</summary>
    public static void Unless(bool holds, string message)
    {
        if (!holds) throw new Refusal(message);
    }
}
