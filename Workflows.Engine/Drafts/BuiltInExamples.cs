using Workflows.Engine.Hosting;

namespace Workflows.Engine.Drafts;

/// <summary>The example applications that the program brought: no part of what runs, but of what analysts try.</summary>
internal static class BuiltInExamples
{
    /// <summary>By path in a library; empty for a service that the program did not bring.</summary>
    public static IReadOnlyDictionary<string, string> Of(string service)
    {
        var folder = Path.Combine(EngineStart.Library, "services", service, "examples");
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").ToDictionary(file => $"services/{service}/examples/{Path.GetFileName(file)}", File.ReadAllText)
            : new Dictionary<string, string>();
    }
}
