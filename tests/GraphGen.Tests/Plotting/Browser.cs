using System.Diagnostics;

namespace GraphGen.Tests.Plotting;

/// <summary>A test in a browser, for machines that have Chromium.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Program is null) Skip = "Chromium is not installed: on Debian, apt-get install chromium";
    }
}

/// <summary>Chromium without a window.</summary>
internal static class Browser
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    // Without the network, of which the pages have no need; without a sandbox, which root cannot have.
    private static readonly string[] s_arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--window-size=1200,900", "--virtual-time-budget=2000", "--dump-dom",
    ];

    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>The page after its scripts have run.</summary>
    /// <param name="path">The file.</param>
    public static string Open(string path)
    {
        using var profile = new TemporaryFolder();
        using Process process = Process.Start(new ProcessStartInfo(Program!, [.. s_arguments, $"--user-data-dir={profile.Path}", new Uri(path).AbsoluteUri])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> page = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("Chromium did not end within two minutes.");
        }

        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return page.GetAwaiter().GetResult();
    }
}
