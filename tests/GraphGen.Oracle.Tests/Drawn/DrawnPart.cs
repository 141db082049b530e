namespace GraphGen.Oracle.Tests;

/// <summary>A model within a model.</summary>
/// <param name="model">What it is.</param>
internal sealed class DrawnPart(DrawnModel model)
{
    public DrawnModel Model { get; } = model;

    /// <summary>The class that it is written as, below the model that it is in.</summary>
    public string Name { get; set; } = "";

    public override string ToString() => Name;
}

/// <summary>The parameters of a nested model that are given by name.</summary>
internal sealed record Given(IReadOnlyList<(string Name, Quantity Value)> Values)
{
    public override string ToString() => $"new {{ {string.Join(", ", Values.Select(value => $"{value.Name} = {value.Value.Text}"))} }}";
}
