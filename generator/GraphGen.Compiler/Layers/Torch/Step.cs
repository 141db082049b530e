namespace GraphGen.Compiler.Layers.Torch;

/// <summary>One statement of a generated <c>forward</c>: variables and the expression for them. The variables that the expression reads are its arguments.</summary>
/// <param name="Results">The tensors that it makes: where there are several, the expression is a tuple.</param>
/// <param name="Expression">C#, with <see cref="Variable"/>s among its arguments.</param>
/// <param name="Overwrites">The variable whose tensor becomes the result, and which is empty afterwards.</param>
/// <param name="Comment">What stands behind the statement.</param>
internal sealed record Step(EquatableArray<Variable> Results, FormattableString Expression, Variable? Overwrites, string Comment)
{
    public IEnumerable<Variable> Reads => ReadsOf(Expression).Distinct();

    private static IEnumerable<Variable> ReadsOf(FormattableString text) => text.GetArguments().SelectMany(argument => argument switch
    {
        Variable variable => [variable],
        FormattableString inner => ReadsOf(inner),
        _ => Enumerable.Empty<Variable>(),
    });
}
