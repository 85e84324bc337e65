using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;

namespace Workflows.Designer.Incidents;

public sealed partial class IncidentRepair
{
    private bool skips;
    private string variable = "";
    private string values = "";
    private string reason = "";
    private string? flow;
    private string? fault;

    [Parameter, EditorRequired]
    public StoppedAt Stop { get; set; } = default!;

    [Parameter]
    public Rejected? Refusal { get; set; }

    [Parameter]
    public EventCallback<CaseCommand> OnCommand { get; set; }

    private string SkipKey => Stop.Flows.Count > 0 ? "Incident.SkipGateway" : Stop.Incident.Call is not null ? "Incident.SkipCall" : "Incident.Skip";

    protected override void OnParametersSet() => flow ??= Stop.Flows.Select(way => way.Key).FirstOrDefault();

    private void Choose(bool skip) => (skips, variable, values, fault) = (skip, "", "", null);

    private void ChooseVariable(ChangeEventArgs change)
    {
        variable = change.Value as string ?? "";
        values = variable.Length == 0 ? "" : Readable(Stop.Case.Variables[variable]);
    }

    private async Task Send()
    {
        fault = null;
        if (string.IsNullOrWhiteSpace(reason))
        {
            fault = Text["Incident.NoReason"];
            return;
        }

        try
        {
            await OnCommand.InvokeAsync(Command(reason.Trim()));
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            fault = Text["Incident.NotJson", exception.Message];
        }
    }

    /// <exception cref="JsonException">What was written as values is no JSON.</exception>
    /// <exception cref="FormatException">It is JSON, but not of values; or the values of an activity are no object.</exception>
    private CaseCommand Command(string because)
    {
        if (!skips)
        {
            return new RetryIncident(Stop.Incident.Id, because, variable.Length == 0 ? null : FeelContext.Empty.With(variable, FeelJson.Parse(values)));
        }

        var brought = string.IsNullOrWhiteSpace(values) ? null : FeelJson.Parse(values) as FeelContext ?? throw new FormatException(Text["Incident.NoObject"]);
        return new SkipIncident(Stop.Incident.Id, because, Stop.Flows.Count > 0 ? flow : null, brought);
    }

    private static string Readable(FeelValue value)
    {
        using var document = JsonDocument.Parse(FeelJson.Text(value));
        return JsonSerializer.Serialize(document.RootElement, ReadableJson);
    }

    private static readonly JsonSerializerOptions ReadableJson = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
