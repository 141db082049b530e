using GraphGen.Generator.Tests.Harness;

namespace GraphGen.Generator.Tests;

/// <summary>The eight models of the tutorial, as the sample declares them.</summary>
internal static class TutorialModels
{
    public static IEnumerable<ModelSource> All => Directory.GetFiles(Repository.PathOf("samples", "Tutorial", "Models"), "*.cs")
        .Order(StringComparer.Ordinal)
        .Select(file => new ModelSource(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));
}
