namespace GraphGen.Generator.Emission;

/// <summary>Writes the member that draws the model.</summary>
internal static class PlotMembers
{
    public const string Declaration = "public void Plot(string path)";

    public static void Write(SourceWriter writer)
    {
        writer.Line("/// <summary>Writes a picture of the model.</summary>");
        writer.Line("/// <param name=\"path\">Where to; the extension says how: .svg, .html, .png, .mmd (Mermaid) or .dot (Graphviz).</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">There is no such format.</exception>");
        writer.Line($"{Declaration} => {TorchNames.Inspection}.ModelPlot.Save(this, path);");
        writer.Line();
    }
}
