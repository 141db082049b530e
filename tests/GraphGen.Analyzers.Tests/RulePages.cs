using System.Reflection;
using System.Text.RegularExpressions;

namespace GraphGen.Analyzers.Tests;

/// <summary>The pages in docs/rules, and the release notes of the rules, as they stand in the repository.</summary>
internal static class RulePages
{
    private static readonly string s_repository =
        typeof(RulePages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;

    public static string Folder { get; } = Path.Combine(s_repository, "docs", "rules");

    public static string Index => File.ReadAllText(Path.Combine(Folder, "README.md"));

    public static string ReleaseNotes => File.ReadAllText(Path.Combine(s_repository, "analyzers", "GraphGen.Analyzers", "AnalyzerReleases.Unshipped.md"));

    public static string Read(string rule) => File.ReadAllText(Path.Combine(Folder, $"{rule}.md"));

    /// <summary>The C# example below a heading of a rule's page.</summary>
    public static string Example(string rule, string heading) =>
        Regex.Match(Read(rule), $@"^## {heading}\n\n```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidOperationException($"{rule}.md has no C# example below '## {heading}'.");
}
