using GraphGen.Runtime;

namespace GraphGen.Tests.Models;

public class SizesTests
{
    [Theory]
    [InlineData(7, 2, 3)]
    [InlineData(-7, 2, -4)]
    [InlineData(7, -2, -4)]
    [InlineData(-7, -2, 3)]
    [InlineData(-8, 2, -4)]
    [InlineData(0, 5, 0)]
    [InlineData(-1, 5, -1)]
    [InlineData(long.MinValue, 1, long.MinValue)]
    public void Quotients_are_rounded_down(long dividend, long divisor, long quotient) => Assert.Equal(quotient, Sizes.FloorDivide(dividend, divisor));

    [Fact]
    public void Nothing_is_divided_by_0() => Assert.Throws<DivideByZeroException>(() => Sizes.FloorDivide(1, 0));
}
