using System.Globalization;
using System.Text;

namespace GraphGen.Plotting;

/// <summary>Writes a diagram as a Mermaid flowchart, which code hosts show within Markdown.</summary>
internal sealed class MermaidWriter
{
    private readonly StringBuilder _text = new();

    private MermaidWriter()
    {
    }

    public static string Write(Diagram diagram)
    {
        var writer = new MermaidWriter();
        writer.WriteAll(diagram);
        return writer._text.ToString();
    }

    private void WriteAll(Diagram diagram)
    {
        Line(0, "---");
        Line(0, $"title: \"{Escape(diagram.Title)}\"");
        Line(0, "---");
        Line(0, "flowchart TD");
        WriteBoxes(diagram, 1);
        foreach (FlatEdge edge in FlatEdges.Of(diagram)) Line(1, $"{edge.From.Id} -->{(edge.Label.Length > 0 ? $"|\"{Escape(edge.Label)}\"|" : "")} {edge.To.Id}");
        for (int i = 0; i < diagram.Outlets.Count; i++)
        {
            Outlet outlet = diagram.Outlets[i];
            string id = string.Create(CultureInfo.InvariantCulture, $"out{i}");
            Line(1, $"{id}([\"{Escape(outlet.Name)}\"])");
            Line(1, $"{FlatEdges.Source(outlet.From, outlet.Result).Id} -->|\"{Escape(outlet.From.Results[outlet.Result].Shape)}\"| {id}");
        }

        foreach (IGrouping<Paint, Box> boxes in diagram.Shown.GroupBy(Colors.Of))
        {
            foreach (Box box in boxes) Line(1, $"style {box.Id} fill:{boxes.Key.Fill},stroke:{boxes.Key.Line},color:{Colors.Text}");
        }
    }

    private void WriteBoxes(Diagram diagram, int depth)
    {
        foreach (Box box in diagram.Boxes)
        {
            string text = $"\"{string.Join("<br/>", BoxFacts.Of(box).Select(Escape))}\"";
            if (box.Shown is null)
            {
                Line(depth, box.Kind == BoxKind.Input ? $"{box.Id}([{text}])" : $"{box.Id}[{text}]");
                continue;
            }

            Line(depth, $"subgraph {box.Id}[{text}]");
            WriteBoxes(box.Shown, depth + 1);
            Line(depth, "end");
        }
    }

    /// <summary>Text within quotes: what has a meaning there, in HTML or in Markdown, becomes an entity, written with a number sign as Mermaid asks for.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune)) escaped.Append(' ');
            else if (Rune.IsLetterOrDigit(rune) || " (),.:-+=/".Contains((char)rune.Value, StringComparison.Ordinal)) escaped.Append(rune);
            else escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return escaped.ToString();
    }

    private void Line(int depth, string text) => _text.Append(' ', 4 * depth).Append(text).Append('\n');
}
