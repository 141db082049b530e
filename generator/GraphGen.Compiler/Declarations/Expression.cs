using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Declarations;

/// <summary>An initializer of the declaration language, free of C#: what reading leaves and linking evaluates.</summary>
internal abstract record Expression(Site Site)
{
    /// <summary>The expressions that this one is made of.</summary>
    public virtual IEnumerable<Expression> Children => [];
}

/// <summary>An expression that could not be read. Either the C# compiler or reading has reported it: it agrees with everything from here on.</summary>
/// <param name="Site">Where it stands.</param>
/// <param name="References">The fields it names all the same: they are not unused.</param>
internal sealed record UnknownExpression(Site Site, EquatableArray<Expression> References) : Expression(Site)
{
    public override IEnumerable<Expression> Children => References;
}

/// <summary>A number, truth value, string or null that C# knows.</summary>
internal sealed record ConstantExpression(Site Site, object? Value) : Expression(Site);

/// <summary>A named constant of the language: a member of an enum (<c>DType.Int64</c>) or a named value (<c>Padding.Same</c>).</summary>
internal sealed record NamedExpression(Site Site, string Type, string Name) : Expression(Site);

/// <summary>A value with its type in C#, for code of the user's to which it is handed.</summary>
internal sealed record TypedExpression(Site Site, string Type, Expression Value) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Value];
}

/// <summary>A value that the language has no other use for than to hand it to code of the user's: C# text around the items, which stand between commas.</summary>
internal sealed record CodeExpression(Site Site, string Opening, EquatableArray<Expression> Items, string Closing) : Expression(Site)
{
    public CodeExpression(Site site, string code)
        : this(site, code, EquatableArray<Expression>.Empty, "")
    {
    }

    public override IEnumerable<Expression> Children => Items;
}

/// <summary>The value of a field of the model.</summary>
internal sealed record FieldExpression(Site Site, string Name) : Expression(Site);

/// <summary>A dimension that is not a number: <c>Dim.Dynamic(...)</c> or <c>Dim.Parameter(...)</c>.</summary>
internal sealed record SymbolExpression(Site Site, SymbolKind Kind, EquatableArray<Argument> Arguments) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Arguments.Select(argument => argument.Value);
}

/// <summary>A model that is nested in this one.</summary>
internal sealed record ModelExpression(Site Site, ModelReference Model) : Expression(Site);

/// <summary>The members of an anonymous object.</summary>
internal sealed record ObjectExpression(Site Site, EquatableArray<Argument> Members) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Members.Select(member => member.Value);
}

/// <summary>A layer made from its arguments, not yet applied.</summary>
internal sealed record LayerExpression(Site Site, string Kind, EquatableArray<Argument> Arguments) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Arguments.Select(argument => argument.Value);
}

/// <summary>How kernels begin: a member of <c>Init</c>.</summary>
internal sealed record InitializerExpression(Site Site, string Name, EquatableArray<Argument> Arguments) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Arguments.Select(argument => argument.Value);
}

/// <summary>An argument by its parameter's name.</summary>
internal sealed record Argument(string Name, Expression Value);

/// <summary>A layer applied to nodes. An item of the inputs may be an <see cref="ArrayExpression"/> of nodes.</summary>
internal sealed record ApplicationExpression(Site Site, Expression Layer, EquatableArray<Expression> Inputs) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Inputs.Prepend(Layer);
}

/// <summary>The state that a recurrent application leaves.</summary>
internal sealed record StateExpression(Site Site, Expression Node) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Node];
}

/// <summary>An input that is left out before one that is given: it is the input before it, as the value of an attention is the query.</summary>
internal sealed record PreviousExpression(Site Site) : Expression(Site);

/// <summary>An input that may be left out, by a value that is null in some calls of a helper.</summary>
internal sealed record OptionalExpression(Site Site, Expression Value) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Value];
}

/// <summary>The operators of the language, on numbers, truth values, dimensions and nodes alike.</summary>
internal enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Negate,
    And,
    Or,
    ExclusiveOr,
    ShiftLeft,
    ShiftRight,
    Complement,
    Not,
    Greater,
    GreaterEqual,
    Less,
    LessEqual,
}

/// <summary>An operator applied to one or two operands.</summary>
/// <param name="Site">Where it stands.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Type">The type of the result where it is one of C#'s numbers; null for nodes, dimensions and truth values.</param>
/// <param name="Operands">Its operands.</param>
internal sealed record OperatorExpression(Site Site, Operator Operator, NumberType? Type, EquatableArray<Expression> Operands) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Operands;
}

/// <summary>A conversion among C#'s numbers that may change the value.</summary>
internal sealed record NumericConversionExpression(Site Site, NumberType To, Expression Operand) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Operand];
}

/// <summary>The items of an array, a collection expression or a parameter array.</summary>
internal sealed record ArrayExpression(Site Site, EquatableArray<Expression> Items) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Items;
}

/// <summary>A tuple, as of sizes by axis.</summary>
internal sealed record TupleExpression(Site Site, EquatableArray<Expression> Items) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Items;
}

/// <summary><c>x[.., 1..3]</c>: one item an axis, from the batch on.</summary>
internal sealed record SliceExpression(Site Site, Expression Node, EquatableArray<Expression> Items) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Items.Prepend(Node);
}

/// <summary><c>x["name"]</c>: one of several outputs of a nested model.</summary>
internal sealed record OutputExpression(Site Site, Expression Node, Expression Name) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Node, Name];
}

/// <summary>A position along an axis, counted from its end where <see cref="FromEnd"/>.</summary>
internal sealed record IndexExpression(Site Site, Expression Value, bool FromEnd) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Value];
}

/// <summary>A range of positions along an axis; an end that is left out is null.</summary>
internal sealed record RangeExpression(Site Site, Expression? Start, Expression? End) : Expression(Site)
{
    public override IEnumerable<Expression> Children => new[] { Start, End }.OfType<Expression>();
}
