using System.Diagnostics;
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

    private static void AssertReads(string written, string text)
    {
        Dim dim = WrittenDim.Read(written);
        Assert.Equal(text, dim.ToString());
        Assert.Equal(dim, WrittenDim.Read(text));
    }
}
