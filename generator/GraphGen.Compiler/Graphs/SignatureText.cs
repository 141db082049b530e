using System.Globalization;
using GraphGen.Compiler.Shapes;
using GraphGen.Compiler.Shapes.Signatures;

namespace GraphGen.Compiler.Graphs;

/// <summary>A model's signature as the texts of an attribute, by which assemblies tell each other of their models.</summary>
/// <param name="Shapes">The types of its inputs and outputs.</param>
/// <param name="Names">Their names, separated by blanks.</param>
/// <param name="Dimensions">Its dimensions that are no numbers.</param>
/// <param name="Conditions">What it asks of them.</param>
/// <param name="Parameters">The number of its trained elements; <c>-</c> where only the program can count them.</param>
/// <param name="Buffers">The number of the elements of its buffers, in the same way.</param>
/// <param name="Frozen">The number of those of its trained elements that are frozen, in the same way.</param>
/// <param name="MultiplyAdds">What it takes to compute one example, in the same way.</param>
internal sealed record SignatureText(
    string Shapes, string Names, IReadOnlyList<string> Dimensions, IReadOnlyList<string> Conditions, string Parameters, string Buffers, string Frozen, string MultiplyAdds)
{
    /// <summary>The version of the texts. To be raised with every change that an older reader would misread.</summary>
    public const int Version = 1;

    private const string None = "-";

    /// <summary>The texts of a model without mistakes.</summary>
    public static SignatureText Of(ModelSignature signature) => new(
        $"{Join(signature.Inputs)} -> {Join(signature.Outputs)}",
        string.Join(" ", signature.Inputs.Concat(signature.Outputs).Select(tensor => tensor.Name)),
        [.. signature.Symbols.Select(Write)],
        [.. signature.Guards.Select(guard => $"{guard.Condition.Kind} {Write(guard.Condition.Left)} {Write(guard.Condition.Right)} {guard.Reason}")],
        WriteCount(signature.ParameterCount),
        WriteCount(signature.BufferCount),
        WriteCount(signature.FrozenCount),
        WriteCount(signature.MultiplyAdds));

    /// <summary>The signature that the texts stand for; null where they are not what <see cref="Of"/> writes.</summary>
    public ModelSignature? Read()
    {
        try
        {
            Parameter[] symbols = [.. Dimensions.Select(ReadDimension)];
            var dims = new SignatureDims(symbols.Select(parameter => parameter.Symbol));
            if (ShapeSignature.Parse(Shapes).Signature is not { } shapes) return null;
            string[] names = Names.Split(' ');
            if (names.Length != shapes.Inputs.Count + shapes.Outputs.Count) return null;
            NamedTensor[] tensors = [.. shapes.Inputs.Concat(shapes.Outputs).Zip(names, (tensor, name) => new NamedTensor(name, dims.TypeOf(tensor)))];
            return new ModelSignature(
                tensors.Take(shapes.Inputs.Count).ToEquatableArray(),
                tensors.Skip(shapes.Inputs.Count).ToEquatableArray(),
                symbols.ToEquatableArray(),
                Conditions.Select(condition => ReadCondition(condition, dims)).ToEquatableArray(),
                ReadCount(Parameters, dims),
                ReadCount(Buffers, dims),
                ReadCount(Frozen, dims),
                ReadCount(MultiplyAdds, dims));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArithmeticException)
        {
            return null;
        }
    }

    private static string Join(IEnumerable<NamedTensor> tensors) => string.Join(", ", tensors.Select(tensor =>
        string.Join(" ", tensor.Type!.Shape.Axes.Select(Write)) + (tensor.Type.Element == ElementType.Float32 ? "" : $" {tensor.Type.Element}")));

    /// <summary>Without blanks, and without a sign before the first operand, which signatures do not have.</summary>
    private static string Write(Dim dim)
    {
        string text = dim.ToString().Replace(" ", "").Replace("(-", "(0-");
        return text.StartsWith("-", StringComparison.Ordinal) ? $"0{text}" : text;
    }

    private static string WriteCount(Dim? count) => count is null ? None : Write(count);

    private static Dim? ReadCount(string text, SignatureDims dims) => text == None ? null : dims.Read(text);

    private static string Write(Parameter parameter)
    {
        DimSymbol symbol = parameter.Symbol;
        return FormattableString.Invariant($"{symbol.Name} {symbol.Kind} {symbol.Min} {Number(symbol.Max)} {symbol.MultipleOf} {Number(parameter.Default)}");
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? None;

    private static Parameter ReadDimension(string text)
    {
        if (text.Split(' ') is not [var name, var kind, var min, var max, var multiple, var @default] || !Enum.TryParse(kind, out SymbolKind read)) throw new FormatException(text);
        return new Parameter(new DimSymbol(name, read, ToNumber(min)!.Value, ToNumber(max), ToNumber(multiple)!.Value), ToNumber(@default));
    }

    private static long? ToNumber(string text) => text == None ? null : long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static Guard ReadCondition(string text, SignatureDims dims)
    {
        if (text.Split([' '], 4) is not [var kind, var left, var right, var reason] || !Enum.TryParse(kind, out ConditionKind read)) throw new FormatException(text);
        Condition condition = read switch
        {
            ConditionKind.Equal => Condition.Equal(dims.Read(left), dims.Read(right)),
            ConditionKind.AtLeast => Condition.AtLeast(dims.Read(left), dims.Read(right)),
            _ => Condition.Divides(dims.Read(left), dims.Read(right)),
        };
        return new Guard(condition, reason);
    }
}
