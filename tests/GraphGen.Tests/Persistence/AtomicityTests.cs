using System.Diagnostics;
using GraphGen.Persistence;
using static TorchSharp.torch;

namespace GraphGen.Tests.Persistence;

/// <summary>A save that does not come to its end leaves the file that was there, and nothing beside it.</summary>
public sealed class AtomicityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Extensions => [".safetensors", ".dat"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Extensions))]
    public void A_save_that_fails_midway_leaves_the_old_file(string extension)
    {
        string path = _folder.File("x" + extension);
        using Bag good = Bag.OfAllTypes(1);
        ModelFile.Save(good, path);
        byte[] before = File.ReadAllBytes(path);

        // What lies on libtorch's meta device has a shape and no elements.
        using var bad = new Bag(("a", ones(100_000)), ("b", empty(2, device: META)));
        Assert.ThrowsAny<Exception>(() => ModelFile.Save(bad, path));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(["x" + extension], _folder.Names);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void A_full_disk_leaves_the_old_file(string extension)
    {
        using var disk = SmallDisk.TryMount(_folder.File("disk"));
        if (disk is null) return; // It takes a Linux system and its administrator; the test above goes the same way everywhere.
        string path = Path.Combine(disk.Path, "x" + extension);
        using Bag good = Bag.OfAllTypes(1);
        ModelFile.Save(good, path);
        byte[] before = File.ReadAllBytes(path);
        using var large = new Bag(("a", ones(SmallDisk.Bytes / 2)));
        Assert.Throws<IOException>(() => ModelFile.Save(large, path));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.EnumerateFiles(disk.Path));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void A_folder_that_is_not_there_is_named(string extension)
    {
        using Bag bag = Bag.OfAllTypes(1);
        string path = _folder.File(Path.Combine("none", "x" + extension));
        Assert.Contains(_folder.File("none"), Assert.Throws<DirectoryNotFoundException>(() => ModelFile.Save(bag, path)).Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void What_a_killed_process_left_goes_with_the_next_save_and_what_is_being_written_stays()
    {
        using Bag bag = Bag.OfAllTypes(1);
        _folder.Write("x.safetensors.abcdefgh.ijk.tmp", [1]);
        _folder.Write("y.safetensors.abcdefgh.ijk.tmp", [1]);
        _folder.Write("x.safetensors.isnewnew.new.tmp", [1]);
        using var writer = new FileStream(_folder.File("x.safetensors.12345678.9ab.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
        foreach (string name in _folder.Names.Where(name => !name.Contains("isnew", StringComparison.Ordinal)).ToList())
            File.SetLastWriteTimeUtc(_folder.File(name), DateTime.UtcNow - TimeSpan.FromHours(1));
        Safetensors.Save(bag, _folder.File("x.safetensors"));
        Assert.Equal(["x.safetensors", "x.safetensors.12345678.9ab.tmp", "x.safetensors.isnewnew.new.tmp", "y.safetensors.abcdefgh.ijk.tmp"], _folder.Names);
    }

    [Fact]
    public void Of_saves_at_once_one_wins_and_the_file_is_whole()
    {
        string path = _folder.File("x.safetensors");
        Parallel.For(0, 50, new ParallelOptions { MaxDegreeOfParallelism = 4 }, seed =>
        {
            using Bag bag = Bag.OfAllTypes(seed);
            Safetensors.Save(bag, path);
            using Bag loaded = Bag.OfAllTypes(seed);
            Safetensors.Load(loaded, path);
        });
        Assert.Equal(["x.safetensors"], _folder.Names);
    }

    /// <summary>A disk of 64 KB in memory.</summary>
    private sealed class SmallDisk : IDisposable
    {
        public const int Bytes = 1 << 16;

        private SmallDisk(string path)
        {
            Path = path;
        }

        public string Path { get; }

        public static SmallDisk? TryMount(string path)
        {
            if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return null;
            Directory.CreateDirectory(path);
            return Run("mount", "-t", "tmpfs", "-o", $"size={Bytes}", "tmpfs", path) ? new SmallDisk(path) : null;
        }

        public void Dispose() => Assert.True(Run("umount", Path));

        private static bool Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
