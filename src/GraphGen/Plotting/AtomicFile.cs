namespace GraphGen.Plotting;

/// <summary>Files that are there as a whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file beside the place that it is for, and moves it there: who reads it meanwhile finds the old one or the new one.</summary>
    /// <exception cref="IOException">The file cannot be written; what was there before is unchanged.</exception>
    public static void Write(string path, byte[] content)
    {
        string fresh = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllBytes(fresh, content);
            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }
}
