using CsCheck;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

/// <summary>Random expressions.</summary>
internal static class Expressions
{
    /// <summary>Of all five operators.</summary>
    public static Gen<Expression> Any(World world, int depth = 5) => Of(world.Symbols, "+-*/%", Gen.Frequency((20, Gen.Long[-9, 9]), (4, Gen.Long[-100, 100]), (1, Gen.Long)), depth);

    /// <summary>Sums and products.</summary>
    public static Gen<Expression> Polynomial(World world) => Of(world.Symbols, "+-*", Gen.Long[-3, 3], 3);

    /// <summary>
    /// Two that have a quotient of quotients of a linear expression in one symbol, times a number, with that symbol and numbers added. Often they are the same: the
    /// second divides once, or mirrors.
    /// </summary>
    public static Gen<(Expression First, Expression Second)> Chains(DimSymbol symbol)
    {
        var x = new SymbolExpression(symbol);
        Gen<(long Factor, (long Number, long Divisor)[] Steps)> quotients = Gen.Select(Gen.Long[-3, 3], Gen.Select(Gen.Long[-4, 4], Gen.Long[1, 6]).Array[1, 3]);
        Gen<(long Times, long More, long Number)> sums = Gen.Select(Gen.Long[-2, 2], Gen.Long[-2, 2], Gen.Long[-2, 2]);
        return
            from quotient in quotients
            from sum in sums
            from choice in Gen.Int[0, 2]
            from otherQuotient in quotients
            from otherSum in sums
            let chain = quotient.Steps.Aggregate((Expression)Times(x, quotient.Factor), (dividend, step) => Over(Plus(dividend, Number(step.Number)), Number(step.Divisor)))
            let once = Once(x, quotient.Factor, quotient.Steps)
            let other = choice switch
            {
                0 => Once(x, otherQuotient.Factor, otherQuotient.Steps),
                1 => once,
                _ => Times(Over(Plus(Times(once.Left, -1), Plus(once.Right, Number(-1))), once.Right), -1),
            }
            select ((Expression)Sum(chain, sum), (Expression)Sum(other, choice == 0 ? otherSum : sum));

        OperationExpression Sum(Expression expression, (long Times, long More, long Number) sum) =>
            Plus(Plus(Times(expression, sum.Times), Times(x, sum.More)), Number(sum.Number));
    }

    /// <summary>The same written in another way: operands change places, products are distributed, and what cancels is added.</summary>
    public static Gen<Expression> Rewritten(Expression expression)
    {
        if (expression is not OperationExpression { Operator: var symbol, Left: var left, Right: var right }) return Gen.Bool.Select(more => more ? Over(Times(expression, 3), Number(3)) : expression);
        return Gen.Select(Rewritten(left), Rewritten(right), Gen.Int[0, 2]).Select(Expression (a, b, choice) => (symbol, choice) switch
        {
            ('+' or '*', 0) => new OperationExpression(symbol, b, a),
            ('-', 0) => Plus(Times(b, -1), a),
            ('*', 1) when b is OperationExpression { Operator: '+' or '-' } sum => new OperationExpression(sum.Operator, new OperationExpression('*', a, sum.Left), new OperationExpression('*', a, sum.Right)),
            (_, 1) => Plus(new OperationExpression(symbol, a, b), new OperationExpression('-', b, b)),
            _ => new OperationExpression(symbol, a, b),
        });
    }

    /// <summary><c>((a * x + k) / d + l) / e</c> as <c>(a * x + k + d * l) / (d * e)</c>.</summary>
    private static OperationExpression Once(Expression x, long factor, (long Number, long Divisor)[] steps)
    {
        (long number, long divisor) = (0L, 1L);
        foreach ((long added, long dividing) in steps) (number, divisor) = (number + (divisor * added), divisor * dividing);
        return Over(Plus(Times(x, factor), Number(number)), Number(divisor));
    }

    private static NumberExpression Number(long value) => new NumberExpression(value);

    private static OperationExpression Plus(Expression left, Expression right) => new OperationExpression('+', left, right);

    private static OperationExpression Times(Expression expression, long factor) => new OperationExpression('*', expression, Number(factor));

    private static OperationExpression Over(Expression dividend, Expression divisor) => new OperationExpression('/', dividend, divisor);

    private static Gen<Expression> Of(DimSymbol[] symbols, string operators, Gen<long> numbers, int depth)
    {
        Gen<Expression> leaf = Gen.OneOf(
            Gen.Int[0, symbols.Length - 1].Select(i => (Expression)new SymbolExpression(symbols[i])),
            numbers.Select(number => (Expression)new NumberExpression(number)));
        if (depth == 0) return leaf;
        Gen<Expression> operand = Of(symbols, operators, numbers, depth - 1);
        Gen<Expression> operation = Gen.Select(Gen.Int[0, operators.Length - 1], operand, operand).Select((i, left, right) => (Expression)new OperationExpression(operators[i], left, right));
        return Gen.Frequency((1, leaf), (3, operation));
    }
}
