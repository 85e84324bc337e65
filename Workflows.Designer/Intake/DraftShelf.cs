using System.Security.Cryptography;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Workflows.Designer.Accounts;
using Workflows.Engine.Definitions;

namespace Workflows.Designer.Intake;

/// <summary>Keeps an unfinished application in the browser's tab, encrypted: a restart of the server or a reload loses nothing that was typed.</summary>
internal sealed class DraftShelf(ProtectedSessionStorage storage, SignedIn signedIn)
{
    public async Task Keep(IntakeDraft draft) => await storage.SetAsync(await KeyOf(draft.Definitions), draft.ToKept());

    /// <summary>The draft that was kept for the service's version; null where there is none that can be read.</summary>
    public async Task<IntakeDraft?> Find(DefinitionSet definitions)
    {
        try
        {
            var kept = await storage.GetAsync<KeptDraft>(await KeyOf(definitions));
            return kept is { Success: true, Value: { } draft } ? IntakeDraft.Restore(definitions, draft) : null;
        }
        catch (CryptographicException)
        {
            // The keys have changed since, or somebody has tampered with it: it is worth nothing either way.
            return null;
        }
    }

    public async Task Forget(DefinitionSet definitions) => await storage.DeleteAsync(await KeyOf(definitions));

    // A new version of the service may ask for other things, and a draft is nobody else's: both begin anew.
    private async Task<string> KeyOf(DefinitionSet definitions) =>
        $"intake:{definitions.Service.Code}:{definitions.Service.Version}:{(await signedIn.Actor()).AccountId}";
}
