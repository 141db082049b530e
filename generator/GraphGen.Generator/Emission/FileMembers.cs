using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Linking;

namespace GraphGen.Generator.Emission;

/// <summary>
/// The members by which a model saves and loads its weights. A member of the user's with the same name and parameters takes the place of one.
/// </summary>
internal static class FileMembers
{
    private const string Save = "public void Save(string path)";
    private const string Load = $"public {TorchNames.Persistence}.LoadReport Load(string path, bool strict = true, bool convert = false)";

    /// <summary>The heads of those that the model has.</summary>
    public static IEnumerable<string> Declarations(Declaration declaration)
    {
        if (!IsOwn(declaration, nameof(Save))) yield return Save;
        if (!IsOwn(declaration, nameof(Load))) yield return Load;
    }

    public static void Write(SourceWriter writer, Declaration declaration)
    {
        foreach (string member in Declarations(declaration))
        {
            if (member == Save) WriteSave(writer);
            else WriteLoad(writer);
            writer.Line();
        }
    }

    private static void WriteSave(SourceWriter writer)
    {
        writer.Line("/// <summary>Saves weights and buffers, as safetensors where the name ends in <c>.safetensors</c>, and in TorchSharp's own format otherwise.</summary>");
        writer.Line("/// <param name=\"path\">The file. Should saving fail, one that was there stays as it is.</param>");
        writer.Line($"/// <exception cref=\"{TorchNames.IOException}\">The file cannot be written.</exception>");
        writer.Line($"{Save} => {TorchNames.Persistence}.ModelFile.Save(this, path);");
    }

    private static void WriteLoad(SourceWriter writer)
    {
        writer.Line("/// <summary>Loads weights and buffers that were saved for this model. All keys are compared before the first weight changes.</summary>");
        writer.Line("/// <param name=\"path\">The file, whose name says the format as for <c>Save</c>.</param>");
        writer.Line("/// <param name=\"strict\">Whether the keys must all agree; else what fits is loaded.</param>");
        writer.Line("/// <param name=\"convert\">Whether numbers of another element type are converted: rounded to a floating type, cut to a whole one.</param>");
        writer.Line("/// <returns>Which keys fit.</returns>");
        writer.Line($"/// <exception cref=\"{TorchNames.Persistence}.ModelFileException\">The file is damaged or of another model, which is named; the model is as it was.</exception>");
        writer.Line($"{Load} => {TorchNames.Persistence}.ModelFile.Load(this, path, strict, convert);");
    }

    /// <summary>A class has no member of its own name either.</summary>
    private static bool IsOwn(Declaration declaration, string name) =>
        ModelShell.PlainName(declaration.Type) == name ||
        declaration.Fields.Any(field => field.Name == name) ||
        declaration.Members.Any(member => member.Name == name && (member.Parameters is null || member.Parameters == TakenNames.OfFiles[name]));
}
