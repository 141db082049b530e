using System.Globalization;
using Xunit.Abstractions;

namespace GraphGen.Oracle.Tests;

/// <summary>
/// Random models of 10 to 60 nodes, generated and by hand: shapes, element types, weights, results, guards and refusals agree. The environment variable
/// <c>GRAPHGEN_ORACLE_GRAPHS</c> sets how many are drawn, and <c>GRAPHGEN_SEED</c> the first seed.
/// </summary>
public class RandomGraphTests(ITestOutputHelper output)
{
    private const int BatchSize = 50;

    private static readonly int s_count = Variable("GRAPHGEN_ORACLE_GRAPHS") ?? 1000;

    private static readonly int s_first = Variable("GRAPHGEN_SEED") ?? 1;

    /// <summary>The first seeds of all batches.</summary>
    public static TheoryData<int> Batches => [.. Enumerable.Range(0, (s_count + BatchSize - 1) / BatchSize).Select(batch => s_first + (batch * BatchSize))];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Models_are_what_they_are_by_hand(int seed)
    {
        string report = Trial.Run(Enumerable.Range(seed, Math.Min(BatchSize, s_first + s_count - seed)), out string summary);
        output.WriteLine(summary);
        Assert.True(report.Length == 0, report);
    }

    private static int? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
