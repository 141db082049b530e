using System.Diagnostics;

namespace GraphGen.EndToEnd.Tests;

/// <summary>The SDK's command line.</summary>
internal static class DotNet
{
    /// <summary>Runs a command and gives its exit code and all that it printed.</summary>
    public static (int ExitCode, string Output) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test's own run of MSBuild and of the test host have set is not a user's surroundings.
        foreach (string variable in start.Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || key == "DOTNET_STARTUP_HOOKS").ToArray())
            start.Environment.Remove(variable);

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
