using System.Reflection;

namespace GraphGen.Generator.Tests.Harness;

/// <summary>Files of this repository.</summary>
internal static class Repository
{
    private static readonly string s_root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!;

    public static string PathOf(params string[] parts) => Path.Combine([s_root, .. parts]);
}
