using Workflows.Engine.Cases;

namespace Workflows.Engine.Handling;

/// <summary>A case as it stands in the store, read into what decides.</summary>
/// <param name="Sequence">The newest journal entry.</param>
/// <param name="JournalHash">Its hash, to which the next one is chained.</param>
internal sealed record LoadedCase(Case State, int Sequence, string JournalHash);
