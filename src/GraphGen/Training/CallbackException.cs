namespace GraphGen.Training;

/// <summary>A callback threw an exception, which ended the training.</summary>
/// <param name="callback">The callback.</param>
/// <param name="moment">What it was told of, as <c>OnEpochEnd</c>.</param>
/// <param name="innerException">What it threw.</param>
public sealed class CallbackException(Callback callback, string moment, Exception innerException)
    : Exception($"The callback {callback.GetType().Name} failed in {moment}: {innerException.Message}", innerException)
{
    /// <summary>The callback.</summary>
    public Callback Callback { get; } = callback;

    /// <summary>What it was told of, as <c>OnEpochEnd</c>.</summary>
    public string Moment { get; } = moment;
}
