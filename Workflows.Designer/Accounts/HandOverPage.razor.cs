using Microsoft.AspNetCore.Components;
using Workflows.Designer.Catalogue;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.Accounts;

public sealed partial class HandOverPage
{
    private IReadOnlyList<Colleague>? people;
    private IReadOnlyList<HeldWork> held = [];
    private IReadOnlyList<HandedOver>? handed;
    private string from = "";
    private string to = "";
    private string reason = "";
    private string? fault;
    private bool isBusy;

    [Inject]
    private Colleagues Colleagues { get; set; } = default!;

    [Inject]
    private WorkHandOver Work { get; set; } = default!;

    [Inject]
    private Names Names { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    private Colleague? Leaver => people?.FirstOrDefault(person => person.UserName == from);

    /// <summary>Work stays in its department.</summary>
    private IEnumerable<Colleague> Successors => Leaver is { } leaver
        ? people!.Where(person => person != leaver && !person.IsLocked && person.Actor.Department == leaver.Actor.Department)
        : [];

    protected override async Task OnInitializedAsync()
    {
        var actor = await SignedIn.Actor();
        var all = await Colleagues.Of(actor.Is(Role.Administrator) ? null : [actor.Department!]);
        people = [.. all.Where(person => person.Actor.Department is not null)];
    }

    private static string Chosen(ChangeEventArgs change) => change.Value as string ?? "";

    private string Words(Colleague person) =>
        $"{person.Actor.Name} ({Names.Department(person.Actor.Department)}{(person.IsLocked ? $" · {Text["HandOver.Locked"]}" : "")})";

    private async Task ChooseLeaver(ChangeEventArgs change)
    {
        (from, to, handed, fault) = (Chosen(change), "", null, null);
        await Look();
    }

    private async Task Look() => held = Leaver is { } leaver ? await Work.Held(leaver.Actor, await SignedIn.Actor()) : [];

    private async Task HandOver()
    {
        var missing = to.Length == 0 ? "HandOver.To" : string.IsNullOrWhiteSpace(reason) ? "Operation.Reason" : null;
        fault = missing is null ? null : Text["Operation.Missing", Text[missing].Value].Value;
        if (fault is not null)
        {
            return;
        }

        isBusy = true;
        handed = await Work.HandOver(from, to, reason.Trim(), await SignedIn.Actor());
        reason = "";
        await Look();
        isBusy = false;
    }
}
