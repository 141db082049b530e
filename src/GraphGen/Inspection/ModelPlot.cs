using System.Text;
using GraphGen.Plotting;

namespace GraphGen.Inspection;

/// <summary>A model as a picture.</summary>
public static class ModelPlot
{
    private static readonly Dictionary<string, Func<Diagram, byte[]>> s_formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".svg"] = diagram => Encoding.UTF8.GetBytes(SvgCanvas.Draw(new Picture(diagram))),
        [".html"] = diagram => Encoding.UTF8.GetBytes(HtmlWriter.Write(diagram)),
        [".png"] = diagram => PngCanvas.Draw(new Picture(diagram)),
        [".mmd"] = diagram => Encoding.UTF8.GetBytes(MermaidWriter.Write(diagram)),
        [".dot"] = diagram => Encoding.UTF8.GetBytes(DotWriter.Write(diagram)),
    };

    /// <inheritdoc cref="Save(ModelGraph, string)"/>
    /// <param name="model">The model.</param>
    /// <param name="path">Where to; its extension says in which format.</param>
    public static void Save(IModel model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        Save(model.Graph, path);
    }

    /// <summary>
    /// Writes a picture of a model: a box a node with its layer and parameters, from top to bottom, and arrows with the shapes of what they carry, the batch as <c>N</c>. Boxes that
    /// share a layer have a colour of their own and name one another. The file is written beside its place and moved there, so that it is never seen half written.
    /// </summary>
    /// <remarks>
    /// The extensions are <c>.svg</c> (Scalable Vector Graphics), <c>.png</c> (pixels, two a unit), <c>.html</c> (a page to pan, zoom, search and fold, which needs nothing else),
    /// <c>.mmd</c> (a Mermaid flowchart) and <c>.dot</c> (Graphviz). The same model gives the same file on every machine; only <c>.png</c> is drawn with the machine's fonts.
    /// </remarks>
    /// <param name="graph">The model's graph.</param>
    /// <param name="path">Where to; its extension says in which format.</param>
    /// <exception cref="ArgumentException">There is no such format, or no path.</exception>
    /// <exception cref="IOException">The file cannot be written; one that was there before is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(ModelGraph graph, string path)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentException.ThrowIfNullOrEmpty(path);
        string extension = Path.GetExtension(path);
        if (!s_formats.TryGetValue(extension, out Func<Diagram, byte[]>? format))
            throw new ArgumentException($"A plot is written to a file with one of the extensions {string.Join(", ", s_formats.Keys)}, and got '{path}'.", nameof(path));
        AtomicFile.Write(path, format(DiagramReader.Read(graph)));
    }
}
