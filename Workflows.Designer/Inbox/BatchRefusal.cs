using Workflows.Engine.Cases;

namespace Workflows.Designer.Inbox;

/// <param name="Number">Of the case.</param>
/// <param name="Step">The step's name.</param>
public sealed record BatchRefusal(string Number, string Step, Rejected Refusal);
