namespace Tutorial.Lessons;

/// <summary>One model of the tutorial, and what it is asked.</summary>
internal abstract class Lesson(string question)
{
    public string Question => question;

    /// <summary>Teaches the model, and judges it by examples that it has not seen.</summary>
    /// <param name="folder">Where the plots of model and training, and the weights, are left.</param>
    public abstract Score Teach(string folder);
}
