using System.Globalization;
using GraphGen.Training;
using Tensorboard;

namespace GraphGen.Tests.Training;

/// <summary>What is written of epochs.</summary>
public sealed class EpochLogTests : IDisposable
{
    private readonly ScriptedTraining _training = new();
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Csv => Path.Combine(_folder, "logs", "training.csv");

    public void Dispose()
    {
        _training.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_row_an_epoch()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            _training.Run(new CsvLogger(Csv), "val_loss", 0.1 + 0.2, double.NaN, 1e-30);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal("epoch,loss,val_loss\n0,1,0.30000000000000004\n1,1,NaN\n2,1,1E-30\n", File.ReadAllText(Csv));
        _training.Run(new CsvLogger(Csv), "accuracy", 0.5);
        Assert.Equal("epoch,loss,accuracy\n0,1,0.5\n", File.ReadAllText(Csv));
        _training.Run(new CsvLogger(Csv, append: true), "accuracy", 0.25);
        Assert.Equal("epoch,loss,accuracy\n0,1,0.5\n0,1,0.25\n", File.ReadAllText(Csv));
    }

    [Fact]
    public void A_row_is_on_disk_when_its_epoch_is_over()
    {
        var callback = new CsvLogger(Csv);
        callback.OnTrainBegin(_training);
        Assert.Equal("", File.ReadAllText(Csv));
        callback.OnEpochEnd(_training, new Dictionary<string, double> { ["loss"] = 2 });
        Assert.Equal("epoch,loss\n0,2\n", File.ReadAllText(Csv));
    }

    [Fact]
    public void Rows_of_other_columns_are_not_added()
    {
        _training.Run(new CsvLogger(Csv), "accuracy", 0.5);
        Assert.Equal(
            $"The columns of '{Csv}' are epoch,loss,accuracy, and the epoch has epoch,loss,auc.",
            Assert.Throws<InvalidOperationException>(() => _training.Run(new CsvLogger(Csv, append: true), "auc", 0.5)).Message);
        Assert.Equal("epoch,loss,accuracy\n0,1,0.5\n", File.ReadAllText(Csv));
    }

    [Fact]
    public void TensorBoard_gets_training_and_validation_side_by_side()
    {
        _training.Run(new TensorBoard(_folder), "val_loss", 0.5, 0.25);
        Assert.Equal(
            [("epoch_loss", 0, 1), ("epoch_learning_rate", 0, 1), ("epoch_loss", 1, 1), ("epoch_learning_rate", 1, 1)], Scalars("train"));
        Assert.Equal([("epoch_loss", 0, 0.5f), ("epoch_loss", 1, 0.25f)], Scalars("validation"));
    }

    /// <summary>Of the one file of a folder: records of a length, its checksum, an event and its checksum.</summary>
    private List<(string Tag, long Step, float Value)> Scalars(string folder)
    {
        using var reader = new BinaryReader(File.OpenRead(Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder, folder)))));
        var scalars = new List<(string, long, float)>();
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            int length = (int)reader.ReadInt64();
            reader.ReadInt32();
            Event written = Event.Parser.ParseFrom(reader.ReadBytes(length));
            reader.ReadInt32();
            if (written.Summary is { } summary) scalars.AddRange(summary.Value.Select(value => (value.Tag, written.Step, value.SimpleValue)));
        }

        return scalars;
    }
}
