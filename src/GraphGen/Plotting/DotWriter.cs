using System.Globalization;
using System.Text;

namespace GraphGen.Plotting;

/// <summary>Writes a diagram in the language of Graphviz.</summary>
internal sealed class DotWriter
{
    private readonly StringBuilder _text = new();

    private DotWriter()
    {
    }

    public static string Write(Diagram diagram)
    {
        var writer = new DotWriter();
        writer.WriteAll(diagram);
        return writer._text.ToString();
    }

    private void WriteAll(Diagram diagram)
    {
        Line(0, "digraph model {");
        Line(1, $"label={Quote(diagram.Title)}; labelloc=t; rankdir=TB;");
        Line(1, "fontname=\"sans-serif\";");
        Line(1, "node [shape=box, style=\"filled,rounded\", fontname=\"sans-serif\", fontsize=11];");
        Line(1, "edge [fontname=\"sans-serif\", fontsize=10];");
        WriteBoxes(diagram, 1);
        foreach (FlatEdge edge in FlatEdges.Of(diagram)) Line(1, $"{edge.From.Id} -> {edge.To.Id}{(edge.Label.Length > 0 ? $" [label={Quote(edge.Label)}]" : "")};");
        for (int i = 0; i < diagram.Outlets.Count; i++)
        {
            Outlet outlet = diagram.Outlets[i];
            string id = string.Create(CultureInfo.InvariantCulture, $"out{i}");
            Line(1, $"{id} [shape=plaintext, style=\"\", label={Quote(outlet.Name)}];");
            Line(1, $"{FlatEdges.Source(outlet.From, outlet.Result).Id} -> {id} [label={Quote(outlet.From.Results[outlet.Result].Shape)}];");
        }

        Line(0, "}");
    }

    private void WriteBoxes(Diagram diagram, int depth)
    {
        foreach (Box box in diagram.Boxes)
        {
            Paint paint = Colors.Of(box);
            string attributes = $"label={Quote(string.Join('\n', BoxFacts.Of(box)))}";
            if (box.Shown is null)
            {
                Line(depth, $"{box.Id} [{attributes}, fillcolor=\"{paint.Fill}\", color=\"{paint.Line}\"];");
                continue;
            }

            Line(depth, $"subgraph cluster_{box.Id} {{");
            Line(depth + 1, $"{attributes}; style=\"filled,rounded\"; fillcolor=\"{paint.Fill}\"; color=\"{paint.Line}\";");
            WriteBoxes(box.Shown, depth + 1);
            Line(depth, "}");
        }
    }

    private static string Quote(string text)
    {
        string escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return $"\"{new string([.. escaped.Where(c => !char.IsControl(c))])}\"";
    }

    private void Line(int depth, string text) => _text.Append(' ', 4 * depth).Append(text).Append('\n');
}
