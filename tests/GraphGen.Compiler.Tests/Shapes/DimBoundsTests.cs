using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

/// <summary>What no model has, and someone writes: it is refused before it costs a time that anyone notices.</summary>
public class DimBoundsTests
{
    private static readonly Dim s_t = WrittenDim.Read("T");

    private static readonly Dim s_s = WrittenDim.Read("S");

    /// <summary>Steps, each of which makes a longer expression of the one before.</summary>
    private static readonly Dictionary<string, Func<Dim, int, Dim>> s_steps = new()
    {
        ["squares"] = (dim, _) => (dim * dim) + s_t,
        ["powers of a sum"] = (dim, i) => dim * (Other(i % 7) + s_s),
        ["quotients of squares"] = (dim, _) => ((dim * dim) + 1) / 3,
        ["quotients of quotients"] = (dim, _) => (dim + s_s) / 3,
        ["quotients by a symbol"] = (dim, _) => (dim + s_s) / (s_t + 1),
        ["quotients by themselves"] = (dim, i) => (s_s + i) / (dim + 1),
        ["differences"] = (dim, _) => dim - (dim / 3),
        ["rests"] = (dim, i) => (dim * dim) % (s_s + i),
        ["rests by numbers"] = (dim, i) => (dim * 5) % (7 + i),
        ["sums"] = (dim, i) => dim + Other(i),
        ["sums of quotients"] = (dim, i) => dim + (Other(i) / 7),
        ["quotients of sums of quotients"] = (dim, i) => (dim + (Other(i) / 7)) / 2,
        ["products of quotients"] = (dim, i) => dim * ((Other(i) + 1) / 2),
    };

    public static TheoryData<string> Steps => [.. s_steps.Keys];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Expressions_that_grow_are_refused_at_once(string steps)
    {
        // Arithmetic makes objects at every step, so that memory measures its work, whatever else the machine does: 100 MB are far below a second.
        long before = GC.GetAllocatedBytesForCurrentThread();
        Dim dim = s_t;
        Assert.Throws<OverflowException>(() =>
        {
            for (int i = 0; i < 2_000; i++)
            {
                dim = s_steps[steps](dim, i);
                _ = dim.Range;
                _ = Condition.Divides(s_s + 1, dim).Answer;
            }
        });
        Assert.InRange(dim.ToString().Length, 1, 20_000);
        Assert.Equal(dim, dim.Substitute(_ => null));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    private static Dim Other(int number) => WrittenDim.Read($"T{number}");
}
