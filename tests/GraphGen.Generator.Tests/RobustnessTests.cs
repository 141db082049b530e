using System.Globalization;
using GraphGen.Generator.Tests.Harness;
using Xunit.Abstractions;

namespace GraphGen.Generator.Tests;

/// <summary>
/// Half-typed code is the normal input of an editor: models with tokens deleted, doubled and swapped never make the generator or the analyzer throw. The environment
/// variable <c>GRAPHGEN_MUTATIONS</c> sets how many of each model are tried, and <c>GRAPHGEN_SEED</c> repeats a run.
/// </summary>
public class RobustnessTests(ITestOutputHelper output)
{
    /// <summary>How many variants of each model are tried.</summary>
    internal static int Mutations { get; } = Variable("GRAPHGEN_MUTATIONS") ?? 12;

    public static TheoryData<ModelSource> Models => [.. ValidModels.All, .. TutorialModels.All];

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Damaged_models_are_refused_at_a_place_or_compile(ModelSource model)
    {
        int seed = Variable("GRAPHGEN_SEED") ?? Random.Shared.Next();
        output.WriteLine($"GRAPHGEN_SEED={seed}");
        var random = new Random(seed);
        for (int i = 0; i < Mutations; i++)
        {
            string source = Mutation.Of(model.Text, random);
            try
            {
                await Verdict.AssertAsync(Project.Of(source));
            }
            catch (Exception exception)
            {
                Assert.Fail($"GRAPHGEN_SEED={seed}, number {i + 1}:\n{source}\n{exception}");
            }
        }
    }

    internal static int? Variable(string name) => Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
