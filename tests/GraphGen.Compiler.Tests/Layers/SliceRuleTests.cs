using CsCheck;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Shapes;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests.Layers;

public class SliceRuleTests
{
    private static readonly Gen<IndexValue> s_index = Gen.Select(Gen.Long[0, 6], Gen.Bool, (number, fromEnd) => new IndexValue(number, fromEnd));

    /// <summary>What may stand for an axis.</summary>
    internal static readonly Gen<Value> Item = Gen.OneOf(
        Gen.Long[-2, 6].Select(number => (Value)new IntegerValue(number)),
        s_index.Select(index => (Value)index),
        Gen.Select(Gen.OneOf(Gen.Const((IndexValue?)null), s_index!), Gen.OneOf(Gen.Const((IndexValue?)null), s_index!), (start, end) => (Value)new RangeValue(start, end)));

    [Fact]
    public void Slices_are_those_of_C_sharp() =>
        (from sizes in Gen.Long[1, 6].Array[0, 3]
         from element in Gen.Enum<ElementType>()
         from items in Item.Array[0, 3]
         select (sizes, element, items)).Holds((sizes, element, items) =>
            Oracle.Agree("Slice", Of(items), Rule.Of(element, sizes), x => Take(x, items)));

    [Theory]
    [InlineData("3", "GG3004 at axis 1", "'y' takes position 3 of axis 1 | 'x' (N, 3, 4) has 3 there |  | a position from 0 to 2, or from ^3 to ^1")]
    [InlineData("^0", "GG3004 at axis 1", "'y' takes position ^0 of axis 1 | 'x' (N, 3, 4) has 3 there |  | a position from 0 to 2, or from ^3 to ^1")]
    [InlineData("2..1", "GG3004 at axis 1", "'y' takes 2..1 of axis 1 | 'x' (N, 3, 4) has 3 there |  | a range within 0..3 that is not empty")]
    [InlineData("..4", "GG3004 at axis 1", "'y' takes ..4 of axis 1 | 'x' (N, 3, 4) has 3 there |  | a range within 0..3 that is not empty")]
    [InlineData("^2..", "(N, 2, 4)", "")]
    [InlineData("1", "(N, 4)", "")]
    public void Messages_say_what_fits(string item, string expected, string message)
    {
        Outcome outcome = Rule.Infer("Slice", Of([Parse(item)]), Rule.Floats(3, 4));
        Assert.Equal(expected, outcome.ToString());
        Assert.Equal(message, outcome.Messages);
    }

    internal static Arguments Of(Value[] items) => new([.. items.Select((item, i) => ($"axis {i + 1}", (object?)item))]);

    /// <summary>By C#'s own arithmetic of ranges and indices, which refuses what is beyond; an empty range is refused too.</summary>
    private static Tensor Take(Tensor x, Value[] items)
    {
        for (int axis = items.Length; axis >= 1; axis--)
        {
            int size = (int)x.size(axis);
            if (items[axis - 1] is RangeValue range)
            {
                (int start, int length) = new Range(range.Start is null ? Index.Start : ToIndex(range.Start), range.End is null ? Index.End : ToIndex(range.End)).GetOffsetAndLength(size);
                if (length == 0) throw new ArgumentException("Nothing is taken.");
                x = x.narrow(axis, start, length);
            }
            else
            {
                int at = items[axis - 1] is IndexValue index ? ToIndex(index).GetOffset(size) : (int)((IntegerValue)items[axis - 1]).Number;
                x = at >= 0 && at < size ? x.select(axis, at) : throw new ArgumentException("There is no such element.");
            }
        }

        return x.alias();
    }

    private static Index ToIndex(IndexValue index) => new((int)index.Number, index.FromEnd);

    private static Value Parse(string item)
    {
        string[] bounds = item.Split("..");
        return bounds.Length == 1 ? ParseIndex(item)! : new RangeValue(ParseIndex(bounds[0]), ParseIndex(bounds[1]));

        static IndexValue? ParseIndex(string text) =>
            text.Length == 0 ? null : new IndexValue(long.Parse(text.TrimStart('^'), System.Globalization.CultureInfo.InvariantCulture), text[0] == '^');
    }
}
