using System.Globalization;

namespace GraphGen.Compiler.Shapes.Signatures;

/// <summary>An axis of a signature.</summary>
internal abstract record SignatureAxis
{
    /// <summary>The names in it, each as often as it stands there.</summary>
    public virtual IEnumerable<string> Names => [];

    /// <summary>The number of operators in it.</summary>
    public virtual int Operators => 0;

    /// <summary>How tightly the text holds together: that of an operand must not be looser than its operator's.</summary>
    protected virtual int Precedence => int.MaxValue;

    public sealed override string ToString() => Write();

    protected abstract string Write();

    /// <summary>A size that the input decides; the same wherever the name stands.</summary>
    internal sealed record Name(string Text) : SignatureAxis
    {
        public override IEnumerable<string> Names => [Text];

        protected override string Write() => Text;
    }

    /// <summary>A fixed size.</summary>
    internal sealed record Number(long Value) : SignatureAxis
    {
        protected override string Write() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Two sizes combined; division rounds down.</summary>
    /// <param name="Sign">One of <c>+ - * /</c>.</param>
    /// <param name="Left">The operand in front of it.</param>
    /// <param name="Right">The operand behind it.</param>
    internal sealed record Operation(char Sign, SignatureAxis Left, SignatureAxis Right) : SignatureAxis
    {
        public override IEnumerable<string> Names => Left.Names.Concat(Right.Names);

        public override int Operators => Left.Operators + Right.Operators + 1;

        protected override int Precedence => PrecedenceOf(Sign)!.Value;

        /// <summary>The rank of an operator; null for a character that is none.</summary>
        public static int? PrecedenceOf(char sign) => sign is '+' or '-' ? 1 : sign is '*' or '/' ? 2 : null;

        protected override string Write() => $"{Enclose(Left, Precedence)}{Sign}{Enclose(Right, Precedence + 1)}";

        private static string Enclose(SignatureAxis operand, int least) => operand.Precedence < least ? $"({operand})" : operand.ToString();
    }

    /// <summary><c>...</c>: any number of axes, none included; the same ones wherever it stands.</summary>
    internal sealed record Rest : SignatureAxis
    {
        protected override string Write() => "...";
    }
}
