using GraphGen.Compiler;

namespace GraphGen.Generator;

/// <summary>The names of the generated files: a model's metadata name, but files may not differ in case alone, as classes may.</summary>
/// <param name="Alike">The models whose names differ in case alone from another's, in order.</param>
internal sealed record HintNames(EquatableArray<string> Alike)
{
    public static HintNames Of(IEnumerable<string> models) => new(
        models.GroupBy(model => model, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Skip(1).Any())
            .SelectMany(group => group)
            .OrderBy(model => model, StringComparer.Ordinal)
            .ToEquatableArray());

    public string For(string model)
    {
        int position = Alike.TakeWhile(other => other != model).Count();
        return position == Alike.Count ? $"{model}.g.cs" : $"{model}.{position + 1}.g.cs";
    }
}
