namespace Workflows.Specs.Support.Browser;

/// <summary>The machine's own Chromium: no browser is ever downloaded.</summary>
public static class Chromium
{
    public const string Missing = "No Chromium: set WORKFLOWS_CHROMIUM to its path, or install it as /usr/bin/chromium.";

    /// <summary>Root may not use the sandbox, and a machine for tests has no screen.</summary>
    public static readonly IReadOnlyList<string> Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>Its path, or null where there is none.</summary>
    public static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("WORKFLOWS_CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(File.Exists);
}
