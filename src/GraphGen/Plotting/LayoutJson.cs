using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GraphGen.Plotting;

/// <summary>What a page needs to know to stack the bands again when a nested model is folded.</summary>
internal static class LayoutJson
{
    /// <summary>The places as JSON that may stand in a page: signs that end a script are escaped.</summary>
    public static string Write(Layout layout)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("stem", Layout.Stem);
            json.WriteNumber("padding", Layout.Padding);
            json.WritePropertyName("model");
            Write(json, layout, Picture.RootPrefix);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Layout layout, string prefix)
    {
        json.WriteStartObject();
        WriteNumbers(json, "curves", layout.Curves);
        json.WriteStartArray("boxes");
        foreach (PlacedBox box in layout.Boxes) Write(json, box);
        json.WriteEndArray();
        json.WriteStartArray("routes");
        for (int i = 0; i < layout.Routes.Count; i++) Write(json, layout.Routes[i], Picture.RouteId(prefix, i));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlacedBox box)
    {
        json.WriteStartObject();
        json.WriteString("id", box.Box.Id);
        json.WriteNumber("band", box.Band);
        json.WriteNumber("left", Math.Round(box.Left, 1));
        json.WriteNumber("height", box.TextHeight);
        if (box.Inner is not null)
        {
            json.WriteBoolean("folded", box.Box.IsFolded);
            json.WritePropertyName("inner");
            Write(json, box.Inner, Picture.PrefixOf(box.Box));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Route route, string id)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("from", route.From.Box.Id);
        json.WriteString("to", route.To?.Box.Id ?? "");
        WriteNumbers(json, "xs", route.Xs);
        json.WriteNumber("first", route.FirstBand);
        json.WriteNumber("last", route.LastBand);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers) json.WriteNumberValue(Math.Round(number, 1));
        json.WriteEndArray();
    }
}
