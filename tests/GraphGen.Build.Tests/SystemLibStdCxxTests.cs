namespace GraphGen.Build.Tests;

public sealed class SystemLibStdCxxTests : IDisposable
{
    private const ushort I386 = 3;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_folder_that_has_one_counts() =>
        Assert.Equal(["OLD"], SystemLibStdCxx.Find([folder["none"], Put("a", SyntheticElf.Create([], ["OLD"])), Put("b", SyntheticElf.Create([], ["NEW"]))])!.Defined);

    [Fact]
    public void One_for_another_machine_is_passed_over() =>
        Assert.Equal(["64"], SystemLibStdCxx.Find([Put("a", SyntheticElf.Create([], ["32"], I386)), Put("b", SyntheticElf.Create([], ["64"]))])!.Defined);

    [Fact]
    public void One_that_cannot_be_read_is_passed_over() =>
        Assert.Equal(["GOOD"], SystemLibStdCxx.Find([Put("a", [1, 2, 3]), Put("b", SyntheticElf.Create([], ["GOOD"]))])!.Defined);

    [Fact]
    public void There_may_be_none() => Assert.Null(SystemLibStdCxx.Find([folder.Path]));

    [Fact]
    public void The_library_path_comes_before_the_default_folders()
    {
        var folders = SystemLibStdCxx.Folders("/first:/second;/third::").ToList();

        Assert.Equal(["/first", "/second", "/third"], folders[..3]);
        Assert.Contains("/usr/lib/x86_64-linux-gnu", folders[3..]);
        Assert.Equal(folders[3..], SystemLibStdCxx.Folders(null));
    }

    private string Put(string name, byte[] content)
    {
        Directory.CreateDirectory(folder[name]);
        File.WriteAllBytes(folder[name, SystemLibStdCxx.FileName], content);
        return folder[name];
    }
}
