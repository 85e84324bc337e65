using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Supervision;
using Workflows.Engine.Supervision.Alerts;

namespace Workflows.Designer.Supervision;

public sealed partial class FamiliesPage
{
    private IReadOnlyList<AlertCount>? counts;
    private IReadOnlyList<SupervisionRule>? rules;

    [Inject]
    private AlertReader Alerts { get; set; } = default!;

    [Inject]
    private RuleBook Book { get; set; } = default!;

    protected override async Task Load()
    {
        counts = await Alerts.Count(new AlertQuery(), Actor);
        rules = (await Book.InForce()).Rules.Rules;
    }
}
