namespace GraphGen.Training;

/// <summary>How the F1 scores of several classes become one number.</summary>
public enum F1Average
{
    /// <summary>The mean of the scores of the classes.</summary>
    Macro,

    /// <summary>The score of all classes counted together.</summary>
    Micro,

    /// <summary>The mean of the scores of the classes, each as often as the class is a target.</summary>
    Weighted,
}
