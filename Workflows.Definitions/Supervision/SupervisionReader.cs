using Workflows.Definitions.Libraries;

namespace Workflows.Definitions.Supervision;

/// <summary>Reads the folder <c>supervision/</c>: a rule a file, and the policy.</summary>
internal static class SupervisionReader
{
    private const string Folder = "supervision";

    /// <summary>Reads all rules; errors go to the files' errors as well.</summary>
    public static SupervisionRules Read(LibraryFiles files)
    {
        var before = files.Errors.Count;
        var rules = files.FilesIn(Folder, ".yaml").Select(source => Rule(files, source)).OfType<SupervisionRule>().ToList();
        var policy = rules.Count > 0 || files.FilesIn($"{Folder}/policy", ".yaml").Any() ? Policy(files) : null;
        return new SupervisionRules(rules, policy, files.Errors[before..]);
    }

    private static SupervisionRule? Rule(LibraryFiles files, string source)
    {
        var before = files.Errors.Count;
        var rule = files.Yaml(source) is { } file ? RuleReader.Read(file, Path.GetFileNameWithoutExtension(source)) : null;
        return files.Errors.Count == before ? rule : null;
    }

    private static CardPolicy? Policy(LibraryFiles files)
    {
        var before = files.Errors.Count;
        var policy = files.Yaml(CardPolicyReader.Source) is { } file ? CardPolicyReader.Read(file) : null;
        return files.Errors.Count == before ? policy : null;
    }
}
