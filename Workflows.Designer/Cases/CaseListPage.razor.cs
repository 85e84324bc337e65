using System.Globalization;
using Microsoft.AspNetCore.Components;
using Workflows.Designer.Accounts;
using Workflows.Designer.Shell;
using Workflows.Engine.Cases;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Cases;

public sealed partial class CaseListPage
{
    private Page<CaseListRow>? page;

    [SupplyParameterFromQuery(Name = "q")]
    private string? SearchText { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "until")]
    private string? Until { get; set; }

    [SupplyParameterFromQuery(Name = "overdue")]
    private bool? Overdue { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    [Inject]
    private CaseReader Cases { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private CaseSearch Search => new(
        string.IsNullOrWhiteSpace(SearchText) ? null : SearchText,
        Enum.TryParse<CaseStatus>(Status, out var status) ? status : null,
        ReceivedFrom: Day(From),
        ReceivedUntil: Day(Until),
        OverdueOnly: Overdue is true);

    protected override async Task OnParametersSetAsync() =>
        page = await Cases.Search(Search, new PageRequest(PageNumber ?? 1), await SignedIn.Actor());

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private void Show(CaseSearch search) => Navigation.NavigateTo(Address(search, null), replace: true);

    private string Address(CaseSearch search, int? number) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["q"] = search.Text,
        ["status"] = search.Status?.ToString(),
        ["from"] = search.ReceivedFrom?.Written(),
        ["until"] = search.ReceivedUntil?.Written(),
        ["overdue"] = search.OverdueOnly ? true : null,
        ["page"] = number,
    });
}
