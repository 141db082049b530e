namespace GraphGen.Tests.Training;

/// <summary>Tests of what a process has one of: its console, its signals, its count of tensors. No others run beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
