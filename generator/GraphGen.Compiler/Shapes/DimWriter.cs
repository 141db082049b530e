using System.Globalization;

namespace GraphGen.Compiler.Shapes;

/// <summary>Writes dimensions as messages have them, with <c>/</c> for division rounded down.</summary>
internal class DimWriter : IDimVisitor<DimText>
{
    public static readonly DimWriter Instance = new();

    public virtual DimText Number(long value) => new(value.ToString(CultureInfo.InvariantCulture), value < 0 ? DimText.Binding.Sum : DimText.Binding.Name);

    public virtual DimText Symbol(DimSymbol symbol) => new(symbol.Name, DimText.Binding.Name);

    public DimText Negate(DimText operand) => new($"-{operand.Within(DimText.Binding.Product)}", DimText.Binding.Sum);

    public DimText Add(DimText left, DimText right) => new($"{left.Text} + {right.Text}", DimText.Binding.Sum);

    public DimText Subtract(DimText left, DimText right) => new($"{left.Text} - {right.Within(DimText.Binding.Quotient)}", DimText.Binding.Sum);

    public DimText Multiply(DimText left, DimText right) => new($"{left.Within(DimText.Binding.Product)} * {right.Within(DimText.Binding.Name)}", DimText.Binding.Product);

    public virtual DimText Divide(DimText dividend, DimText divisor, bool isTruncation) =>
        new($"{dividend.Within(DimText.Binding.Product)} / {divisor.Within(DimText.Binding.Name)}", DimText.Binding.Quotient);
}
