using System.Text.RegularExpressions;
using Workflows.Definitions.Libraries;

namespace Workflows.Definitions.Forms;

/// <summary>Reads a form, and the guided questions, which are fields too.</summary>
/// <param name="matters">The service's matters by code, which fields may name.</param>
internal sealed partial class FormReader(IReadOnlyDictionary<string, Services.ServiceMatter> matters)
{
    /// <summary>Reads <c>form.yaml</c>; field names are unique in the form.</summary>
    public FormDefinition Read(YamlMap file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sections = file.RequiredMaps("sections").Select(section => Section(section, names)).ToList();
        file.RefuseOtherKeys();
        return new FormDefinition(sections);
    }

    /// <summary>Reads a list of fields whose names are not yet among <paramref name="names"/>.</summary>
    public IReadOnlyList<FormField> Fields(YamlMap owner, string key, HashSet<string> names) =>
        [.. owner.RequiredMaps(key).Select(entry => Field(entry, names))];

    private FormSection Section(YamlMap entry, HashSet<string> names)
    {
        var section = new FormSection(entry.Code("code"), entry.Text("title"), entry.Condition("when"), Fields(entry, "fields", names));
        entry.RefuseOtherKeys();
        return section;
    }

    private FormField Field(YamlMap entry, HashSet<string> names)
    {
        var name = entry.Text("name");
        if (name.Length > 0 && !NamePattern().IsMatch(name))
        {
            entry.Refuse("name", $"Expected a field's name of letters and digits as floorArea, but it is '{name}'.");
        }
        else if (!names.Add(name))
        {
            entry.Refuse("name", $"Expected each field once, but '{name}' stands twice.");
        }

        var field = new FormField(
            name,
            entry.Text("label"),
            entry.Word<FieldKind>("kind"),
            entry.Flag("required"),
            entry.Condition("when"),
            entry.OptionalText("hint"),
            entry.OptionalNumber("minimum"),
            entry.OptionalNumber("maximum"),
            entry.OptionalInteger("maximum-length"),
            Pattern(entry),
            [.. entry.Maps("options").Select(Option)],
            entry.References("matters", matters, "a matter of the service"));
        entry.RefuseOtherKeys();
        if (field.Minimum > field.Maximum)
        {
            entry.Refuse("maximum", $"Expected a maximum not smaller than {field.Minimum}, but it is {field.Maximum}.");
        }

        if (field.Kind == FieldKind.Choice != field.Options.Count > 0)
        {
            entry.Refuse("options", $"Expected options for a field of kind choice and for no other, but field '{name}' is of kind {field.Kind} and has {field.Options.Count}.");
        }

        return field;
    }

    private static FieldOption Option(YamlMap entry)
    {
        var option = new FieldOption(entry.Text("value"), entry.Text("label"));
        entry.RefuseOtherKeys();
        return option;
    }

    private static string? Pattern(YamlMap entry)
    {
        var pattern = entry.OptionalText("pattern");
        try
        {
            _ = new Regex(pattern ?? "", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            entry.Refuse("pattern", $"Expected a regular expression without look-around and back references, but {exception.Message}");
        }

        return pattern;
    }

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
