namespace GraphGen.Persistence;

/// <summary>A file of weights is damaged, or is not of the format that its name says. The model is as it was.</summary>
public class ModelFileException : FormatException
{
    /// <summary>Says which file, and what is wrong with it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fault">What is wrong, as what follows the file in a sentence: <c>ends within its header</c>.</param>
    /// <param name="inner">Where the fault was seen.</param>
    public ModelFileException(string path, string fault, Exception? inner = null)
        : base($"'{path}' {fault}.", inner)
    {
        Path = path;
    }

    /// <summary>The file.</summary>
    public string Path { get; }
}
