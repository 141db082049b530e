using System.Reflection;
using GraphGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers.Tests;

/// <summary>Every rule is documented, released and tested.</summary>
public sealed class RuleTests
{
    private static readonly MethodInfo[] s_tests = [.. typeof(RuleTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())];

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Every_rule_of_the_compiler_has_a_descriptor()
    {
        IEnumerable<string?> rules = typeof(Rules).GetFields().Where(field => field.IsLiteral).Select(field => (string?)field.GetRawConstantValue());
        Assert.Equal(rules.Order(), Descriptors.All.Select(descriptor => descriptor.Id).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Links_to_its_page(string rule)
    {
        Assert.EndsWith($"/docs/rules/{rule}.md", Descriptors.Of(rule).HelpLinkUri, StringComparison.Ordinal);
        string severity = Descriptors.Of(rule).DefaultSeverity switch
        {
            DiagnosticSeverity.Error => "an error",
            DiagnosticSeverity.Warning => "a warning",
            _ => "an information",
        };
        Assert.StartsWith($"# {rule}: {Descriptors.Of(rule).Title}\n\nCategory `{Descriptors.Of(rule).Category}`, by default {severity}.\n", RulePages.Read(rule), StringComparison.Ordinal);
        Assert.Contains($"dotnet_diagnostic.{rule}.severity", RulePages.Read(rule), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Stands_in_the_index(string rule) => Assert.Contains(
        $"\n| [{rule}]({rule}.md) | {Descriptors.Of(rule).Title} | {Descriptors.Of(rule).DefaultSeverity.ToString().ToLowerInvariant()} |\n", RulePages.Index, StringComparison.Ordinal);

    [Fact]
    public void No_page_stands_for_no_rule()
    {
        IEnumerable<string?> pages = Directory.GetFiles(RulePages.Folder, "GG*.md").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(pages.Order(), Descriptors.All.Select(descriptor => descriptor.Id).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Stands_in_the_release_notes(string rule)
    {
        DiagnosticDescriptor descriptor = Descriptors.Of(rule);
        Assert.Contains(
            $"\n{rule} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}, [documentation](../../docs/rules/{rule}.md)\n", RulePages.ReleaseNotes, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_tests_of_sources_that_break_and_that_keep_it(string rule)
    {
        Assert.Contains(s_tests, test => test.GetCustomAttributes<BreaksAttribute>().Any(attribute => attribute.Rule == rule));
        Assert.Contains(s_tests, test => test.GetCustomAttributes<KeepsAttribute>().Any(attribute => attribute.Rule == rule));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Bad_example_breaks_the_rule_and_no_other(string rule)
    {
        IReadOnlyList<Diagnostic> found = await Build.DiagnoseAsync(RulePages.Example(rule, "Bad"));
        Assert.Equal([rule], found.Select(diagnostic => diagnostic.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Good_example_breaks_none(string rule) => Assert.Empty(await Build.DiagnoseAsync(RulePages.Example(rule, "Good")));
}
