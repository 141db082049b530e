using System.Buffers.Binary;
using System.Text;
using GraphGen.Persistence;
using static TorchSharp.torch;

namespace GraphGen.Tests.Persistence;

/// <summary>Files that were damaged, or made to do harm, are refused with a word of what is wrong, and the model stays as it was.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Headers => new()
    {
        { "", "has a header that does not begin with '{'" },
        { " {}", "has a header that does not begin with '{'" },
        { "[]", "has a header that does not begin with '{'" },
        { "{", "has a header that is no JSON" },
        { "{}}", "has a header that is no JSON" },
        { "{},", "has a header that is no JSON" },
        { "{} /* all */", "has a header that is no JSON" },
        { """{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2],}}""", "has a header that is no JSON" },
        { """{"a":1}""", "has a Number as 'a' instead of a StartObject" },
        { """{"a":null}""", "has a Null as 'a' instead of a StartObject" },
        { """{"a":{}}""", "does not give 'a' a dtype, a shape and two data_offsets" },
        { """{"a":{"dtype":"U8","shape":[2]}}""", "does not give 'a' a dtype, a shape and two data_offsets" },
        { """{"a":{"dtype":"U8","shape":[2],"data_offsets":[0]}}""", "does not give 'a' a dtype, a shape and two data_offsets" },
        { """{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2,4]}}""", "does not give 'a' a dtype, a shape and two data_offsets" },
        { """{"a":{"dtype":"U9","shape":[2],"data_offsets":[0,2]}}""", "gives 'a' the unknown element type 'U9'" },
        { """{"a":{"dtype":8,"shape":[2],"data_offsets":[0,2]}}""", "has a Number as 'a.dtype' instead of a String" },
        { """{"a":{"dtype":"U8","shape":2,"data_offsets":[0,2]}}""", "has a Number as 'a.shape' instead of a StartArray" },
        { """{"a":{"dtype":"U8","shape":["2"],"data_offsets":[0,2]}}""", "has something in 'a.shape' that is no whole number" },
        { """{"a":{"dtype":"U8","shape":[2.0],"data_offsets":[0,2]}}""", "has something in 'a.shape' that is no whole number" },
        { """{"a":{"dtype":"U8","shape":[-1,-2],"data_offsets":[0,2]}}""", "has something in 'a.shape' that is no whole number" },
        { """{"a":{"dtype":"U8","shape":[2],"data_offsets":[-2,0]}}""", "has something in 'a.data_offsets' that is no whole number" },
        { """{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,99999999999999999999]}}""", "has something in 'a.data_offsets' that is no whole number" },
        { """{"a":{"dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,2]}}""", "gives 'a' the shape (4294967296, 4294967296), which has more elements than can be counted" },
        { """{"a":{"dtype":"U8","shape":[9223372036854775807],"data_offsets":[0,2]}}""", "gives 'a' the shape (9223372036854775807), which has more elements than can be counted" },
        { """{"a":{"dtype":"F4","shape":[3],"data_offsets":[0,2]}}""", "has 12 bits for 'a', which fill no whole bytes" },
        { """{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,2]}}""", "has 'a', of 3 bytes, at bytes 0 to 2 of 2" },
        { """{"a":{"dtype":"U8","shape":[2],"data_offsets":[2,0]}}""", "has 'a', of 2 bytes, at bytes 2 to 0 of 2" },
        { """{"a":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", "has 'a', of 2 bytes, at bytes 1 to 3 of 2" },
        { """{"a":{"dtype":"U8","shape":[2],"data_offsets":[9223372036854775805,9223372036854775807]}}""", "has 'a', of 2 bytes, at bytes 9223372036854775805 to" },
        { """{"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", "has 'a' at byte 1, where the tensor before it ends at 0" },
        { """{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", "has 1 bytes behind its last tensor" },
        { """{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", "has 'b' at byte 1, where the tensor before it ends at 2" },
        { """{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", "has 'a' twice" },
        { """{"a":{"dtype":"U8","dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", "has 'dtype' twice for 'a'" },
        { """{"a":{"dtype":"U8","shape":[2],"shape":[2],"data_offsets":[0,2]}}""", "has 'shape' twice for 'a'" },
        { """{"__metadata__":{},"__metadata__":{}}""", "has __metadata__ twice" },
        { """{"__metadata__":{"a":"1","a":"2"}}""", "has 'a' twice in __metadata__" },
        { """{"__metadata__":{"a":1}}""", "has a Number as '__metadata__.a' instead of a String" },
        { """{"__metadata__":[]}""", "has a StartArray as '__metadata__' instead of a StartObject" },
        { """{"\ud800":{}}""", "has a header that is no JSON" },
        { "{\"a\":{\"x\":" + new string('[', 5000) + new string(']', 5000) + "}}", "has a header that is no JSON" },
        { "{\"a\":{\"dtype\":\"U8\",\"shape\":[" + string.Join(',', Enumerable.Repeat(1, 65)) + "],\"data_offsets\":[0,2]}}", "has more than 64 numbers in 'a.shape'" },
    };

    public static TheoryData<byte[], string> TorchSharpFiles => new()
    {
        { [0x80], "ends within tensor 1" },
        { [1], "ends within tensor 1" },
        { [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01], "has no number as its number of tensors" },
        { [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01], "has a negative number as its number of tensors" },
        { [0xff, 0xff, 0xff, 0xff, 0x0f, 1, (byte)'a', 0, 1, 2, 5, 6], "ends within tensor 2" },
        { [1, 0xff, 0xff, 0xff, 0xff, 0x0f], "has a key of 4294967295 bytes, where 65536 are many" },
        { [1, 5, (byte)'a'], "ends within tensor 1" },
        { [1, 1, 0xff, 0, 0, 5], "has a key that is no UTF-8" },
        { [1, 1, (byte)'a', 99, 0, 5], "gives 'a' the unknown element type 99" },
        { [1, 1, (byte)'a', 0, 65, 5], "gives 'a' 65 axes, where a tensor has at most 64" },
        { [1, 1, (byte)'a', 0, 1, 3, 5, 6], "has only 2 of the 3 bytes of 'a'" },
        { [1, 1, (byte)'a', 0, 1, 2, 5, 6, 7], "has 1 bytes behind its last tensor" },
        { [2, 1, (byte)'a', 0, 0, 5, 1, (byte)'a', 0, 0, 6], "has 'a' twice" },
        { [1, 1, (byte)'a', 0, 2, 0xff, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0x7f], "gives 'a' the shape (34359738367, 34359738367), which has more" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_header_that_lies_is_refused(string header, string fault) => AssertRefused("x.safetensors", SafetensorsBytes.Of(header, 5, 6), fault);

    [Fact]
    public void A_header_that_is_no_UTF8_is_refused() =>
        AssertRefused("x.safetensors", SafetensorsBytes.Of([.. "{\""u8, 0xff, .. "\":{}}"u8], []), "has a header that is no JSON");

    [Theory]
    [InlineData(0, "has 2 bytes, too few for the length of a header")]
    [InlineData(100, "gives its header 100 bytes, and has only 2 behind that number")]
    [InlineData(100_000_001, "gives its header 100000001 bytes, where a safetensors file has at most 100000000")]
    [InlineData(ulong.MaxValue, "gives its header 18446744073709551615 bytes, where a safetensors file has at most 100000000")]
    public void A_header_longer_than_the_file_is_refused(ulong length, string fault)
    {
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, length);
        AssertRefused("x.safetensors", length == 0 ? [1, 2] : [.. prefix, .. "{}"u8], fault);
    }

    [Theory]
    [MemberData(nameof(TorchSharpFiles))]
    public void A_file_of_TorchSharps_that_lies_is_refused(byte[] file, string fault) => AssertRefused("x.dat", file, fault);

    [Theory]
    [InlineData("x.safetensors")]
    [InlineData("x.dat")]
    public void An_empty_file_a_folder_and_none_are_told_apart(string name)
    {
        AssertRefused(name, [], "is empty");
        Directory.CreateDirectory(_folder.File("folder" + name));
        using Bag bag = NewBag();
        Assert.Contains("is a folder", Assert.Throws<ModelFileException>(() => ModelFile.Load(bag, _folder.File("folder" + name))).Message, StringComparison.Ordinal);
        Assert.Equal(_folder.File("none" + name), Assert.Throws<FileNotFoundException>(() => ModelFile.Load(bag, _folder.File("none" + name))).FileName);
        if (OperatingSystem.IsLinux()) Assert.Contains("is empty", Assert.Throws<ModelFileException>(() => ModelFile.Load(bag, "/dev/zero")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x.safetensors")]
    [InlineData("x.dat")]
    public void A_file_cut_anywhere_is_refused(string name)
    {
        using Bag saved = Bag.OfAllTypes(1), loaded = Bag.OfAllTypes(2);
        ModelFile.Save(saved, _folder.File(name));
        byte[] file = File.ReadAllBytes(_folder.File(name));
        Dictionary<string, Tensor> before = States.Copy(loaded);
        for (int length = 0; length < file.Length; length++)
        {
            File.WriteAllBytes(_folder.File(name), file[..length]);
            Assert.Throws<ModelFileException>(() => ModelFile.Load(loaded, _folder.File(name)));
        }

        States.AssertEqual(before, loaded);
    }

    [Fact]
    public void Fields_that_are_not_known_are_passed_over()
    {
        string path = _folder.Write("x.safetensors", SafetensorsBytes.Of("""{"a":{"dtype":"U8","more":{"x":[[1]]},"shape":[2],"data_offsets":[0,2]}}   """, 5, 6));
        using Bag bag = NewBag();
        Safetensors.Load(bag, path);
        Assert.Equal(new byte[] { 5, 6 }, bag["a"].bytes.ToArray());
    }

    private static Bag NewBag() => new(("a", zeros(2, ScalarType.Byte)));

    private void AssertRefused(string name, byte[] file, string expected)
    {
        using Bag bag = NewBag();
        string path = _folder.Write(name, file);
        foreach (bool strict in new[] { true, false })
        {
            FormatException fault = Assert.Throws<ModelFileException>(() => ModelFile.Load(bag, path, strict));
            Assert.StartsWith($"'{path}' {expected}", fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal(new byte[] { 0, 0 }, bag["a"].bytes.ToArray());
    }
}
