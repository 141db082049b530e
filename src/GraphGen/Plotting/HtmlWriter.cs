namespace GraphGen.Plotting;

/// <summary>Writes a page with the picture, to be moved, searched and folded. It needs no network.</summary>
internal static class HtmlWriter
{
    private const string Page = "GraphGen.Plotting.Page.html";

    public static string Write(Diagram diagram)
    {
        var picture = new Picture(diagram, canUnfold: true);
        using var reader = new StreamReader(typeof(HtmlWriter).Assembly.GetManifestResourceStream(Page)!);
        string[] parts = reader.ReadToEnd().Split(["{{title}}", "{{picture}}", "{{layout}}"], StringSplitOptions.None);
        return $"{parts[0]}{Xml.Escape(diagram.Title)}{parts[1]}{SvgCanvas.Draw(picture)}{parts[2]}{LayoutJson.Write(picture.Layout)}{parts[3]}";
    }
}
