using System.Diagnostics;
using GraphGen.Inspection;

namespace GraphGen.Tests.Plotting;

/// <summary>What every plot promises, whatever the graph: nothing hides anything else, and everything leads down.</summary>
public class LayoutTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_graph_by_chance_is_drawn_so_that_all_of_it_is_seen(int seed) => Check(Graphs.Random(seed, size: 4 + (seed * seed % 90)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(500)]
    public void Residual_networks_are_drawn_in_a_time_that_grows_with_their_size(int blocks)
    {
        var watch = Stopwatch.StartNew();
        SvgPicture picture = SvgPicture.Of(Graphs.Residual(blocks));

        // A tenth of that on a machine with nothing else to do; work that grew with the square of the size would take minutes.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
        Assert.Equal(1 + (4 * blocks), picture.Boxes.Count);
        Assert.Equal((5 * blocks) + 1, picture.Arrows.Count);
    }

    [Fact]
    public void Both_ways_through_a_block_keep_apart() => Check(Graphs.Residual(20));

    [Fact]
    public void The_same_graph_gives_the_same_file() => Assert.Equal(SvgPicture.Of(Graphs.Random(7, 80)).Text, SvgPicture.Of(Graphs.Random(7, 80)).Text);

    [Fact]
    public void A_long_way_is_upright()
    {
        SvgPicture picture = SvgPicture.Of(Graphs.Residual(1));
        SeenBox add = Assert.Single(picture.Boxes, box => box.Lines.Contains("Add"));
        SeenArrow shortcut = Assert.Single(picture.Arrows, arrow => arrow.From == "n0" && arrow.To == add.Id);
        double[] besides = [.. shortcut.Points.Where(point => picture.Boxes.Any(box => box.Id is "n1" or "n2" or "n3" && box.Area.Top < point.Y && point.Y < box.Area.Bottom)).Select(point => Math.Round(point.X, 3)).Distinct()];
        Assert.Single(besides);
    }

    private static void Check(ModelGraph graph)
    {
        SvgPicture picture = SvgPicture.Of(graph);
        foreach (SeenBox box in picture.Boxes)
        {
            Assert.True(picture.Frame.Holds(box.Area), $"{box.Id} is outside of the picture");
            Assert.True(box.Parent is null || box.Parent.Area.Holds(box.Area), $"{box.Id} is outside of the box that it is in");
            Assert.All(box.LineAreas, line => Assert.True(box.Area.Holds(line), $"{box.Id} is too small for its text"));
            foreach (SeenBox other in picture.Boxes.TakeWhile(other => other != box).Where(other => !box.IsWithin(other)))
                Assert.False(box.Area.Overlaps(other.Area), $"{box.Id} and {other.Id} overlap");
        }

        for (int i = 0; i < picture.Labels.Count; i++)
        {
            (string text, Area area) = picture.Labels[i];
            Assert.True(picture.Frame.Holds(area), $"{text} is outside of the picture");
            Assert.DoesNotContain(picture.Labels.Skip(i + 1), other => other.Area.Overlaps(area));
            SeenBox? cut = picture.Boxes.FirstOrDefault(box => box.Area.Overlaps(area) && !box.Area.Holds(area));
            Assert.True(cut is null, $"{text} runs over {cut?.Id}");
        }

        foreach (SeenArrow arrow in picture.Arrows) Check(arrow, picture);
    }

    private static void Check(SeenArrow arrow, SvgPicture picture)
    {
        SeenBox from = picture.Boxes.Single(box => box.Id == arrow.From);
        Assert.All(arrow.Points.Zip(arrow.Points.Skip(1)), pair => Assert.True(pair.First.Y <= pair.Second.Y + 1e-9, $"{arrow.From} -> {arrow.To} goes up"));
        Assert.Equal(from.Area.Bottom, arrow.Points[0].Y, 0.3);
        Assert.InRange(arrow.Points[0].X, from.Area.Left, from.Area.Right);
        if (picture.Boxes.SingleOrDefault(box => box.Id == arrow.To) is { } to)
        {
            Assert.Equal(to.Area.Top, arrow.Points[^1].Y, 0.3);
            Assert.InRange(arrow.Points[^1].X, to.Area.Left, to.Area.Right);
            Assert.True(arrow.HasHead);
        }

        // Boxes around both ends are where the arrow is.
        foreach (SeenBox box in picture.Boxes.Where(box => !from.IsWithin(box)))
        {
            Area within = box.Area.Smaller(0.5);
            Assert.False(arrow.Points.Any(within.Holds), $"{arrow.From} -> {arrow.To} goes through {box.Id}");
        }
    }
}
