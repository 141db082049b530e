namespace GraphGen.Tests.Layers;

public class SlopesTests
{
    private static readonly Func<double, double> s_reluJustBelowItsKink = x => Math.Max(x - 3e-7, 0);

    [Theory]
    [InlineData(0)]
    [InlineData(0.7)]
    public void At_a_kink_any_slope_between_the_sides_is_right(double derivative) => Slopes.AssertIs(derivative, s_reluJustBelowItsKink, "ReLU");

    [Theory]
    [InlineData(0.71)]
    [InlineData(-0.01)]
    public void Others_are_wrong(double derivative) =>
        Assert.Throws<Xunit.Sdk.TrueException>(() => Slopes.AssertIs(derivative, s_reluJustBelowItsKink, "ReLU"));

    [Fact]
    public void Where_it_is_smooth_one_slope_is_right()
    {
        Slopes.AssertIs(2, x => (1 + x) * (1 + x), "square");
        Assert.Throws<Xunit.Sdk.TrueException>(() => Slopes.AssertIs(2.0001, x => (1 + x) * (1 + x), "square"));
    }
}
