using Workflows.Engine.Definitions;

namespace Workflows.Engine.Cases;

/// <summary>Answers a command: pure, from the command, the case and the definitions it is bound to.</summary>
public static class CaseDecider
{
    /// <param name="state">The case as it stands; null for <see cref="StartCase"/>.</param>
    public static Decision Decide(CommandEnvelope envelope, Case? state, DefinitionSet definitions) =>
        throw new NotImplementedException();
}
