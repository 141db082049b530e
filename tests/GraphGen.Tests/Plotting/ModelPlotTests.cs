using GraphGen.Inspection;
using GraphGen.Tests.Models;
using Tutorial;

namespace GraphGen.Tests.Plotting;

/// <summary>What plots tell of models.</summary>
public class ModelPlotTests
{
    [Fact]
    public void A_model_plots_itself()
    {
        using var folder = new TemporaryFolder();
        using ConvNet model = new();
        model.Plot(folder.File("model.svg"));
        SvgPicture picture = SvgPicture.Parse(File.ReadAllText(folder.File("model.svg")));

        Assert.Equal(model.Graph.Nodes.Select(node => node.Name), picture.Boxes.Select(box => box.Lines[0]));
        Assert.Equal(["conv1", "Conv2D(32, 4x4, ReLU)", "544 parameters"], picture.Boxes[1].Lines);
        Assert.Equal("conv1\nConv2D(32, 4x4, ReLU)\nfrom visible\nshape (N, 32, 61, 61)\n544 parameters\nkey conv1", picture.Boxes[1].Details);
        Assert.Equal(model.Graph.Nodes.Select(node => $"({string.Join(", ", node.Shape)})").Order(), picture.Labels.Select(label => label.Text).Order());
        Assert.Contains("ConvNet: 35,813 parameters", picture.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Boxes_of_a_shared_layer_have_a_colour_of_their_own_and_name_one_another()
    {
        using SharedLayers model = new();
        SvgPicture picture = SvgPicture.Of(model.Graph);
        SeenBox[] shared = [.. picture.Boxes.Where(box => box.Lines[0] is "code1" or "code2")];
        Assert.All(shared, box => Assert.Contains("shared layer encoder: code1, code2", box.Lines));
        Assert.Single(shared.Select(box => box.Fill).Distinct());
        Assert.DoesNotContain(picture.Boxes.Except(shared), box => box.Fill == shared[0].Fill);
    }

    [Fact]
    public void A_nested_model_is_a_box_around_its_boxes()
    {
        using PairOfPictures model = new();
        SvgPicture picture = SvgPicture.Of(model.Graph);
        foreach (ModelNode node in model.Graph.Nodes.Where(node => node.Layer == "encoder"))
        {
            SeenBox box = picture.Boxes.First(box => box.Parent is null && box.Lines[0].Split(", ").Contains(node.Name));
            Assert.Equal(["picture", "hidden1_flatten", "hidden1", "code", "mean"], picture.Boxes.Where(inner => inner.Parent == box).Select(inner => inner.Lines[0]));
        }
    }

    [Fact]
    public void Outputs_that_are_chosen_from_one_application_share_a_box_and_leave_it_apart()
    {
        ModelGraph inner = Graphs.Of(
            "Two",
            [new("x", null, [], ["N", "4"], null), new("a", "a", ["x"], ["N", "3"], null), new("b", "b", ["x"], ["N", "2"], null)],
            [new("a", "a", "Dense", "Dense(3)", 15, 0), new("b", "b", "Dense", "Dense(2)", 10, 0)],
            ["x"],
            [new("first", "a"), new("second", "b")]);
        ModelGraph graph = Graphs.Of(
            "Outer",
            [
                new("x", null, [], ["N", "4"], null), new("n", "two", ["x"], ["N", "2"], null, "[\"second\"]"), new("m", "two", ["x"], ["N", "3"], null, "[\"first\"]"),
                new("y", "join", ["m", "n"], ["N", "5"], null),
            ],
            [new("two", "two", "Use", "Two", 25, 0, Graph: inner), new("join", "join", "Concatenate", "Concatenate", 0, 0)],
            ["x"],
            [new("y", "y")]);
        SvgPicture picture = SvgPicture.Of(graph);

        SeenBox box = Assert.Single(picture.Boxes, box => box.Lines[0] == "n, m");
        Assert.DoesNotContain(box.Lines, line => line.StartsWith("shared", StringComparison.Ordinal));

        // Each arrow to 'y' begins where that output has left the nested model.
        double[] starts = [.. picture.Arrows.Where(arrow => arrow.From == box.Id).Select(arrow => arrow.Points[0].X).Order()];
        double[] ends = [.. picture.Arrows.Where(arrow => arrow.To.Length == 0 && arrow.From.StartsWith($"{box.Id}_", StringComparison.Ordinal)).Select(arrow => arrow.Points[^1].X).Order()];
        Assert.Equal(2, starts.Length);
        Assert.Equal(ends, starts, (a, b) => Math.Abs(a - b) < 0.3);
    }

    [Fact]
    public void Of_copies_only_the_first_shows_what_is_in_it()
    {
        using Repeated model = new();
        SvgPicture picture = SvgPicture.Of(model.Graph);
        SeenBox blocks = picture.Boxes.Single(box => box.Parent is null && box.Details.Contains("Repeat(3, Bottleneck", StringComparison.Ordinal));
        SeenBox[] copies = [.. picture.Boxes.Where(box => box.Parent == blocks && box.Lines.Contains("Bottleneck"))];
        Assert.Equal(3, copies.Length);
        Assert.Equal([true, false, false], copies.Select(copy => picture.Boxes.Any(box => box.Parent == copy)));
    }

    [Fact]
    public void An_output_of_another_name_is_told() => Assert.Contains("output y", SvgPicture.Of(Graphs.Residual(1)).Boxes[^1].Lines);
}
