namespace GraphGen;

/// <summary>What every declaration evaluates to. Declarations are read at build time; evaluated at run time they compute nothing and look at nothing.</summary>
internal static class Inert
{
    public static readonly Node Node = new();
    public static readonly Input Input = new();
    public static readonly Output Output = new();
    public static readonly State State = new();
    public static readonly Layer Layer = static _ => Node;
    public static readonly Initializer Initializer = new();
    public static readonly Recurrent Recurrent = static (_, _) => Node;
    public static readonly Attention Attention = static (_, _, _, _) => Node;
}
