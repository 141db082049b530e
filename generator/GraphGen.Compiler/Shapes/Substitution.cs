namespace GraphGen.Compiler.Shapes;

/// <summary>Calculates a dimension again with others in the place of its symbols.</summary>
internal sealed class Substitution(Func<DimSymbol, Dim?> replacement) : IDimVisitor<Dim>
{
    public Dim Number(long value) => value;

    public Dim Symbol(DimSymbol symbol) => replacement(symbol) ?? Dim.Symbol(symbol);

    public Dim Negate(Dim operand) => -operand;

    public Dim Add(Dim left, Dim right) => left + right;

    public Dim Subtract(Dim left, Dim right) => left - right;

    public Dim Multiply(Dim left, Dim right) => left * right;

    public Dim Divide(Dim dividend, Dim divisor, bool isTruncation) => dividend / divisor;
}
