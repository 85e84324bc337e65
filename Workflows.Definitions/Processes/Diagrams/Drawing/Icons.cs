using System.Collections.Frozen;

namespace Workflows.Definitions.Processes.Diagrams.Drawing;

/// <summary>The signs of BPMN 2.0.2 §7.2 as SVG paths around the origin, within ±9.</summary>
internal static class Icons
{
    private const string Envelope = "M-8,-5 H8 V5 H-8 Z M-8,-5 L0,1 L8,-5";

    /// <summary>What an event is about, by the name of its definition.</summary>
    public static readonly FrozenDictionary<string, string> Events = new Dictionary<string, string>
    {
        ["messageEventDefinition"] = Envelope,
        ["timerEventDefinition"] = "M0,-8 A8,8 0 1 1 0,8 A8,8 0 1 1 0,-8 M0,-5 V0 L4,2",
        ["errorEventDefinition"] = "M-8,7 L-3,-6 L3,1 L8,-7 L3,7 L-3,0 Z",
        ["escalationEventDefinition"] = "M0,-8 L6,7 L0,1 L-6,7 Z",
        ["signalEventDefinition"] = "M0,-7 L8,6 L-8,6 Z",
        ["conditionalEventDefinition"] = "M-6,-8 H6 V8 H-6 Z M-4,-5 H4 M-4,-2 H4 M-4,1 H4 M-4,4 H4",
        ["linkEventDefinition"] = "M-8,-3 H1 V-7 L8,0 L1,7 V3 H-8 Z",
        ["compensateEventDefinition"] = "M0,-6 L-8,0 L0,6 Z M8,-6 L0,0 L8,6 Z",
        ["cancelEventDefinition"] = "M-7,-5 L-5,-7 L0,-2 L5,-7 L7,-5 L2,0 L7,5 L5,7 L0,2 L-5,7 L-7,5 L-2,0 Z",
        ["terminateEventDefinition"] = "M0,-8 A8,8 0 1 1 0,8 A8,8 0 1 1 0,-8",
        ["multiple"] = "M0,-8 L8,-2 L5,7 L-5,7 L-8,-2 Z",
        ["parallelMultiple"] = "M-2,-8 H2 V-2 H8 V2 H2 V8 H-2 V2 H-8 V-2 H-2 Z",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What kind of task it is, in its upper left corner.</summary>
    public static readonly FrozenDictionary<string, string> Tasks = new Dictionary<string, string>
    {
        ["userTask"] = "M-7,8 V5 Q-7,1 -2,0 A4,4 0 1 1 2,0 Q7,1 7,5 V8 Z",
        ["manualTask"] = "M-8,-2 L-2,-6 L0,-4 L-3,-1 H8 V1 H2 M8,1 V4 H2 M8,4 V7 H-5 L-8,5 Z",
        ["serviceTask"] = "M0,-3 A3,3 0 1 1 0,3 A3,3 0 1 1 0,-3 M-1,-8 H1 L2,-6 L5,-7 L7,-5 L6,-2 L8,-1 V1 L6,2 L7,5 L5,7 L2,6 L1,8 H-1 L-2,6 L-5,7 L-7,5 L-6,2 L-8,1 V-1 L-6,-2 L-7,-5 L-5,-7 L-2,-6 Z",
        ["sendTask"] = Envelope,
        ["receiveTask"] = Envelope,
        ["scriptTask"] = "M-5,-8 H7 Q3,-4 5,0 Q7,4 3,8 H-8 Q-4,4 -6,0 Q-8,-4 -5,-8 M-3,-4 H2 M-4,0 H3 M-3,4 H3",
        ["businessRuleTask"] = "M-8,-6 H8 V6 H-8 Z M-8,-2 H8 M-8,2 H8 M-3,-2 V6",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, string> Gateways = new Dictionary<string, string>
    {
        ["exclusiveGateway"] = "M-6,-7 L6,7 M6,-7 L-6,7",
        ["parallelGateway"] = "M0,-9 V9 M-9,0 H9",
        ["inclusiveGateway"] = "M0,-8 A8,8 0 1 1 0,8 A8,8 0 1 1 0,-8",
        ["complexGateway"] = "M0,-9 V9 M-9,0 H9 M-6,-6 L6,6 M6,-6 L-6,6",
        ["eventBasedGateway"] = "M0,-9 A9,9 0 1 1 0,9 A9,9 0 1 1 0,-9 M0,-6 L6,-2 L4,5 L-4,5 L-6,-2 Z",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an activity does beside being done, at its lower edge.</summary>
    public static readonly FrozenDictionary<string, string> Markers = new Dictionary<string, string>
    {
        ["loop"] = "M-3,6 A6,6 0 1 1 3,6 M-3,6 H-7 M-3,6 V2",
        ["parallel"] = "M-4,-6 V6 M0,-6 V6 M4,-6 V6",
        ["sequential"] = "M-6,-4 H6 M-6,0 H6 M-6,4 H6",
        ["compensation"] = "M0,-5 L-6,0 L0,5 Z M6,-5 L0,0 L6,5 Z",
        ["adHoc"] = "M-7,2 Q-3,-6 0,0 Q3,6 7,-2",
        ["collapsed"] = "M-6,-6 H6 V6 H-6 Z M0,-4 V4 M-4,0 H4",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
