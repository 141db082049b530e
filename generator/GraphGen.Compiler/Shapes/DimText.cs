namespace GraphGen.Compiler.Shapes;

/// <summary>A dimension as text, with what must be known to put it into a larger one.</summary>
internal readonly record struct DimText(string Text, DimText.Binding Bound)
{
    /// <summary>How firmly a text holds together.</summary>
    internal enum Binding
    {
        Sum,
        Quotient,
        Product,
        Name,
    }

    /// <summary>The text as an operand of an operator that takes what holds together at least so firmly.</summary>
    public string Within(Binding least) => Bound >= least ? Text : $"({Text})";
}
