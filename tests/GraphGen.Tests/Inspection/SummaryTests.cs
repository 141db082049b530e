using System.Text.Json;
using GraphGen.Inspection;
using GraphGen.Tests.Models;
using Microsoft.VisualBasic.FileIO;
using Tutorial;

namespace GraphGen.Tests.Inspection;

public class SummaryTests
{
    [Fact]
    public void Text_has_all_columns_and_the_totals()
    {
        using Mlp model = new();
        const string expected = """
            node     layer              from     input shape  output shape  element type  parameters  trainable  buffers  multiply-adds  activation bytes
            ---------------------------------------------------------------------------------------------------------------------------------------------
            visible  Input                                    (N, 10)       Float32                0          0        0              0                 0
            hidden1  Dense(10, ReLU)    visible  (N, 10)      (N, 10)       Float32              110        110        0            100                40
            hidden2  Dense(20, ReLU)    hidden1  (N, 10)      (N, 20)       Float32              220        220        0            200                80
            hidden3  Dense(10, ReLU)    hidden2  (N, 20)      (N, 10)       Float32              210        210        0            200                40
            output   Dense(1, Sigmoid)  hidden3  (N, 10)      (N, 1)        Float32               11         11        0             10                 4
            ---------------------------------------------------------------------------------------------------------------------------------------------
            Mlp: 551 parameters
            multiply-adds for one example: 510
            memory for a batch of 32 in Float32, without an optimizer's:
            weights 2,204 bytes (2.2 KiB), their gradients 2,204 bytes (2.2 KiB)
            inputs 1,280 bytes (1.3 KiB), activations at most 3,840 bytes (3.8 KiB) in inference, 5,248 bytes (5.1 KiB) in training
            together 7,324 bytes (7.2 KiB) in inference, 10,936 bytes (10.7 KiB) in training
            """;
        Assert.Equal(expected.ReplaceLineEndings(), model.Summary(SummaryFormat.Text, batchSize: 32));
    }

    [Fact]
    public void Markdown_is_a_table_in_which_no_cell_ends_another()
    {
        using Awkward model = new();
        string[] lines = model.Summary(SummaryFormat.Markdown).Split(Environment.NewLine);
        Assert.Equal("| node | layer | from | input shape | output shape | element type | parameters | trainable | buffers | multiply-adds | activation bytes |", lines[0]);
        Assert.Equal("| --- | --- | --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: |", lines[1]);
        Assert.Equal("| odd | Custom(Labelled, \"a\\|b, &lt;c>\") | x | (N, 4) | (N, 4) | Float32 | 0 | 0 | 0 | ? | 16 |", lines[3]);
        Assert.Equal(["", "- Awkward: 5 parameters", "- multiply-adds for one example: 4 + ?"], lines[5..]);
    }

    [Fact]
    public void Csv_is_read_by_another_reader_of_it()
    {
        using Awkward awkward = new();
        List<string[]> records = Read(awkward.Summary(SummaryFormat.Csv));
        Assert.Equal(["odd", "Custom(Labelled, \"a|b, <c>\")", "x", "(N, 4)", "(N, 4)", "Float32", "0", "0", "0", "?", "16", "", "0"], records[2]);
        using ConvNet model = new();
        records = Read(model.Summary(SummaryFormat.Csv));
        Assert.Equal(model.Graph.Nodes.Select(node => node.Name), records.Skip(1).Select(record => record[0]));
        Assert.Equal(["7904170", "35813"], new[] { 9, 6 }.Select(column => $"{records.Skip(1).Sum(record => int.Parse(record[column], System.Globalization.CultureInfo.InvariantCulture))}"));
        Assert.All(records, record => Assert.Equal(records[0].Length, record.Length));
        Assert.EndsWith("\r\n", model.Summary(SummaryFormat.Csv), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_numbers_where_they_are_known_and_expressions_where_not()
    {
        using Lengths model = new();
        using JsonDocument document = JsonDocument.Parse(model.Summary(SummaryFormat.Json));
        JsonElement[] nodes = [.. document.RootElement.GetProperty("nodes").EnumerateArray()];
        JsonElement read = nodes.Single(node => node.GetProperty("node").GetString() == "read");
        Assert.Equal("[\"N\",\"T\",8]", Compact(read.GetProperty("outputShape")));
        Assert.Equal("[[\"N\",\"T\",8],[\"N\",\"U\",8]]", Compact(read.GetProperty("inputShapes")));
        Assert.Equal("16 * T * U", read.GetProperty("multiplyAdds").GetString());
        Assert.Equal("32 * T", read.GetProperty("activationBytes").GetString());
        Assert.Equal("Int64", nodes.Single(node => node.GetProperty("node").GetString() == "words").GetProperty("elementType").GetString());
        Assert.Equal("32 * (T / 2)", nodes.Single(node => node.GetProperty("node").GetString() == "cut").GetProperty("activationBytes").GetString());
        Assert.False(document.RootElement.TryGetProperty("memory", out _));
        JsonElement totals = document.RootElement.GetProperty("totals");
        Assert.Equal((827, 827, 0, 0), (totals.GetProperty("parameters").GetInt32(), totals.GetProperty("trainable").GetInt32(), totals.GetProperty("frozen").GetInt32(), totals.GetProperty("buffers").GetInt32()));

        using Awkward unknown = new();
        using JsonDocument open = JsonDocument.Parse(unknown.Summary(SummaryFormat.Json));
        Assert.Equal(JsonValueKind.Null, open.RootElement.GetProperty("totals").GetProperty("multiplyAdds").ValueKind);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(7, 3)]
    [InlineData(40, 17)]
    public void Sizes_that_are_named_stand_in_place_of_the_names(int t, int u)
    {
        using Lengths model = new();
        List<string[]> records = Read(model.Summary(SummaryFormat.Csv, sizes: new Dictionary<string, long> { ["T"] = t, ["U"] = u }));
        string[] Row(string name) => records.Single(record => record[0] == name);
        Assert.Equal(($"(N, 8, {t / 2})", $"{32 * (t / 2)}"), (Row("cut")[4], Row("cut")[10]));
        Assert.Equal(($"{16 * t * u}", $"{t / 2 * 8 * 3}"), (Row("read")[9], Row("y")[9]));
        using TorchSharp.torch.Tensor a = TorchSharp.torch.ones(2, t, 8), words = TorchSharp.torch.zeros(2, u, dtype: TorchSharp.torch.int64);
        using TorchSharp.torch.Tensor y = model.call(a, words);
        Assert.Equal($"(N, {y.size(1)}, {y.size(2)})", Row("y")[4]);
    }

    [Fact]
    public void Weights_of_a_shared_layer_count_in_its_first_row()
    {
        using SharedLayers model = new();
        string[] rows = model.Summary(SummaryFormat.Text).Split(Environment.NewLine);
        Assert.Contains(rows, row => row.StartsWith("code2", StringComparison.Ordinal) && row.Contains("  shared with code1  ", StringComparison.Ordinal));
        List<string[]> records = Read(model.Summary(SummaryFormat.Csv));
        Assert.Equal(("0", "code1", "2048"), (records[4][6], records[4][11], records[4][9]));
    }

    [Fact]
    public void What_is_in_a_layer_has_rows_to_the_depth_that_is_asked_for()
    {
        using AroundWide model = new();
        string[] Nodes(int depth) => [.. Read(model.Summary(SummaryFormat.Csv, sizes: new Dictionary<string, long> { ["S"] = 4 }, depth: depth)).Skip(1).Select(record => record[0])];
        Assert.Equal(["x", "before", "wide", "copies", "y"], Nodes(0));
        string[] all = ["x", "before", "wide", "wide/x", "wide/middle", "wide/y", "copies", "copies/input", "copies/copies_dense", "copies/copies_dense_2", "copies/copies_dense_3", "y"];
        Assert.Equal(all, Nodes(1));
        Assert.Equal(all, Nodes(int.MaxValue));

        // In the nested model's own dimension until its value is known: it is twice that of the model around it.
        List<string[]> open = Read(model.Summary(SummaryFormat.Csv, depth: 1));
        Assert.Equal(("(N, T, 100)", "400 * T"), (open[5][4], open[5][9]));
        List<string[]> known = Read(model.Summary(SummaryFormat.Csv, sizes: new Dictionary<string, long> { ["S"] = 4 }, depth: 1));
        Assert.Equal(("(N, 8, 100)", $"{4 * 100 * 8}", "1"), (known[5][4], known[5][9], known[5][12]));
        string[] text = model.Summary(SummaryFormat.Text, depth: 1).Split(Environment.NewLine);
        Assert.Contains(text, row => row.StartsWith("  middle  ", StringComparison.Ordinal));
        using JsonDocument json = JsonDocument.Parse(model.Summary(SummaryFormat.Json, depth: 1));
        Assert.Equal(3, json.RootElement.GetProperty("nodes")[2].GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public void What_is_frozen_now_is_not_trainable_within_a_nested_model_either()
    {
        using FrozenParts model = new();
        string[] Half() => [.. Read(model.Summary(SummaryFormat.Csv, depth: 1)).Where(record => record[0].StartsWith("half", StringComparison.Ordinal)).Select(record => $"{record[0]} {record[6]} {record[7]} {record[8]}")];
        Assert.Equal(["half 28 20 9", "half/x 0 0 0", "half/kept 8 0 9", "half/y 20 20 0"], Half());
        model.Half.Unfreeze("kept");
        model.Half.Freeze("y");
        Assert.Equal(["half 28 8 9", "half/x 0 0 0", "half/kept 8 8 9", "half/y 20 0 0"], Half());
    }

    [Fact]
    public void Every_model_has_a_summary_in_every_format()
    {
        foreach (string name in CountTests.Names)
        {
            using TorchSharp.torch.nn.Module module = CountTests.Make(name);
            var model = (IModel)module;
            foreach (int depth in new[] { 0, int.MaxValue })
            {
                using JsonDocument json = JsonDocument.Parse(model.Summary(SummaryFormat.Json, batchSize: 2, depth: depth));
                Assert.All(Read(model.Summary(SummaryFormat.Csv, depth: depth)), record => Assert.Equal(13, record.Length));
                Assert.All(model.Summary(SummaryFormat.Markdown, depth: depth).Split(Environment.NewLine).TakeWhile(line => line.Length > 0), line => Assert.Equal(12, line.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|')));
                Assert.NotEmpty(model.Summary(SummaryFormat.Text, batchSize: 2, depth: depth));
            }
        }
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        using Lengths model = new();
        Assert.Equal("batchSize", Assert.Throws<ArgumentOutOfRangeException>(() => model.Summary(SummaryFormat.Text, batchSize: 0)).ParamName);
        Assert.Equal("depth", Assert.Throws<ArgumentOutOfRangeException>(() => model.Summary(SummaryFormat.Text, depth: -1)).ParamName);
        Assert.Equal("format", Assert.Throws<ArgumentOutOfRangeException>(() => model.Summary((SummaryFormat)9)).ParamName);
        Assert.Equal("sizes", Assert.Throws<ArgumentOutOfRangeException>(() => model.Summary(SummaryFormat.Text, sizes: new Dictionary<string, long> { ["T"] = 0 })).ParamName);
        ArgumentException unknown = Assert.Throws<ArgumentException>(() => model.Summary(SummaryFormat.Text, sizes: new Dictionary<string, long> { ["V"] = 3 }));
        Assert.Equal("sizes", unknown.ParamName);
        Assert.Contains("no dynamic dimension 'V': it has T, U", unknown.Message, StringComparison.Ordinal);
        Assert.Equal("model", Assert.Throws<ArgumentNullException>(() => ((IModel)null!).Summary(SummaryFormat.Text)).ParamName);
        Assert.Equal("model", Assert.Throws<ArgumentException>(() => new NoModule(model.Graph).Summary(SummaryFormat.Text)).ParamName);
    }

    [Fact]
    public void A_summary_leaves_no_tensor_behind()
    {
        using AroundWide model = new();
        model.Summary(SummaryFormat.Text, batchSize: 2, depth: 1);
        long before = TorchSharp.torch.Tensor.TotalCount;
        foreach (SummaryFormat format in Enum.GetValues<SummaryFormat>()) model.Summary(format, batchSize: 2, depth: 1);
        Assert.Equal(before, TorchSharp.torch.Tensor.TotalCount);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private static List<string[]> Read(string csv)
    {
        using var parser = new TextFieldParser(new StringReader(csv)) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        parser.SetDelimiters(",");
        List<string[]> records = [];
        while (!parser.EndOfData) records.Add(parser.ReadFields()!);
        return records;
    }

    private sealed record NoModule(ModelGraph Graph) : IModel;
}
