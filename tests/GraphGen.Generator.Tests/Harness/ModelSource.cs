using Xunit.Abstractions;

namespace GraphGen.Generator.Tests.Harness;

/// <summary>A source file with models that are in order.</summary>
/// <param name="Name">What a test's name calls it.</param>
/// <param name="Text">C#.</param>
public sealed record ModelSource(string Name, string Text) : IXunitSerializable
{
    [Obsolete("For xunit.")]
    public ModelSource()
        : this("", "")
    {
    }

    public string Name { get; private set; } = Name;

    public string Text { get; private set; } = Text;

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(Text), Text);
    }

    public void Deserialize(IXunitSerializationInfo info)
    {
        Name = info.GetValue<string>(nameof(Name));
        Text = info.GetValue<string>(nameof(Text));
    }

    public override string ToString() => Name;
}
