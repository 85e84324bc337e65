using System.Text.Json;

namespace Workflows.Definitions.Processes.Comparing;

/// <summary>The names under which a comparison tells what changed.</summary>
internal static class PropertyName
{
    /// <summary>Kebab-case; several XML names of one thing become one.</summary>
    public static string Of(string localName) => localName switch
    {
        "conditionExpression" => "condition",
        "timerEventDefinition" => "timer",
        "sourceRef" => "source",
        "targetRef" => "target",
        _ => JsonNamingPolicy.KebabCaseLower.ConvertName(localName),
    };
}
