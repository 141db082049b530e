using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Declarations;

/// <summary>A static method that initializers call: read once, however often it is called.</summary>
/// <param name="Name">The method's name, without the <c>@</c> of a keyword.</param>
/// <param name="Variables">Its variables by their names, which name what is assigned to them: its parameters, then its locals, then those without a name.</param>
/// <param name="Body">What it does.</param>
/// <param name="Site">The method's name in the source.</param>
internal sealed record HelperDeclaration(string Name, EquatableArray<string> Variables, EquatableArray<Instruction> Body, Site Site)
{
    /// <summary>The part of a derived name that stands for the helper.</summary>
    public string SnakeName { get; } = Naming.ToSnakeCase(Name);

    public IEnumerable<Expression> Expressions => Body.SelectMany(instruction => instruction.Expressions);
}
