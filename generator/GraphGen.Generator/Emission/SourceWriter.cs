using System.Text;

namespace GraphGen.Generator.Emission;

/// <summary>Text with indented blocks.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a line at the current depth.</summary>
    public void Line(string text = "")
    {
        if (text.Length > 0) _text.Append(' ', 4 * _depth).Append(text);
        _text.Append('\n');
    }

    public void Open(string header)
    {
        Line(header);
        Line("{");
        _depth++;
    }

    public void Close()
    {
        _depth--;
        Line("}");
    }

    /// <summary>Writes content one step deeper.</summary>
    public void Indented(Action content)
    {
        _depth++;
        content();
        _depth--;
    }

    public override string ToString() => _text.ToString();
}
