using CsCheck;
using GraphGen.Compiler.Shapes;
using GraphGen.Compiler.Shapes.Signatures;

namespace GraphGen.Compiler.Tests.Shapes.Signatures;

/// <summary>Random signatures, and texts that are none.</summary>
internal static class SignatureSamples
{
    private static readonly Gen<SignatureAxis> s_leaf = Gen.OneOf(
        Gen.OneOf("N", "T", "F", "head_dim", "x2").Select(name => (SignatureAxis)new SignatureAxis.Name(name)),
        Gen.Long[0, long.MaxValue].Select(number => (SignatureAxis)new SignatureAxis.Number(number)));

    /// <summary>Signatures as the parser could have made them.</summary>
    public static readonly Gen<ShapeSignature> Signatures = Gen.Select(Tensor().List[1, 4], Tensor().List[1, 3])
        .Select((inputs, outputs) => new ShapeSignature(inputs.ToEquatableArray(), outputs.ToEquatableArray()));

    /// <summary>Tokens in any order, signatures with a character changed, and any characters.</summary>
    public static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf("N", "T2", "4", "007", "...", "->", ",", "(", ")", "+", "-", "*", "/", " ", "  ", "Int64", "Bool", ".", "%", "\n", "99999999999999999999").List[0, 24].Select(string.Concat),
        Gen.Select(Signatures, Gen.Double.Unit, Gen.Char).Select((signature, place, character) =>
        {
            char[] text = signature.ToString().ToCharArray();
            text[(int)(place * text.Length)] = character;
            return new string(text);
        }),
        Gen.String);

    private static Gen<SignatureAxis> Axis(int depth) => depth == 0
        ? s_leaf
        : Gen.OneOf(
            s_leaf,
            Gen.Select(Gen.OneOf('+', '-', '*', '/'), Axis(depth - 1), Axis(depth - 1)).Select((sign, left, right) => (SignatureAxis)new SignatureAxis.Operation(sign, left, right)));

    private static Gen<SignatureTensor> Tensor() =>
        Gen.Select(Axis(3).List[1, 5], Gen.Int[-4, 5], Gen.OneOf(Gen.Const((ElementType?)null), Gen.Enum<ElementType>().Select(element => (ElementType?)element))).Select((axes, rest, element) =>
        {
            if (rest >= 0) axes.Insert(Math.Min(rest, axes.Count), new SignatureAxis.Rest());
            return new SignatureTensor(axes.ToEquatableArray(), element);
        });
}
