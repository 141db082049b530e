namespace GraphGen.Persistence;

/// <summary>Files that are there wholly or not at all.</summary>
internal static class AtomicFile
{
    private const int BufferBytes = 1 << 16;

    /// <summary>A file that was just made is not yet kept from others.</summary>
    private static readonly TimeSpan s_leftOverAge = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Writes a file beside its place, and moves it there when it is complete and on disk. Should that fail, what was there stays, and nothing beside it.
    /// </summary>
    /// <param name="path">The file; of a link, what it leads to.</param>
    /// <param name="write">Writes the contents, and leaves the stream at their end.</param>
    /// <param name="length">How many bytes that will be, for which room is made first; 0 where it is not known.</param>
    public static void Write(string path, Action<FileStream> write, long length = 0)
    {
        var file = new FileInfo(path);
        string target = file.Exists && file.ResolveLinkTarget(returnFinalTarget: true) is { } final ? final.FullName : file.FullName;
        DeleteLeftOvers(target);
        string temporary = $"{target}.{Path.GetRandomFileName()}.tmp";
        try
        {
            // Moved while it is open, so that another save to the same place does not take it for a left-over.
            using var stream = new FileStream(temporary, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.Delete,
                BufferSize = BufferBytes,
                PreallocationSize = length,
            });
            write(stream);
            stream.Flush(flushToDisk: true);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>A process that was killed while it wrote left its file. One that still writes keeps others from opening it.</summary>
    private static void DeleteLeftOvers(string target)
    {
        foreach (string temporary in Directory.EnumerateFiles(Path.GetDirectoryName(target)!, $"{Path.GetFileName(target)}.????????.???.tmp"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(temporary) < s_leftOverAge) continue;
            try
            {
                new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
            }
        }
    }
}
