namespace GraphGen.Compiler.Layers.Torch;

/// <summary>One statement of a generated <c>forward</c>: a variable and the expression for it. The variables that the expression reads are its arguments.</summary>
/// <param name="Result">The tensor that it makes.</param>
/// <param name="Expression">C#, with <see cref="Variable"/>s among its arguments.</param>
/// <param name="Overwrites">The variable whose tensor becomes the result, and which is empty afterwards.</param>
/// <param name="Comment">What stands behind the statement.</param>
internal sealed record Step(Variable Result, FormattableString Expression, Variable? Overwrites, string Comment)
{
    public IEnumerable<Variable> Reads => ReadsOf(Expression).Distinct();

    private static IEnumerable<Variable> ReadsOf(FormattableString text) => text.GetArguments().SelectMany(argument => argument switch
    {
        Variable variable => [variable],
        FormattableString inner => ReadsOf(inner),
        _ => Enumerable.Empty<Variable>(),
    });
}
