using GraphGen.Generator.Tests.Harness;

namespace GraphGen.Generator.Tests.Docs;

/// <summary>A page of docs/.</summary>
internal sealed class DocPage
{
    private readonly string[] _lines;

    public DocPage(string name) => _lines = File.ReadAllLines(Repository.PathOf("docs", name));

    /// <summary>The fenced blocks, in order: the language behind the fence, and the text.</summary>
    public IEnumerable<(string Language, string Text)> Blocks
    {
        get
        {
            const string fence = "```";
            int[] fences = [.. Enumerable.Range(0, _lines.Length).Where(i => _lines[i].StartsWith(fence, StringComparison.Ordinal))];
            return fences.Chunk(2).Select(pair => (_lines[pair[0]][fence.Length..], string.Join("\n", _lines[(pair[0] + 1)..pair[1]])));
        }
    }

    /// <summary>The first cells of the rows of all tables whose first column has such a heading.</summary>
    public IEnumerable<string> FirstColumn(params string[] headings)
    {
        bool isInTable = false;
        foreach (string line in _lines)
        {
            bool isRow = line.StartsWith("| ", StringComparison.Ordinal);
            string cell = isRow ? line.Split('|')[1].Trim() : "";
            if (isInTable && isRow && cell.Trim('-').Length > 0) yield return cell;
            isInTable = isRow && (isInTable || headings.Contains(cell));
        }
    }
}
