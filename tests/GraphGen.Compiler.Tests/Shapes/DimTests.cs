using CsCheck;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

public class DimTests
{
    [Theory]
    [InlineData("T - T", "0")]
    [InlineData("2 - 5", "-3")]
    [InlineData("N", "N")]
    [InlineData("T", "T")]
    [InlineData("(T + 3) - 3", "T")]
    [InlineData("T + T", "2 * T")]
    [InlineData("4 * width", "4 * width")]
    [InlineData("width * 4", "4 * width")]
    [InlineData("-T", "-T")]
    [InlineData("T * -2", "-2 * T")]
    [InlineData("3 - T", "3 - T")]
    [InlineData("T - S", "T - S")]
    [InlineData("-3 + T", "T - 3")]
    [InlineData("-3 - T", "-T - 3")]
    [InlineData("1 + T * (S + 1)", "S * T + T + 1")]
    [InlineData("width * N * T", "N * T * width")]
    [InlineData("T * T * S - 2 * S * T * T", "-S * T * T")]
    public void Sums_and_products_read_so(string written, string text) => AssertReads(written, text);

    [Theory]
    [InlineData("T / 2", "T / 2")]
    [InlineData("T / 2 + 3", "T / 2 + 3")]
    [InlineData("T / 2 - 3", "T / 2 - 3")]
    [InlineData("(2 * T + 5) / 2", "T + 2")]
    [InlineData("2 * T / 3", "2 * T / 3")]
    [InlineData("5 * T / 3", "5 * T / 3")]
    [InlineData("(T - 3) / 2 + 1", "(T - 1) / 2")]
    [InlineData("(T - 5) / 2 + 1", "(T - 3) / 2")]
    [InlineData("S * ((T - 3) / 2 + 1)", "S * ((T - 1) / 2)")]
    [InlineData("S * ((T - 5) / 2 + 1)", "S * ((T + 1) / 2) - 2 * S")]
    [InlineData("(T + 3) / 2", "(T + 3) / 2")]
    [InlineData("-T / 2", "-((T + 1) / 2)")]
    [InlineData("T - T / 2", "(T + 1) / 2")]
    [InlineData("T / 2 + (T + 1) / 2", "T")]
    [InlineData("T / 2 * 3", "3 * (T / 2)")]
    [InlineData("T / 2 * S", "S * (T / 2)")]
    [InlineData("4 * (T + 1) / 2 * S", "2 * S * T + 2 * S")]
    [InlineData("4 * ((T + 1) / 2) * S", "4 * S * ((T + 1) / 2)")]
    [InlineData("((T + 1) / 2) * ((S + 1) / 2)", "((S + 1) / 2) * ((T + 1) / 2)")]
    [InlineData("T / 3 / 5", "T / 15")]
    [InlineData("(T / 3 + S) / 5", "(3 * S + T) / 15")]
    [InlineData("(S - T / 3) / 5", "(3 * S + 14 * T + 2) / 15 - T")]
    [InlineData("T % 4", "T - 4 * (T / 4)")]
    [InlineData("(T % 4) / 4", "0")]
    [InlineData("(T - 1) % 2 / 2", "0")]
    [InlineData("(T * 8 + 3) % 8", "3")]
    [InlineData("T % 1", "0")]
    public void Quotients_by_numbers_read_so(string written, string text) => AssertReads(written, text);

    [Theory]
    [InlineData("T / T", "1")]
    [InlineData("T / S", "T / S")]
    [InlineData("T / -S", "-((T - 1) / S) - 1")]
    [InlineData("(T * S) / S", "T")]
    [InlineData("(T * S + S + T) / S", "T + T / S + 1")]
    [InlineData("(T * S + 3) / (2 * S)", "(S * T + 3) / (2 * S)")]
    [InlineData("2 * T / (2 * S)", "T / S")]
    [InlineData("(2 * T + 1) / (2 * S)", "T / S")]
    [InlineData("T * S / (S * width)", "T / width")]
    [InlineData("(T + 1) * (S + 2) / (S + 2)", "T + 1")]
    [InlineData("(T * T - 1) / (T - 1)", "T + 1")]
    [InlineData("(T + 1) / ((T + 1) * S)", "1 / S")]
    [InlineData("T / S / width", "T / (S * width)")]
    [InlineData("(T - 1) / T", "0")]
    [InlineData("T / (T + 1)", "0")]
    [InlineData("-1 / T", "-1")]
    [InlineData("T % S", "T - S * (T / S)")]
    [InlineData("T % (S + 1)", "T - S * (T / (S + 1)) - T / (S + 1)")]
    [InlineData("T % T", "0")]
    [InlineData("E % T / T", "0")]
    public void Quotients_by_symbols_read_so(string written, string text) => AssertReads(written, text);

    [Theory]
    [InlineData("E", "E")]
    [InlineData("8 * (E / 8)", "E")]
    [InlineData("E / 8", "E / 8")]
    [InlineData("E / 2", "E / 2")]
    [InlineData("3 * E / 2", "3 * (E / 2)")]
    [InlineData("E / 16", "E / 16")]
    [InlineData("(E + 8) / 16", "(E + 8) / 16")]
    [InlineData("(E + 7) / 8", "E / 8")]
    [InlineData("E * E / 64", "(E / 8) * (E / 8)")]
    [InlineData("E * E / 8", "E * (E / 8)")]
    [InlineData("E % 4", "0")]
    [InlineData("E / 513", "0")]
    [InlineData("(E + 512) / 520", "1")]
    [InlineData("(E - 1) / 512", "0")]
    [InlineData("(E - 8) / 512", "0")]
    public void What_is_known_of_a_symbol_is_used(string written, string text) => AssertReads(written, text);

    [Theory]
    [InlineData("T", "7 2 3, 3 2 1, 3 2 1, 3 2 1, 3 2 1", "(T + 31) / 32")]
    [InlineData("T", "3 1 1, 3 1 1, 2 2 0, 3 1 1, 2 2 0, 3 1 1, 2 2 0", "T / 8")]
    [InlineData("T", "3 2 0", "(T - 1) / 2")]
    [InlineData("T", "3 2 0, 3 2 0", "(T - 3) / 4")]
    [InlineData("T", "4 1 0, 2 2 0, 4 1 0, 2 2 0", "(T - 9) / 4")]
    [InlineData("T", "5 3 2, 3 2 1, 1 5 0", "(T + 29) / 30")]
    [InlineData("E", "2 2 0, 2 2 0, 2 2 0", "E / 8")]
    [InlineData("E", "3 2 1, 3 2 1, 3 2 1", "E / 8")]
    [InlineData("E", "3 2 1, 3 2 1, 3 2 1, 3 2 1", "(E + 8) / 16")]
    [InlineData("32 * T", "7 2 3, 3 2 1, 3 2 1, 3 2 1, 3 2 1", "T")]
    public void Layers_behind_one_another_are_one_division(string size, string windows, string text)
    {
        Dim result = WrittenDim.Read(size);
        foreach (string window in windows.Split(", "))
        {
            long[] numbers = [.. window.Split(' ').Select(long.Parse)];
            result = new Window(numbers[0], numbers[1], 1, numbers[2]).Positions(result);
        }

        Assert.Equal(text, result.ToString());
        Assert.Equal(WrittenDim.Read(text), result);
    }

    [Theory]
    [InlineData("T + 1", "T", "3", "4")]
    [InlineData("T + S", "T", "S", "2 * S")]
    [InlineData("T / 2", "T", "2 * S + 1", "S")]
    [InlineData("T * S / (U + 1)", "U", "S - 1", "T")]
    [InlineData("E / 2", "E", "16 * T", "8 * T")]
    [InlineData("3 * E / 16", "E", "16 * T", "3 * T")]
    [InlineData("E / 16", "E", "8 * T", "T / 2")]
    [InlineData("T / 2", "S", "3", "T / 2")]
    public void Symbols_can_be_replaced(string dim, string symbol, string replacement, string result) =>
        Assert.Equal(WrittenDim.Read(result), WrittenDim.Read(dim).Substitute(other => other.Name == symbol ? WrittenDim.Read(replacement) : null));

    [Theory]
    [InlineData("7", 7L, 7L)]
    [InlineData("T", 1L, null)]
    [InlineData("N", 0L, null)]
    [InlineData("E", 8L, 512L)]
    [InlineData("E / 8", 1L, 64L)]
    [InlineData("E / 3 - 5", -3L, 165L)]
    [InlineData("3 - E", -509L, -5L)]
    [InlineData("E * E", 64L, 262144L)]
    [InlineData("T * E - 1", 7L, null)]
    [InlineData("T - T / 2", 1L, null)]
    [InlineData("T - T / 3 * 3", 0L, 2L)]
    [InlineData("T % S", 0L, null)]
    [InlineData("T - S", null, null)]
    [InlineData("-1 - T / S", null, -1L)]
    [InlineData("E / T", 0L, 512L)]
    [InlineData("E / (T - 5)", null, null)]
    [InlineData("4611686018427387904 * T", 4611686018427387904L, null)]
    public void Ranges_are_known(string dim, long? min, long? max) => Assert.Equal((min, max), WrittenDim.Read(dim).Range);

    [Theory]
    [InlineData("T / 2", "T / 2")]
    [InlineData("S * ((T - 3) / 2 + 1)", "S * ((T - 1) / 2)")]
    [InlineData("(T - 5) / 2 + 1", "(T + 1) / 2 - 2")]
    [InlineData("(T - S) / 2", "(S + T) / 2 - S")]
    [InlineData("4 * T / (S - 2)", "global::GraphGen.Runtime.Sizes.FloorDivide(4 * T, S - 2)")]
    [InlineData("E / 16", "E / 16")]
    [InlineData("@class + T", "T + @class")]
    [InlineData("5000000000 * T", "5000000000L * T")]
    public void Generated_code_rounds_down(string dim, string code) => Assert.Equal(code, Code.Write(WrittenDim.Read(dim)));

    [Fact]
    public void Symbols_are_told_once()
    {
        Assert.Equal(["E", "S", "T", "width"], WrittenDim.Read("T * T / (S + 1) + T / (E + 3) * width").Symbols.Select(symbol => symbol.Name));
        Assert.Empty(WrittenDim.Read("T - T + 3").Symbols);
    }

    [Fact]
    public void Symbols_of_one_name_that_differ_are_two()
    {
        var symbol = new DimSymbol("T", SymbolKind.Dynamic);
        DimSymbol[] others = [symbol with { Kind = SymbolKind.Parameter }, symbol with { Min = 2 }, symbol with { Max = 2 }, symbol with { MultipleOf = 2 }];
        Assert.All(others, other => Assert.NotEqual(Dim.Symbol(symbol), Dim.Symbol(other)));
        Assert.All(others, other => Assert.NotEqual(Dim.Zero, Dim.Symbol(symbol) - Dim.Symbol(other)));
    }

    [Fact]
    public void A_divisor_that_is_always_0_says_nothing()
    {
        Dim zero = Dim.Symbol(new DimSymbol("Z", SymbolKind.Dynamic, 8, 8)) - 8;
        Assert.Equal((0, 0), zero.Range);
        Assert.Equal("T / (Z - 8)", (WrittenDim.Read("T") / zero).ToString());
        Assert.Equal(Answer.Open, Condition.Divides(zero, WrittenDim.Read("T")).Answer);
    }

    [Fact]
    public void What_numbers_cannot_hold_is_refused()
    {
        Dim large = long.MaxValue;
        Dim symbol = WrittenDim.Read("T");
        Assert.Throws<OverflowException>(() => large + 1);
        Assert.Throws<OverflowException>(() => large * 2);
        Assert.Throws<OverflowException>(() => symbol * large * 2);
        Assert.Throws<OverflowException>(() => (symbol * large) + symbol);
        Assert.Throws<DivideByZeroException>(() => symbol / 0);
        Assert.Throws<DivideByZeroException>(() => symbol % (symbol - symbol));
        Assert.Throws<DivideByZeroException>(() => (symbol / WrittenDim.Read("S")).Substitute(other => other.Name == "S" ? Dim.Zero : null));
    }

    [Fact]
    public void Numbers_are_in_their_order_and_others_in_some()
    {
        Dim[] dims = [.. new[] { "5", "-3", "T", "S", "T / 2", "T * S", "T + 1", "2 * T", "T / S", "E" }.Select(WrittenDim.Read)];
        Assert.True(dims[1].CompareTo(dims[0]) < 0);
        Dim[] sorted = [.. dims.Order()];
        Gen.Shuffle(dims).Sample(shuffled => Assert.Equal(sorted, shuffled.Order()), iter: 20);
    }

    private static void AssertReads(string written, string text)
    {
        Dim dim = WrittenDim.Read(written);
        Assert.Equal(text, dim.ToString());
        Assert.Equal(dim, WrittenDim.Read(text));
    }
}
