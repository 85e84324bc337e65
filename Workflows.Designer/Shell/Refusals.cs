using System.Text.Json;
using Microsoft.Extensions.Localization;
using Workflows.Definitions.Forms;
using Workflows.Engine.Cases;
using Workflows.Engine.Files;

namespace Workflows.Designer.Shell;

/// <summary>What the engine refuses and finds wrong, as sentences for people: by code, with what the sentence names.</summary>
internal static class Refusals
{
    public static string Sentence(IStringLocalizer text, Rejected refusal) => text[
        $"RejectionCode.{refusal.Code}",
        [.. refusal.Arguments.Select(argument => Translated(text, argument)).Concat(Enumerable.Repeat("", 3))]];

    public static string Sentence(IStringLocalizer text, FileRefused refusal) =>
        text[$"FileRefusalCode.{refusal.Code}", [.. refusal.Arguments]];

    public static string Sentence(IStringLocalizer text, ApplicationFault fault) =>
        fault is { Code: "required" } && fault.Target.StartsWith("materials.", StringComparison.Ordinal)
            ? text["Fault.material-required"]
            : Sentence(text, fault.Code, fault.Arguments);

    public static string Sentence(IStringLocalizer text, FieldFault fault) =>
        Sentence(text, JsonNamingPolicy.KebabCaseLower.ConvertName(fault.Code.ToString()), fault.Arguments);

    // A wrong identification number says in its first argument what is wrong with it.
    private static string Sentence(IStringLocalizer text, string code, IReadOnlyList<string> arguments) =>
        code == "wrong-identity" ? text[$"IdentityFaultCode.{arguments[0]}", [.. arguments.Skip(1)]]
        : code == "wrong-type" ? text[$"Fault.wrong-type.{arguments[0]}"]
        : text[$"Fault.{code}", [.. arguments]];

    /// <summary>An argument that is a word of the engine (a state, a post) in the user's language; a name of a person or step stays.</summary>
    private static string Translated(IStringLocalizer text, string argument) =>
        new[] { text[$"WorkItemState.{argument}"], text[$"Role.{argument}"] }.FirstOrDefault(word => !word.ResourceNotFound)?.Value ?? argument;
}
