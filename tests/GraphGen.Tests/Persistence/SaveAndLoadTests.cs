using System.Text.Json;
using GraphGen.Persistence;
using TorchSharp;
using Tutorial;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Persistence;

/// <summary>Layers with names of their own in the file, buffers that are trained and not, and a member of the user's own.</summary>
[Model]
public partial class Filed
{
    static readonly Input x = Input(3, 8, 8);
    [Name("stem")] static readonly Node conv = Conv2D(4, kernel: 3, activation: ReLU)(x);
    static readonly Node normal = BatchNormalization()(conv);
    static readonly Node scale = Weight(4, 6, 6);
    [Name("head")] static readonly Output y = Dense(2)(Flatten()(normal * scale));
}

/// <summary>A model whose user has the members of files for something else.</summary>
[Model]
public partial class FiledByHand
{
    static readonly Input x = Input(3);
    static readonly Output y = Dense(2)(x);

    public int Load { get; } = 4;

    public string Save(string path) => $"to {path}, {Load} times";
}

public sealed class SaveAndLoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Extensions => [".safetensors", ".dat", ".SafeTensors", ""];

    public static TheoryData<string, string> TutorialModels
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string model in new[] { "Mlp", "ConvNet", "RecurrentNet", "SharedInput", "SharedFeatures", "SeveralInputs", "SeveralOutputs", "SharedLayers" })
            {
                data.Add(model, ".safetensors");
                data.Add(model, ".dat");
            }

            return data;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(TutorialModels))]
    public void Every_model_of_the_tutorial_comes_back(string name, string extension)
    {
        Type type = typeof(Mlp).Assembly.GetType($"Tutorial.{name}", throwOnError: true)!;
        using var saved = (nn.Module)Activator.CreateInstance(type, [null, null])!;
        using var loaded = (nn.Module)Activator.CreateInstance(type, [null, null])!;
        ModelFile.Save(saved, _folder.File("model" + extension));
        LoadReport report = ModelFile.Load(loaded, _folder.File("model" + extension));
        Assert.True(report.IsComplete);
        Assert.Equal(saved.state_dict().Keys, report.Loaded);
        States.AssertEqual(States.Copy(saved), loaded);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void A_model_saves_and_loads_itself(string extension)
    {
        using var saved = new Filed();
        using var loaded = new Filed();
        using Tensor x = rand(2, 3, 8, 8);
        saved.call(x).Dispose();
        saved.Save(_folder.File("model" + extension));
        Assert.True(loaded.Load(_folder.File("model" + extension)).IsComplete);
        States.AssertEqual(States.Copy(saved), loaded);
        Assert.Equal(["model" + extension], _folder.Names);

        saved.eval();
        loaded.eval();
        using Tensor expected = saved.call(x), actual = loaded.call(x);
        Assert.True(expected.Equals(actual));
    }

    [Fact]
    public void The_users_own_members_stay()
    {
        using var model = new FiledByHand();
        Assert.Equal("to x, 4 times", model.Save("x"));
        Assert.Equal(4, model.Load);
    }

    [Fact]
    public void The_header_has_the_keys_of_the_state_dict_and_the_signature()
    {
        using var model = new Filed();
        Safetensors.Save(model, _folder.File("x.safetensors"), new Dictionary<string, string> { ["epoch"] = "7" });
        byte[] file = File.ReadAllBytes(_folder.File("x.safetensors"));
        Assert.Equal(model.state_dict().Keys.Order(), SafetensorsBytes.Read(file).Keys.Order());
        Assert.Equal(["head", "normal", "scale", "stem"], SafetensorsBytes.Read(file).Keys.Select(key => key.Split('.')[0]).Distinct().Order());
        using JsonDocument header = JsonDocument.Parse(SafetensorsBytes.Header(file));
        Dictionary<string, string?> metadata = header.RootElement.GetProperty("__metadata__").EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString());
        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["format"] = "pt",
                ["graphgen.model"] = "Filed",
                ["graphgen.signature"] = "N 3 8 8 -> N 2",
                ["graphgen.names"] = "x y",
                ["epoch"] = "7",
            },
            metadata);
        Assert.Equal("7", model.Load(_folder.File("x.safetensors")).Metadata["epoch"]);
    }

    [Fact]
    public void Elements_are_aligned_and_saving_twice_gives_the_same_bytes()
    {
        using Bag bag = Bag.OfAllTypes(1);
        Safetensors.Save(bag, _folder.File("a.safetensors"));
        Safetensors.Save(bag, _folder.File("b.safetensors"));
        byte[] file = File.ReadAllBytes(_folder.File("a.safetensors"));
        Assert.Equal(file, File.ReadAllBytes(_folder.File("b.safetensors")));
        string header = SafetensorsBytes.Header(file);
        Assert.Equal(0, (8 + header.Length) % 8);
        using JsonDocument json = JsonDocument.Parse(header);
        foreach ((string key, Tensor tensor) in bag.state_dict())
            Assert.Equal(0, json.RootElement.GetProperty(key).GetProperty("data_offsets")[0].GetInt64() % tensor.ElementSize);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Every_element_type_comes_back(string extension)
    {
        using Bag saved = Bag.OfAllTypes(1), loaded = Bag.OfAllTypes(2);
        ModelFile.Save(saved, _folder.File("x" + extension));
        Assert.True(ModelFile.Load(loaded, _folder.File("x" + extension)).IsComplete);
        States.AssertEqual(States.Copy(saved), loaded);
    }

    [Theory]
    [InlineData(".safetensors")]
    [InlineData(".dat")]
    public void Elements_that_lie_otherwise_are_written_and_read_row_by_row(string extension)
    {
        Tensor Rows() => arange(24, ScalarType.Float32).view(2, 3, 2, 2);
        Tensor ChannelsLast(Tensor tensor) => tensor.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        using var saved = new Bag(
            ("last", ChannelsLast(Rows())), ("turned", Rows().view(6, 4).t()), ("part", Rows().view(4, 6).narrow(1, 2, 3)));
        Assert.All(saved.state_dict().Values, tensor => Assert.False(tensor.is_contiguous()));
        ModelFile.Save(saved, _folder.File("x" + extension));
        using var rows = new Bag(("last", zeros(2, 3, 2, 2)), ("turned", zeros(4, 6)), ("part", zeros(4, 3)));
        ModelFile.Load(rows, _folder.File("x" + extension));
        States.AssertEqual(States.Copy(saved), rows);
        using var same = new Bag(("last", ChannelsLast(zeros(2, 3, 2, 2))), ("turned", zeros(6, 4).t()), ("part", zeros(4, 6).narrow(1, 2, 3)));
        ModelFile.Load(same, _folder.File("x" + extension));
        States.AssertEqual(States.Copy(saved), same);
    }

    [Fact]
    public void A_tensor_of_several_pieces_comes_back()
    {
        const long Count = (64 << 18) + 12_345;
        using var saved = new Bag(("many", arange(Count, ScalarType.Int32)));
        using var loaded = new Bag(("many", zeros(Count, ScalarType.Int32)));
        ModelFile.Save(saved, _folder.File("x.safetensors"));
        ModelFile.Load(loaded, _folder.File("x.safetensors"));
        States.AssertEqual(States.Copy(saved), loaded);
    }

    [Fact]
    public void A_byte_that_is_no_bool_counts_as_true()
    {
        string path = _folder.Write("x.safetensors", SafetensorsBytes.Of("""{"b":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]}}""", 0, 1, 255));
        using var bag = new Bag(("b", zeros(3, ScalarType.Bool)));
        Safetensors.Load(bag, path);
        Assert.Equal(new byte[] { 0, 1, 1 }, bag["b"].bytes.ToArray());
    }

    [Theory]
    [InlineData(".safetensors")]
    [InlineData(".dat")]
    public void What_does_not_fit_is_named_and_nothing_changes(string extension)
    {
        string path = _folder.File("x" + extension);
        using var saved = new Bag(("same", ones(2)), ("shape", ones(2, 3)), ("type", ones(4)), ("only_saved", ones(1)));
        using var loaded = new Bag(("same", zeros(2)), ("shape", zeros(3, 2)), ("type", zeros(4, ScalarType.Int32)), ("only_loaded", zeros(1)));
        ModelFile.Save(saved, path);
        Dictionary<string, Tensor> before = States.Copy(loaded);

        var fault = Assert.Throws<ModelMismatchException>(() => ModelFile.Load(loaded, path));
        Assert.Equal(
            $"'{path}' is not of this model: 1 missing (only_loaded); 1 unexpected (only_saved); 2 mismatched (shape is (2, 3) Float32 instead of (3, 2) Float32, "
            + "type is (4) Float32 instead of (4) Int32).",
            fault.Message);
        Assert.Equal(path, fault.Path);
        States.AssertEqual(before, loaded);

        LoadReport report = ModelFile.Load(loaded, path, strict: false);
        Assert.Equal(fault.Report.ToString(), report.ToString());
        Assert.Equal(["same"], report.Loaded);
        Assert.Equal(["only_loaded"], report.Missing);
        Assert.Equal(["only_saved"], report.Unexpected);
        Assert.Equal(
            [new KeyMismatch("shape", "(3, 2) Float32", "(2, 3) Float32"), new KeyMismatch("type", "(4) Int32", "(4) Float32")], report.Mismatched);
        before["same"].fill_(1);
        States.AssertEqual(before, loaded);
    }

    [Theory]
    [InlineData(".safetensors", ScalarType.Float64)]
    [InlineData(".safetensors", ScalarType.BFloat16)]
    [InlineData(".dat", ScalarType.Float16)]
    public void Element_types_are_converted_only_when_asked(string extension, ScalarType type)
    {
        // The number of batches that a normalization counts is a whole one at first, and of the model's type in one made for another.
        using var saved = new Filed();
        using var loaded = new Filed(dtype: type);
        saved.Save(_folder.File("x" + extension));
        var fault = Assert.Throws<ModelMismatchException>(() => loaded.Load(_folder.File("x" + extension)));
        Assert.Equal(saved.state_dict().Count, fault.Report.Mismatched.Count);
        Assert.True(loaded.Load(_folder.File("x" + extension), convert: true).IsComplete);
        States.AssertEqual(States.Copy(saved).ToDictionary(item => item.Key, item => item.Value.to_type(type)), loaded);
        loaded.Save(_folder.File("y" + extension));
        Assert.True(saved.Load(_folder.File("y" + extension), convert: true).IsComplete);
        Dictionary<string, Tensor> back = saved.state_dict();
        States.AssertEqual(States.Copy(loaded).ToDictionary(item => item.Key, item => item.Value.to_type(back[item.Key].dtype)), saved);
    }

    [Theory]
    [InlineData(".safetensors")]
    [InlineData(".dat")]
    public void Complex_numbers_are_converted_to_no_others(string extension)
    {
        using var saved = new Bag(("a", ones(2)));
        using var loaded = new Bag(("a", zeros(2, ScalarType.ComplexFloat32)));
        ModelFile.Save(saved, _folder.File("x" + extension));
        Assert.Throws<ModelMismatchException>(() => ModelFile.Load(loaded, _folder.File("x" + extension), convert: true));
    }

    [Fact]
    public void A_file_of_another_class_with_the_same_weights_loads()
    {
        using var saved = new Bag(("a", ones(2)));
        Safetensors.Save(saved, _folder.File("x.safetensors"), new Dictionary<string, string> { ["graphgen.signature"] = "N 5 -> N 6", ["format"] = "np" });
        using var loaded = new Bag(("a", zeros(2)));
        Assert.Equal("np", Safetensors.Load(loaded, _folder.File("x.safetensors")).Metadata["format"]);
        States.AssertEqual(States.Copy(saved), loaded);
    }

    [Fact]
    public void Files_of_TorchSharp_are_those_that_it_writes_and_reads_itself()
    {
        using var model = new Filed();
        using var other = new Filed();
        model.save(_folder.File("theirs.dat"));
        model.Save(_folder.File("ours.dat"));
        Assert.Equal(File.ReadAllBytes(_folder.File("theirs.dat")), File.ReadAllBytes(_folder.File("ours.dat")));
        other.load(_folder.File("ours.dat"));
        States.AssertEqual(States.Copy(model), other);
    }

    [Fact]
    public void A_type_that_the_format_has_not_is_refused_and_the_other_format_has_it()
    {
        using var saved = new Bag(("c", ones(2, ScalarType.ComplexFloat64)));
        using var loaded = new Bag(("c", zeros(2, ScalarType.ComplexFloat64)));
        var fault = Assert.Throws<NotSupportedException>(() => ModelFile.Save(saved, _folder.File("x.safetensors")));
        Assert.StartsWith("'c' is of type ComplexFloat64", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
        ModelFile.Save(saved, _folder.File("x.dat"));
        ModelFile.Load(loaded, _folder.File("x.dat"));
        States.AssertEqual(States.Copy(saved), loaded);
    }

    [Fact]
    public void A_type_that_TorchSharp_has_not_is_a_mismatch()
    {
        string path = _folder.Write("x.safetensors", SafetensorsBytes.Of("""{"a":{"dtype":"U16","shape":[1],"data_offsets":[0,2]}}""", 1, 0));
        using var bag = new Bag(("a", zeros(1, ScalarType.Int16)));
        Assert.Equal([new KeyMismatch("a", "(1) Int16", "(1) U16")], Safetensors.Load(bag, path, strict: false).Mismatched);
    }

    [Fact]
    public void The_same_file_can_be_saved_to_and_loaded_from_through_a_link()
    {
        using var saved = new Bag(("a", ones(2)));
        using var loaded = new Bag(("a", zeros(2)));
        File.WriteAllText(_folder.File("real.safetensors"), "");
        File.CreateSymbolicLink(_folder.File("link.safetensors"), _folder.File("real.safetensors"));
        Safetensors.Save(saved, _folder.File("link.safetensors"));
        Assert.NotNull(new FileInfo(_folder.File("link.safetensors")).LinkTarget);
        Safetensors.Load(loaded, _folder.File("link.safetensors"));
        States.AssertEqual(States.Copy(saved), loaded);
    }

    [Theory]
    [InlineData(".safetensors")]
    [InlineData(".dat")]
    public void No_tensor_is_left_behind(string extension)
    {
        using var model = new Filed();
        model.Save(_folder.File("x" + extension));
        model.Load(_folder.File("x" + extension));
        using var half = new Filed(dtype: ScalarType.Float64);
        long live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        model.Save(_folder.File("x" + extension));
        model.Load(_folder.File("x" + extension));
        half.Load(_folder.File("x" + extension), convert: true);
        half.Save(_folder.File("y" + extension));
        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }
}
