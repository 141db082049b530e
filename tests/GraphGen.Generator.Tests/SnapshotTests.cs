using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Generator.Tests;

/// <summary>The generated code of the tutorial's models, for people to read in a review.</summary>
public class SnapshotTests
{
    public static TheoryData<ModelSource> Models => [.. TutorialModels.All];

    [Fact]
    public void There_are_eight_models() => Assert.Equal(8, Models.Count);

    [Theory]
    [MemberData(nameof(Models))]
    public void Tutorial(ModelSource model)
    {
        GeneratedSourceResult source = Assert.Single(GeneratorRun.Of(model.Text).Sources);
        Snapshot.Verify($"//HintName: {source.HintName}\n{source.SourceText}", $"model={model.Name}", Path.GetFileNameWithoutExtension(source.HintName));
    }
}
