using System.Collections;
using Microsoft.Build.Framework;

namespace GraphGen.Build.Tests;

public sealed class CorrectTorchSharpTests : IDisposable
{
    private static readonly byte[] Original = SyntheticElf.Create([("libstdc++.so.6", ["GLIBCXX_3.4.32"])]);

    private readonly TemporaryFolder folder = new();
    private readonly BuildLog log = new();

    public CorrectTorchSharpTests() => File.WriteAllBytes(Library, Original);

    private string Library => folder["library.so"];

    private string Copy => folder["obj", "GraphGen", "library.so"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_corrected_copy_is_written_beside_an_untouched_original()
    {
        Assert.Equal(Copy, Run());

        Assert.Equal(TorchSharpCorrection.ForAnySystem(Original), File.ReadAllBytes(Copy));
        Assert.Equal(Original, File.ReadAllBytes(Library));
        Assert.Equal([Copy], Directory.GetFiles(Path.GetDirectoryName(Copy)!));
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public void An_up_to_date_copy_is_left_alone()
    {
        Run();
        var written = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Copy, written);

        Assert.Equal(Copy, Run());

        Assert.Equal(written, File.GetLastWriteTimeUtc(Copy));
    }

    [Fact]
    public void A_copy_of_another_version_gives_way_to_a_new_file()
    {
        Run();
        using var opened = File.Open(Copy, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var before = File.ReadAllBytes(Copy);
        File.WriteAllBytes(Library, SyntheticElf.Create([("libstdc++.so.6", ["GLIBCXX_3.4.30", "GLIBCXX_3.4.32"])]));

        Run();

        Assert.Equal(TorchSharpCorrection.ForAnySystem(File.ReadAllBytes(Library)), File.ReadAllBytes(Copy));

        // Whoever has the old file open, or linked, keeps it as it was.
        var kept = new byte[opened.Length];
        opened.ReadExactly(kept);
        Assert.Equal(before, kept);
    }

    [Fact]
    public void A_library_that_needs_no_correcting_is_not_copied()
    {
        File.WriteAllBytes(Library, SyntheticElf.Create([("libstdc++.so.6", ["GLIBCXX_3.4.29"])]));

        Assert.Null(Run());

        Assert.False(File.Exists(Copy));
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public void A_library_that_cannot_be_read_is_used_as_it_is_with_a_warning()
    {
        File.WriteAllBytes(Library, Original[..100]);

        Assert.Null(Run());

        Assert.Contains(Library, Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    private string? Run()
    {
        var task = new CorrectTorchSharp { BuildEngine = log, Library = Library, Destination = Copy, Always = true };
        Assert.True(task.Execute());
        return task.Corrected;
    }

    private sealed class BuildLog : IBuildEngine
    {
        public List<string> Warnings { get; } = [];

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "";

        public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add(e.Message!);

        public void LogErrorEvent(BuildErrorEventArgs e) => Assert.Fail(e.Message);

        public void LogMessageEvent(BuildMessageEventArgs e)
        {
        }

        public void LogCustomEvent(CustomBuildEventArgs e)
        {
        }

        public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;
    }
}
