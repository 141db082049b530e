using System.Text.Json;

namespace GraphGen.Persistence;

/// <summary>Reads the header of a safetensors file, of which nothing is believed.</summary>
internal ref struct SafetensorsHeader
{
    public const string Metadata = "__metadata__";
    public const string ElementType = "dtype";
    public const string Shape = "shape";
    public const string Offsets = "data_offsets";

    /// <summary>The format has three; a few more are left to fields to come.</summary>
    private const int MostDepth = 8;

    private readonly Dictionary<string, StoredTensor> _tensors = [];
    private readonly List<(long Begin, long End, string Key)> _places = [];
    private readonly long _start;
    private readonly long _length;
    private Dictionary<string, string>? _metadata;
    private Utf8JsonReader _json;

    private SafetensorsHeader(ReadOnlySpan<byte> header, long fileLength)
    {
        _json = new Utf8JsonReader(header, new JsonReaderOptions { MaxDepth = MostDepth });
        _start = SafetensorsFormat.PrefixBytes + header.Length;
        _length = fileLength - _start;
    }

    /// <summary>What a file holds.</summary>
    /// <param name="header">The header.</param>
    /// <param name="fileLength">The bytes of the whole file.</param>
    /// <exception cref="FormatException">What is wrong with the header, as what follows the file's name in a sentence.</exception>
    public static StoredState Read(ReadOnlySpan<byte> header, long fileLength)
    {
        if (header.IsEmpty || header[0] != '{') throw new FormatException("has a header that does not begin with '{'");
        try
        {
            return new SafetensorsHeader(header, fileLength).Read();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The latter for text that is no UTF-8.
            throw new FormatException($"has a header that is no JSON: {fault.Message.TrimEnd('.')}", fault);
        }
    }

    private StoredState Read()
    {
        _json.Read();
        while (NextName() is { } key)
        {
            if (key != Metadata) ReadTensor(key);
            else if (_metadata is null) ReadMetadata();
            else throw new FormatException($"has {Metadata} twice");
        }

        // Only blanks may follow, and the reader refuses all else.
        _json.Read();
        CheckPlaces();
        return new StoredState(_tensors, _metadata ?? []);
    }

    private void ReadMetadata()
    {
        Expect(JsonTokenType.StartObject, Metadata);
        _metadata = [];
        while (NextName() is { } name)
        {
            Expect(JsonTokenType.String, $"{Metadata}.{name}");
            if (!_metadata.TryAdd(name, _json.GetString()!)) throw new FormatException($"has '{name}' twice in {Metadata}");
        }
    }

    private void ReadTensor(string key)
    {
        string? typeName = null;
        List<long>? shape = null, offsets = null;
        Expect(JsonTokenType.StartObject, key);
        while (NextName() is { } field)
        {
            bool isSecond = field switch { ElementType => typeName is not null, Shape => shape is not null, Offsets => offsets is not null, _ => false };
            if (isSecond) throw new FormatException($"has '{field}' twice for '{key}'");
            if (field == ElementType) typeName = ReadText($"{key}.{field}");
            else if (field == Shape) shape = ReadNumbers($"{key}.{field}");
            else if (field == Offsets) offsets = ReadNumbers($"{key}.{field}");
            else _json.Skip();
        }

        if (typeName is null || shape is null || offsets is not [long begin, long end])
            throw new FormatException($"does not give '{key}' a {ElementType}, a {Shape} and two {Offsets}");
        SafetensorsType type = SafetensorsType.Named(typeName) ?? throw new FormatException($"gives '{key}' the unknown element type '{typeName}'");
        long bytes = StoredShape.Bytes(key, shape, type.Bits);
        if (begin > end || end > _length || end - begin != bytes)
            throw new FormatException($"has '{key}', of {bytes} bytes, at bytes {begin} to {end} of {_length}");
        _places.Add((begin, end, key));
        if (!_tensors.TryAdd(key, new StoredTensor(typeName, type.Type, shape, _start + begin))) throw new FormatException($"has '{key}' twice");
    }

    /// <summary>The tensors fill what follows the header, each beginning where another ends.</summary>
    private readonly void CheckPlaces()
    {
        _places.Sort();
        long at = 0;
        foreach ((long begin, long end, string key) in _places)
        {
            if (begin != at) throw new FormatException($"has '{key}' at byte {begin}, where the tensor before it ends at {at}");
            at = end;
        }

        if (at != _length) throw new FormatException($"has {_length - at} bytes behind its last tensor");
    }

    private string ReadText(string field)
    {
        Expect(JsonTokenType.String, field);
        return _json.GetString()!;
    }

    private List<long> ReadNumbers(string field)
    {
        Expect(JsonTokenType.StartArray, field);
        List<long> numbers = [];
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt64(out long number) || number < 0)
                throw new FormatException($"has something in '{field}' that is no whole number from 0 to {long.MaxValue}");
            if (numbers.Count == StoredShape.MostAxes) throw new FormatException($"has more than {StoredShape.MostAxes} numbers in '{field}'");
            numbers.Add(number);
        }

        return numbers;
    }

    private void Expect(JsonTokenType type, string field)
    {
        _json.Read();
        if (_json.TokenType != type) throw new FormatException($"has a {_json.TokenType} as '{field}' instead of a {type}");
    }

    /// <summary>The next name of the object that is being read; null at its end.</summary>
    private string? NextName()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName ? _json.GetString() : null;
    }
}
