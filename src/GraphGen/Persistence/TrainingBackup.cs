using System.Security.Cryptography;
using System.Text;
using GraphGen.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Persistence;

/// <summary>
/// A training between two epochs as a file: the next epoch, the seed, the history, the generator, the weights, the optimizer's state, each as its writer has
/// it,
/// and the SHA-256 of all that, by which a damaged file is known before anything is restored.
/// </summary>
internal static class TrainingBackup
{
    private const string Mark = "GraphGen backup 1";

    public static void Write(string path, TrainingRun run, int nextEpoch)
    {
        OptimizerHelper optimizer = OptimizerOf(run);
        AtomicFile.Write(path, stream =>
        {
            using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
            {
                writer.Write(Mark);
                writer.Write(nextEpoch);
                writer.Write(run.Seed);
                WriteHistory(writer, run.History);
                WriteGenerator(writer);
                TorchSharpFormat.Write(stream, run.Model.state_dict());
                optimizer.save_state_dict(writer);
            }

            stream.Write(Hash(stream, stream.Position));
        });
    }

    /// <summary>Sets model, optimizer, generator and training to what the file has.</summary>
    /// <exception cref="ModelFileException">The file is damaged, or of another training; nothing has changed.</exception>
    public static void Restore(string path, TrainingRun run)
    {
        using FileStream stream = StateLoader.Open(path);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        Check(path, stream);
        if (reader.ReadString() != Mark) throw new ModelFileException(path, $"is no '{Mark}'");
        int epoch = reader.ReadInt32();
        long seed = reader.ReadInt64();
        History history = ReadHistory(reader);
        byte[] generator = reader.ReadBytes(reader.ReadInt32());
        StoredState stored = TorchSharpFormat.ReadFrom(stream);
        Dictionary<string, Tensor> weights = run.Model.state_dict();
        LoadReport report = StateLoader.Compare(weights, stored, convert: false);
        if (!report.IsComplete) throw new ModelMismatchException(path, report);
        RestoreOptimizer(path, reader, OptimizerOf(run));
        StateLoader.Fill(stream, stored, weights, report);
        using (Tensor state = tensor(generator, ScalarType.Byte)) random.set_rng_state(state);
        (run.Epoch, run.Seed, run.History) = (epoch, seed, history);
    }

    private static OptimizerHelper OptimizerOf(TrainingRun run) => run.Optimizer as OptimizerHelper
        ?? throw new NotSupportedException(
            $"TorchSharp cannot save the state of the optimizer {run.Optimizer.GetType().Name}, so that this training cannot be backed up.");

    private static void RestoreOptimizer(string path, BinaryReader reader, OptimizerHelper optimizer)
    {
        try
        {
            optimizer.load_state_dict(reader);
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException)
        {
            throw new ModelFileException(path, $"has the state of another optimizer: {fault.Message.TrimEnd('.')}", fault);
        }
    }

    private static void WriteHistory(BinaryWriter writer, History history)
    {
        IReadOnlyList<string> names = history.Names;
        writer.Write(names.Count);
        foreach (string name in names) writer.Write(name);
        writer.Write(history.Epochs.Count);
        for (int i = 0; i < history.Epochs.Count; i++)
        {
            writer.Write(history.Epochs[i]);
            foreach (string name in names) writer.Write(history[name][i]);
        }
    }

    private static History ReadHistory(BinaryReader reader)
    {
        var history = new History();
        string[] names = new string[reader.ReadInt32()];
        for (int i = 0; i < names.Length; i++) names[i] = reader.ReadString();
        int epochs = reader.ReadInt32();
        for (int i = 0; i < epochs; i++)
        {
            int epoch = reader.ReadInt32();
            var logs = new OrderedDictionary<string, double>();
            foreach (string name in names) logs.Add(name, reader.ReadDouble());
            history.Add(epoch, logs);
        }

        return history;
    }

    private static void WriteGenerator(BinaryWriter writer)
    {
        using Tensor state = random.get_rng_state();
        writer.Write((int)state.numel());
        writer.Write(state.bytes);
    }

    private static void Check(string path, FileStream stream)
    {
        long length = stream.Length - SHA256.HashSizeInBytes;
        if (length < 0) throw new ModelFileException(path, "is too short for a backup of a training");
        byte[] expected = Hash(stream, length);
        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        stream.ReadExactly(actual);
        if (!actual.SequenceEqual(expected)) throw new ModelFileException(path, "is no backup of a training, or is damaged: its check sum is another");
        stream.Position = 0;
    }

    /// <summary>The hash of a file's first bytes, behind which the stream then is.</summary>
    private static byte[] Hash(FileStream stream, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        stream.Position = 0;
        for (long rest = length; rest > 0;)
        {
            int count = (int)Math.Min(rest, buffer.Length);
            stream.ReadExactly(buffer, 0, count);
            hash.AppendData(buffer, 0, count);
            rest -= count;
        }

        return hash.GetHashAndReset();
    }
}
