using System.Globalization;
using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Engine.Handling;
using Workflows.Engine.Inbox;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Inbox;

/// <summary>How much waits in the inbox, kept up to date while the page is open.</summary>
public sealed partial class InboxCount : IDisposable
{
    public const string Path = "/inbox";

    private Page<InboxRow>? waiting;
    private IDisposable? watching;

    [Inject]
    private InboxReader Inbox { get; set; } = default!;

    [Inject]
    private CaseChanges Changes { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    public void Dispose() => watching?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        var actor = await SignedIn.Actor();
        watching = Changes.Subscribe(change =>
        {
            if (actor.Department is { } own && change.Departments.Contains(own))
            {
                _ = InvokeAsync(async () =>
                {
                    await Read();
                    StateHasChanged();
                });
            }
        });
        await Read();
    }

    private async Task Read() =>
        waiting = await Inbox.Read(new InboxQuery(), new PageRequest(1, 1), await SignedIn.Actor());

    private static string Count(Page<InboxRow> page) => page.Total.ToString(CultureInfo.InvariantCulture) + (page.HasMore ? "+" : "");
}
