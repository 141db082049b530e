using System.Globalization;

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

    public static IDimVisitor<DimText> Visitor { get; } = new Writer();

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private string Within(Binding least) => Bound >= least ? Text : $"({Text})";

    private sealed class Writer : IDimVisitor<DimText>
    {
        public DimText Number(long value) => new(DimText.Number(value), value < 0 ? Binding.Sum : Binding.Name);

        public DimText Symbol(DimSymbol symbol) => new(symbol.Name, Binding.Name);

        public DimText Negate(DimText operand) => new($"-{operand.Within(Binding.Product)}", Binding.Sum);

        public DimText Add(DimText left, DimText right) => new($"{left.Text} + {right.Text}", Binding.Sum);

        public DimText Subtract(DimText left, DimText right) => new($"{left.Text} - {right.Within(Binding.Quotient)}", Binding.Sum);

        public DimText Multiply(DimText left, DimText right) => new($"{left.Within(Binding.Product)} * {right.Within(Binding.Name)}", Binding.Product);

        public DimText Divide(DimText dividend, DimText divisor, bool isTruncation) => new($"{dividend.Within(Binding.Product)} / {divisor.Within(Binding.Name)}", Binding.Quotient);
    }
}
