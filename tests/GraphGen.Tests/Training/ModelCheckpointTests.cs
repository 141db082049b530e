using GraphGen.Persistence;
using GraphGen.Training;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

public sealed class ModelCheckpointTests : IDisposable
{
    private readonly ScriptedTraining _training = new();
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private IEnumerable<string> Files => Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    public void Dispose()
    {
        _training.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Each_epoch_has_a_file_of_its_own_where_the_path_says_so()
    {
        _training.Run(new ModelCheckpoint(Path.Combine(_folder, "at-{epoch:00}.dat")), "val_loss", 3, 4, 2);
        Assert.Equal(["at-01.dat", "at-02.dat", "at-03.dat"], Files);
        Assert.Equal([0, 1, 2], Files.Select(Weight));
        _training.Run(new ModelCheckpoint(Path.Combine(_folder, "sub", "{epoch}.safetensors"), every: 2), "val_loss", 3, 4, 2, 2, 2);
        Assert.Equal(["2.safetensors", "4.safetensors"], Directory.EnumerateFiles(Path.Combine(_folder, "sub")).Select(Path.GetFileName).Order());
        Assert.Equal(3, Weight(Path.Combine("sub", "4.safetensors")));
    }

    [Fact]
    public void The_best_is_kept()
    {
        _training.Run(new ModelCheckpoint(Path.Combine(_folder, "best.dat"), saveBestOnly: true), "val_loss", 3, 4, 2, 2, double.NaN, 9);
        Assert.Equal(["best.dat"], Files);
        Assert.Equal(2, Weight("best.dat"));
        _training.Run(new ModelCheckpoint(Path.Combine(_folder, "best.dat"), saveBestOnly: true, monitor: "val_accuracy"), "val_accuracy", 3, 4, 2, 2);
        Assert.Equal(1, Weight("best.dat"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_model_that_broke_does_not_take_the_place_of_a_good_one(double loss)
    {
        _training.Run(new ModelCheckpoint(Path.Combine(_folder, "last.dat")), "loss", 3, 2, loss);
        Assert.Equal(1, Weight("last.dat"));
    }

    [Fact]
    public void A_failed_save_leaves_nothing_and_harms_nothing()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "taken", "inside"));
        File.WriteAllText(Path.Combine(_folder, "file"), "as it was");
        Assert.ThrowsAny<IOException>(() => _training.Run(new ModelCheckpoint(Path.Combine(_folder, "taken")), "val_loss", 1));
        var inFile = new ModelCheckpoint(Path.Combine(_folder, "file", "x"));
        Assert.Contains(_folder, Assert.ThrowsAny<IOException>(() => _training.Run(inFile, "val_loss", 1)).Message, StringComparison.Ordinal);
        Assert.Equal(["file", "taken"], Files);
        Assert.Equal("as it was", File.ReadAllText(Path.Combine(_folder, "file")));
    }

    [Fact]
    public void Arguments_are_checked()
    {
        Assert.Throws<ArgumentException>(() => new ModelCheckpoint(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelCheckpoint("x", every: 0));
        Assert.Throws<ArgumentException>(() => new ModelCheckpoint("x", saveBestOnly: true, monitor: "gain"));
        Assert.StartsWith(
            "ModelCheckpoint watches 'val_loss'",
            Assert.Throws<InvalidOperationException>(() => _training.Run(new ModelCheckpoint("x", saveBestOnly: true), "accuracy", 1)).Message,
            StringComparison.Ordinal);
    }

    private double Weight(string file)
    {
        using TorchSharp.Modules.Linear model = nn.Linear(1, 1, hasBias: false);
        ModelFile.Load(model, Path.Combine(_folder, file));
        return model.weight.item<float>();
    }
}
