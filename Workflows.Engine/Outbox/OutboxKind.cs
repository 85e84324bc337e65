using Workflows.Engine.Cases;

namespace Workflows.Engine.Outbox;

/// <summary>The kinds of events that can be told outside their case, as the outbox names them.</summary>
public static class OutboxKind
{
    public const string ConnectorCalled = "connector-called";
    public const string MessageThrown = "message-thrown";
    public const string SignalThrown = "signal-thrown";

    /// <summary>An administrator wants a call that was given up to be made again.</summary>
    public const string CallRepeated = "call-repeated";

    /// <summary>An administrator has decided that a call that was given up need not be made.</summary>
    public const string CallSkipped = "call-skipped";

    public const string CaseStarted = "case-started";
    public const string CaseEnded = "case-ended";
    public const string IncidentRaised = "incident-raised";
    public const string IncidentResolved = "incident-resolved";

    /// <summary>The kind of an event; null where nobody outside can hear of it.</summary>
    public static string? Of(CaseEvent @event) => @event switch
    {
        Cases.ConnectorCalled => ConnectorCalled,
        Cases.MessageThrown => MessageThrown,
        Cases.SignalThrown => SignalThrown,
        Cases.CallRepeated => CallRepeated,
        Cases.CallSkipped => CallSkipped,
        Cases.CaseStarted => CaseStarted,
        Cases.CaseEnded => CaseEnded,
        Cases.IncidentRaised => IncidentRaised,
        Cases.IncidentResolved => IncidentResolved,
        _ => null,
    };
}
