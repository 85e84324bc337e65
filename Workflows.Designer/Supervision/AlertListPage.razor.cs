using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Lookup;
using Workflows.Engine.Supervision.Alerts;

namespace Workflows.Designer.Supervision;

public sealed partial class AlertListPage
{
    private Page<AlertListRow>? page;

    [SupplyParameterFromQuery(Name = "q")]
    private string? SearchText { get; set; }

    [SupplyParameterFromQuery(Name = "family")]
    private string? Family { get; set; }

    [SupplyParameterFromQuery(Name = "level")]
    private string? Level { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "department")]
    private string? Department { get; set; }

    [SupplyParameterFromQuery(Name = "rule")]
    private string? Rule { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    private bool? Open { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    [Inject]
    private AlertReader Alerts { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private AlertQuery Query => new(
        string.IsNullOrWhiteSpace(SearchText) ? null : SearchText,
        Read<SupervisionFamily>(Family),
        Read<AlertLevel>(Level),
        Read<AlertState>(State),
        string.IsNullOrEmpty(Department) ? null : Department,
        RuleId: string.IsNullOrEmpty(Rule) ? null : Rule,
        OpenOnly: Open is true);

    private string ExportAddress => "/supervision/alerts.csv" + new Uri(Address(Query, null)).Query;

    protected override async Task Load() => page = await Alerts.Search(Query, new PageRequest(PageNumber ?? 1), Actor);

    private static T? Read<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) ? value : null;

    private void Show(AlertQuery query) => Navigation.NavigateTo(Address(query, null), replace: true);

    private string Address(AlertQuery query, int? number) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["q"] = string.IsNullOrWhiteSpace(query.Text) ? null : query.Text,
        ["family"] = query.Family?.ToString(),
        ["level"] = query.Level?.ToString(),
        ["state"] = query.State?.ToString(),
        ["department"] = query.Department,
        ["rule"] = query.RuleId,
        ["open"] = query.OpenOnly ? true : null,
        ["page"] = number,
    });
}
