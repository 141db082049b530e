namespace GraphGen.Analyzers.Tests.Harness;

/// <summary>A test of sources that break a rule.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class BreaksAttribute(string rule) : Attribute
{
    public string Rule { get; } = rule;
}

/// <summary>A test of sources that come near to breaking a rule, and do not.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class KeepsAttribute(string rule) : Attribute
{
    public string Rule { get; } = rule;
}
