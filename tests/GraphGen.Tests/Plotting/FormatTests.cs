using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GraphGen.Inspection;
using SkiaSharp;

namespace GraphGen.Tests.Plotting;

/// <summary>Each format is what its readers take, whatever names are like.</summary>
public sealed partial class FormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => ["x", "a<b & \"c\"", "</script><script>alert(1)</script>", "it's -> [end] {x} |y| #9; `z`", "\\n \\\"", "größe 形状 \U0001F600", "\u0001\u0008\uFFFF", "subgraph end"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Svg_is_xml_that_holds_the_names(string name)
    {
        XElement svg = XDocument.Parse(Written(name, ".svg")).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        string expected = new([.. name.Select(c => c < ' ' || c == '\uFFFF' ? '\uFFFD' : c)]);
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "text" && Joined(element.Value) == Joined(expected));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Html_needs_no_network_and_no_name_ends_its_script(string name)
    {
        string html = Written(name, ".html");
        Assert.Equal(2, Regex.Count(html, "<script"));
        Assert.Equal(2, Regex.Count(html, "</script>"));
        Assert.Equal(2, Regex.Count(html, "http"));
        Assert.Equal(2, Regex.Count(html, "http://www.w3.org/2000/svg"));
        string layout = LayoutOfPage().Match(html).Groups[1].Value;
        Assert.Equal(2, JsonDocument.Parse(layout).RootElement.GetProperty("model").GetProperty("boxes").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_of_mermaid_is_a_statement(string name)
    {
        string[] lines = Written(name, ".mmd").TrimEnd('\n').Split('\n');
        Assert.Equal("flowchart TD", lines[3]);
        Assert.All(lines.Skip(4), line => Assert.Matches(MermaidStatement(), line));
        Assert.Equal(2, lines.Count(line => line.Contains("-->", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_of_dot_is_a_statement(string name)
    {
        string[] lines = Written(name, ".dot").TrimEnd('\n').Split('\n');
        Assert.Equal(("digraph model {", "}"), (lines[0], lines[^1]));
        Assert.All(lines[1..^1], line => Assert.Matches(DotStatement(), line));
        Assert.Equal(2, lines.Count(line => Regex.IsMatch(line, @"^ +\w+ -> ")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Png_is_a_picture_of_two_pixels_a_unit(string name)
    {
        string path = Save(name, ".png");
        using SKBitmap bitmap = SKBitmap.Decode(path);
        XElement svg = XDocument.Parse(Written(name, ".svg")).Root!;
        Assert.Equal((2 * (int)svg.Attribute("width")!, 2 * (int)svg.Attribute("height")!), (bitmap.Width, bitmap.Height));

        // The background in the corner, and the input's colour just within the top of its box.
        Assert.Equal(SKColors.White, bitmap.GetPixel(0, 0));
        SeenBox input = SvgPicture.Parse(File.ReadAllText(_folder.File("model.svg"))).Boxes[0];
        Assert.Equal(SKColor.Parse(input.Fill), bitmap.GetPixel((int)(input.Area.Left + input.Area.Right), (int)(2 * (input.Area.Top + 3))));
    }

    [Fact]
    public void Png_of_a_deep_network_has_no_side_longer_than_viewers_open()
    {
        ModelPlot.Save(Graphs.Residual(100), _folder.File("model.png"));
        using SKBitmap bitmap = SKBitmap.Decode(_folder.File("model.png"));
        Assert.InRange(bitmap.Height, 15_990, 16_001);
    }

    [Theory]
    [InlineData("model.pdf")]
    [InlineData("model")]
    [InlineData("svg")]
    public void Another_extension_is_refused_with_those_that_there_are(string file)
    {
        string path = _folder.File(file);
        ArgumentException error = Assert.Throws<ArgumentException>(() => ModelPlot.Save(Graphs.Residual(1), path));
        Assert.StartsWith($"A plot is written to a file with one of the extensions .svg, .html, .png, .mmd, .dot, and got '{path}'.", error.Message, StringComparison.Ordinal);
        Assert.Equal("path", error.ParamName);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void An_extension_may_be_in_capitals()
    {
        ModelPlot.Save(Graphs.Residual(1), _folder.File("MODEL.SVG"));
        Assert.Equal("svg", XDocument.Load(_folder.File("MODEL.SVG")).Root!.Name.LocalName);
    }

    [Fact]
    public void What_cannot_be_written_leaves_nothing_behind()
    {
        Assert.Throws<DirectoryNotFoundException>(() => ModelPlot.Save(Graphs.Residual(1), _folder.File("missing/model.svg")));

        // A folder stands where the file is to go.
        Directory.CreateDirectory(_folder.File("model.svg"));
        Assert.ThrowsAny<SystemException>(() => ModelPlot.Save(Graphs.Residual(1), _folder.File("model.svg")));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void An_old_picture_is_replaced()
    {
        File.WriteAllText(_folder.File("model.mmd"), new string('x', 100_000));
        Assert.StartsWith("---\n", Written("x", ".mmd"), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    /// <summary>Without the breaks between lines.</summary>
    private static string Joined(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private string Save(string name, string extension)
    {
        string path = _folder.File($"model{extension}");
        ModelPlot.Save(Graphs.Named(name, $"Custom({name})"), path);
        return path;
    }

    private string Written(string name, string extension) => File.ReadAllText(Save(name, extension));

    [GeneratedRegex("<script id=\"layout\" type=\"application/json\">(.*?)</script>")]
    private static partial Regex LayoutOfPage();

    [GeneratedRegex("""^ +(\w+(\[".*"\]|\(\[".*"\]\))|subgraph \w+\["[^"]*"\]|end|\w+ -->(\|"[^"|]*"\|)? \w+|style \w+ fill:#\w{6},stroke:#\w{6},color:#\w{6})$""")]
    private static partial Regex MermaidStatement();

    // A text in quotes has a quote only behind a backslash, and a backslash only in a pair.
    [GeneratedRegex("""^ +((\w+ -> )?\w+ \[(\w+=("([^"\\]|\\.)*"|\w+)(, )?)+\];|\w+ -> \w+;|(\w+=("([^"\\]|\\.)*"|\w+); ?)+|subgraph \w+ \{|\})$""")]
    private static partial Regex DotStatement();
}
