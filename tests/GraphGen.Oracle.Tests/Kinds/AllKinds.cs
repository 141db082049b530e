namespace GraphGen.Oracle.Tests;

/// <summary>Every kind of layer that is drawn.</summary>
internal static class AllKinds
{
    public static IReadOnlyList<Kind> List { get; } =
    [
        .. ActivationKinds.List, .. CoreKinds.List, .. WeightKinds.List, .. ConvolutionKinds.List, .. PoolingKinds.List, .. ResizingKinds.List, .. RecurrentKinds.List,
        .. AttentionKinds.List, .. NormalizationKinds.List, .. MergingKinds.List, .. FunctionKinds.List, .. OperatorKinds.List, .. OwnKinds.List, .. NestingKinds.List,
    ];

    public static IReadOnlyList<Kind> Activations { get; } = [.. List.Where(kind => kind.Settings is not null)];

    public static Kind Find(string name) => List.First(kind => kind.Name == name);
}
