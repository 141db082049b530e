namespace GraphGen.Plotting;

/// <summary>What stands in a box, for writers whose readers break the lines.</summary>
internal static class BoxFacts
{
    public static IEnumerable<string> Of(Box box) => new[] { box.Name, box.Description, box.Parameters, box.Sharing?.Text ?? "", box.OutputText }.Where(fact => fact.Length > 0);
}
