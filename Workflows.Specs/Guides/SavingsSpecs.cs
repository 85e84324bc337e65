using Shouldly;
using Workflows.Definitions.Guides;
using Workflows.Definitions.Libraries;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Guides;

/// <summary>四减 of the library's services, counted by hand beside the definitions.</summary>
public class SavingsSpecs
{
    private static readonly Definitions.Libraries.Library Library = LibraryReader.Read(LibraryFolder.Path);

    public static TheoryData<string> Services => [.. Library.Services.Keys];

    // Six matters ask for 3 + 5 + 1 + 1 + 1 + 2 materials. The applicant brings six: resolution, invoices, report, promise, seals; the business
    // licence is shared data, and two certificates come from the service itself.
    [Fact]
    public void Deregistering_an_enterprise_asks_for_each_document_once_and_for_none_that_it_issues()
    {
        var savings = Of("deregister-enterprise");

        savings.Materials.ShouldBe(new Saving(13, 5));
        savings.Steps.ShouldBe(new Saving(12, 2));
        savings.Visits.ShouldBe(new Saving(12, 1));
    }

    // Tax: acceptance 1 and promise 10; registration: acceptance 0.5 and promise 1; four matters of 1 each.
    [Fact]
    public void Working_days_singly_are_those_of_one_matter_after_the_other() =>
        Of("deregister-enterprise").WorkingDays.ShouldBe(new Saving(16.5m, 13));

    [Fact]
    public void Opening_an_enterprise_takes_two_steps_and_one_day()
    {
        var savings = Of("start-enterprise");

        savings.Steps.After.ShouldBe(2);
        savings.WorkingDays.After.ShouldBe(1);
    }

    // Each of the restaurant's departments still looks at the place for itself.
    [Fact]
    public void Site_visits_are_steps_of_the_applicant() => Of("open-restaurant").Steps.ShouldBe(new Saving(5 + 3 + 4, 1 + 3 + 1));

    [Theory]
    [MemberData(nameof(Services))]
    public void No_service_costs_more_than_its_matters_singly(string service)
    {
        var savings = Of(service);

        foreach (var saving in (Saving[])[savings.Materials, savings.Steps, savings.WorkingDays, savings.Visits])
        {
            saving.After.ShouldBeLessThanOrEqualTo(saving.Before);
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void The_documents_by_name_are_those_that_are_counted(string service)
    {
        var documents = SavedMaterial.Of(Library.Services[service]);

        new Saving(documents.Sum(document => document.Before), documents.Sum(document => document.After)).ShouldBe(Of(service).Materials);
    }

    [Fact]
    public void Two_versions_are_compared_as_they_are_handled_together()
    {
        var older = Library.Services["deregister-enterprise"];
        var newer = older with { Promised = older.Promised with { Amount = 8 }, Matters = [.. older.Matters.Skip(1)] };
        var documents = SavedMaterial.Between(older, newer);

        var savings = Savings.Between(Savings.Of(older, Library.FindProcess), Savings.Of(newer, Library.FindProcess));

        savings.WorkingDays.ShouldBe(new Saving(13, 8));
        savings.Visits.ShouldBe(new Saving(1, 1));
        savings.Materials.Before.ShouldBe(5);
        savings.Materials.ShouldBe(new Saving(documents.Sum(document => document.Before), documents.Sum(document => document.After)));
    }

    [Fact]
    public void A_document_that_a_newer_version_no_longer_asks_for_comes_last()
    {
        var older = Library.Services["deregister-enterprise"];
        var kept = older.Matters[^1];

        var documents = SavedMaterial.Between(older, older with { Matters = [kept] });

        documents[^1].After.ShouldBe(0);
        documents.Count(document => document.After == 1).ShouldBeLessThanOrEqualTo(kept.Matter.Materials.Count);
    }

    [Theory]
    [InlineData(17, 2, 88)]
    [InlineData(3, 2, 33)]
    [InlineData(2, 2, 0)]
    [InlineData(0, 0, 0)]
    public void The_part_saved_is_rounded(decimal singly, decimal together, int percent) => new Saving(singly, together).Percent.ShouldBe(percent);

    private static Savings Of(string service) => Savings.Of(Library.Services[service], Library.FindProcess);
}
