using System.Runtime.CompilerServices;

namespace GraphGen.Generator.Tests.Harness;

/// <summary>
/// Compares a text with the one that was accepted before, in the layout and naming of Verify: beside the test's file stands
/// <c>Class.Method_parameter=value#name.verified.cs</c>, and where the text differs, <c>....received.cs</c> is written beside it. To accept what tests receive, run them
/// once with the environment variable <c>GRAPHGEN_ACCEPT_SNAPSHOTS=1</c>, and read the difference before it is committed.
/// </summary>
internal static class Snapshot
{
    private static readonly bool s_accept = Environment.GetEnvironmentVariable("GRAPHGEN_ACCEPT_SNAPSHOTS") == "1";

    /// <param name="text">What the test made.</param>
    /// <param name="parameter">The test's parameter and its value, as <c>model=Mlp</c>.</param>
    /// <param name="name">What was made, without the extension.</param>
    /// <param name="file">The test's file, whose name is that of its class.</param>
    /// <param name="method">The test.</param>
    public static void Verify(string text, string parameter, string name, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        // A deterministic build, as CI makes, knows files by their place in the repository only.
        const string project = "tests/GraphGen.Generator.Tests/";
        string place = file.Replace('\\', '/');
        string test = Repository.PathOf(place[place.LastIndexOf(project, StringComparison.Ordinal)..]);
        string prefix = Path.ChangeExtension(test, null) + $".{method}_{parameter}#{name}";
        string verified = prefix + ".verified.cs";
        string received = prefix + ".received.cs";
        File.Delete(received);
        if (File.Exists(verified) && Normalize(File.ReadAllText(verified)) == Normalize(text)) return;
        if (s_accept)
        {
            File.WriteAllText(verified, text);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"The text differs from what was accepted: compare {received} with {verified}. GRAPHGEN_ACCEPT_SNAPSHOTS=1 accepts it.");
    }

    /// <summary>Line ends are git's business.</summary>
    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');
}
