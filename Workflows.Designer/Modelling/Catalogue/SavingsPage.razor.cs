using System.Globalization;
using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Guides;
using Workflows.Definitions.Services;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;

namespace Workflows.Designer.Modelling.Catalogue;

/// <summary>四减 on one page to print: a service against its matters handled singly, or against another of its versions.</summary>
public sealed partial class SavingsPage
{
    private PublishedService? shown;
    private PublishedService? older;
    private IReadOnlyList<PublishedVersion> versions = [];
    private DateOnly today;
    private bool isRead;

    /// <summary>The service's code.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    /// <summary>The version that is shown; null for the one in force.</summary>
    [SupplyParameterFromQuery(Name = "version")]
    public int? Version { get; set; }

    /// <summary>The version that it is compared with; null for its matters handled singly.</summary>
    [SupplyParameterFromQuery(Name = "against")]
    public int? Against { get; set; }

    [Inject]
    private DefinitionStore Definitions { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private ServiceDefinition Service => shown!.Definitions.Service;

    private Savings Savings => older is null ? Of(shown!) : Savings.Between(Of(older), Of(shown!));

    private IReadOnlyList<SavedMaterial> Materials =>
        older is null ? SavedMaterial.Of(Service) : SavedMaterial.Between(older.Definitions.Service, Service);

    private string Before => older is null ? Text["Savings.Singly"] : Text["Savings.Version", older.Definitions.Service.Version];

    private string After => older is null ? Text["Savings.Together"] : Text["Savings.Version", Service.Version];

    private string Comparison => older is null ? Text["Savings.AgainstSingly", Service.Version] : Text["Savings.AgainstVersion", Service.Version, older.Definitions.Service.Version];

    protected override async Task OnParametersSetAsync()
    {
        versions = [.. (await Definitions.Versions()).Where(version => version.Code == Code)];
        shown = Version is { } wanted ? await Definitions.FindPublished(Code, wanted) : await Definitions.FindCurrent(Code);
        older = Against is { } other ? await Definitions.FindPublished(Code, other) : null;
        today = RegionDay.Of(Time.GetUtcNow(), await Definitions.Calendar());
        isRead = true;
    }

    private static Savings Of(PublishedService published) => Savings.Of(published.Definitions.Service, published.Library.FindProcess);

    private void Choose(string parameter, ChangeEventArgs chosen) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameter(parameter, int.TryParse(chosen.Value?.ToString(), CultureInfo.InvariantCulture, out var version) ? version : (int?)null));
}
