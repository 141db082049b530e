namespace GraphGen.Persistence;

/// <summary>The weights of a file are not those of the model that it was loaded into. The model is as it was.</summary>
public sealed class ModelMismatchException : ModelFileException
{
    /// <summary>Names the keys.</summary>
    /// <param name="path">The file.</param>
    /// <param name="report">What does not fit.</param>
    public ModelMismatchException(string path, LoadReport report)
        : base(path, $"is not of this model: {report}")
    {
        Report = report;
    }

    /// <summary>What does not fit. Nothing was loaded.</summary>
    public LoadReport Report { get; }
}
