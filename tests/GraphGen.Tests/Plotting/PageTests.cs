using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphGen.Inspection;
using GraphGen.Tests.Models;

namespace GraphGen.Tests.Plotting;

/// <summary>The page as a person uses it, in a browser.</summary>
public sealed partial class PageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact]
    public void The_page_stacks_the_boxes_as_the_picture_does()
    {
        string html = Page(Graphs.Random(5, 60));
        SvgPicture written = SvgPicture.Parse(PictureIn().Match(html).Value);
        JsonElement seen = Run(html, """
            const svgNow = document.querySelector('#view > svg');
            return [...svgNow.querySelectorAll('.box, .arrow .head')].map(part => {
              const matrix = svgNow.getScreenCTM().inverse().multiply(part.getScreenCTM());
              return [matrix.e, matrix.f];
            });
            """);
        double[][] corners = [.. written.Boxes.Select(box => new[] { box.Area.Left, box.Area.Top }), .. written.Arrows.Where(arrow => arrow.HasHead).Select(arrow => new[] { arrow.Points[^1].X, arrow.Points[^1].Y })];
        double[][] found = [.. seen.EnumerateArray().Select(pair => pair.EnumerateArray().Select(number => number.GetDouble()).ToArray())];
        Assert.Equal(corners.Length, found.Length);
        Assert.All(corners, corner => Assert.Contains(found, other => Math.Abs(corner[0] - other[0]) < 0.4 && Math.Abs(corner[1] - other[1]) < 0.4));
    }

    [BrowserFact]
    public void A_nested_model_folds_and_what_is_below_moves_up()
    {
        JsonElement seen = Run(Page(new Repeated()), """
            const top = boxes.filter(box => !box.parent), nestedOne = nested.find(box => !box.parent && !box.folded), low = top[top.length - 1];
            const height = id => document.getElementById(id).querySelector('rect').height.baseVal.value;
            const overlaps = () => {
              const areas = top.map(box => document.getElementById(box.id).querySelector('rect').getBoundingClientRect());
              return areas.some((a, i) => areas.some((b, j) => i < j && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
            };
            const state = () => ({ height: height(nestedOne.id), low: low.top, inner: document.getElementById(nestedOne.inner.boxes[0].id).getBoundingClientRect().height > 0, overlaps: overlaps() });
            const click = () => document.getElementById(nestedOne.id).querySelector('.fold').dispatchEvent(new MouseEvent('click', { bubbles: true }));
            const open = state(); click(); const folded = state(); click(); const again = state();
            document.getElementById('unfold').click(); const all = nested.every(box => !box.folded) && !overlaps();
            document.getElementById('fold').click(); const none = nested.every(box => box.folded) && !overlaps();
            return { open, folded, again, all, none };
            """);
        (JsonElement open, JsonElement folded) = (seen.GetProperty("open"), seen.GetProperty("folded"));
        double saved = open.GetProperty("height").GetDouble() - folded.GetProperty("height").GetDouble();
        Assert.True(saved > 100);
        Assert.Equal(saved, open.GetProperty("low").GetDouble() - folded.GetProperty("low").GetDouble(), 0.1);
        Assert.Equal((true, false), (open.GetProperty("inner").GetBoolean(), folded.GetProperty("inner").GetBoolean()));
        Assert.Equal((false, false), (open.GetProperty("overlaps").GetBoolean(), folded.GetProperty("overlaps").GetBoolean()));
        Assert.Equal(open.GetRawText(), seen.GetProperty("again").GetRawText());
        Assert.True(seen.GetProperty("all").GetBoolean() && seen.GetProperty("none").GetBoolean());
    }

    [BrowserFact]
    public void A_search_finds_what_is_folded_and_brings_it_into_view()
    {
        JsonElement seen = Run(Page(new Repeated()), """
            const input = document.getElementById('search');
            const wanted = nested.find(box => box.folded).inner.boxes[1];
            document.getElementById('fold').click();
            input.value = wanted.details.split('\n')[0].toUpperCase();
            input.dispatchEvent(new Event('input'));
            const found = document.getElementById('found').textContent, marked = document.querySelectorAll('.hit').length;
            for (let i = 0; i <= hits.indexOf(wanted); i++) input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
            const area = document.getElementById(wanted.id).querySelector('rect').getBoundingClientRect();
            const inView = area.height > 0 && area.left >= 0 && area.top >= 0 && area.right <= innerWidth && area.bottom <= innerHeight;
            input.value = 'no such layer'; input.dispatchEvent(new Event('input'));
            return { found, marked, inView, none: document.getElementById('found').textContent };
            """);
        Assert.Equal($"{seen.GetProperty("marked").GetInt32()} found", seen.GetProperty("found").GetString());
        Assert.True(seen.GetProperty("inView").GetBoolean());
        Assert.Equal("0 found", seen.GetProperty("none").GetString());
    }

    [BrowserFact]
    public void The_pointer_moves_enlarges_and_asks()
    {
        JsonElement seen = Run(Page(new PairOfPictures()), """
            const box = boxes.find(box => box.inner), group = document.getElementById(box.id), panel = document.getElementById('details');
            const pointer = (target, type, x, y) => target.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: x, clientY: y, pointerId: 1 }));
            view.setPointerCapture = () => {};
            const where = () => group.getBoundingClientRect();
            const start = where();
            pointer(view, 'pointerdown', 300, 300); pointer(view, 'pointermove', 340, 280); pointer(view, 'pointerup', 340, 280); pointer(view, 'pointermove', 0, 0);
            const moved = where();
            view.dispatchEvent(new WheelEvent('wheel', { deltaY: -400, clientX: moved.left, clientY: moved.top, cancelable: true }));
            const larger = where();
            document.getElementById('fit').click();
            const all = svg.getBBox(), scale = svg.getScreenCTM().a;
            pointer(group, 'pointerover', 10, 10);
            const asked = panel.textContent, near = document.querySelectorAll('.arrow.near').length;
            pointer(view, 'pointerover', 10, 10);
            return { x: moved.left - start.left, y: moved.top - start.top, scale: larger.width / moved.width, stays: Math.hypot(larger.left - moved.left, larger.top - moved.top),
              fits: all.height * scale <= innerHeight + 1, asked, near, gone: panel.hidden && document.querySelectorAll('.arrow.near').length === 0 };
            """);
        Assert.Equal((40, -20), (seen.GetProperty("x").GetDouble(), seen.GetProperty("y").GetDouble()), (a, b) => Math.Abs(a.Item1 - b.Item1) < 0.5 && Math.Abs(a.Item2 - b.Item2) < 0.5);
        Assert.Equal(Math.E, seen.GetProperty("scale").GetDouble(), 0.05);
        Assert.True(seen.GetProperty("stays").GetDouble() < 2);
        Assert.True(seen.GetProperty("fits").GetBoolean() && seen.GetProperty("gone").GetBoolean());
        Assert.Contains("shared layer encoder", seen.GetProperty("asked").GetString(), StringComparison.Ordinal);
        Assert.InRange(seen.GetProperty("near").GetInt32(), 2, 10);
    }

    private string Page<T>(T model)
        where T : IModel, IDisposable
    {
        using (model) return Page(model.Graph);
    }

    private string Page(ModelGraph graph)
    {
        ModelPlot.Save(graph, _folder.File("model.html"));
        return File.ReadAllText(_folder.File("model.html"));
    }

    /// <summary>What a script in the page returns.</summary>
    private JsonElement Run(string html, string script)
    {
        string test = $"<script>document.body.dataset.result = JSON.stringify((() => {{ {script} }})());</script>\n</body>";
        string path = _folder.File("test.html");
        File.WriteAllText(path, html.Replace("</body>", test, StringComparison.Ordinal));
        string page = Browser.Open(path);
        Match result = ResultIn().Match(page);
        Assert.True(result.Success, $"The script failed in\n{page}");
        return JsonDocument.Parse(WebUtility.HtmlDecode(result.Groups[1].Value)).RootElement;
    }

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex PictureIn();

    [GeneratedRegex("data-result=\"([^\"]*)\"")]
    private static partial Regex ResultIn();
}
