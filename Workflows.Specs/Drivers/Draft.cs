using System.Globalization;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Services;
using Workflows.Engine.Cases;
using Workflows.Engine.Intake;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Drivers;

/// <summary>An application to open a restaurant: complete as it stands, until a scenario changes something.</summary>
internal sealed class Draft(Office office)
{
    /// <summary>What somebody would fill in, for all parts of the form; an application takes what it is asked for.</summary>
    private static readonly FeelContext Usual = FeelContext.Empty
        .With("shopName", "小满面馆")
        .With("address", "天宁区青果巷 12 号")
        .With("contactName", "周小满")
        .With("contactPhone", "13800000001")
        .With("creditCode", IdentityNumbers.SocialCreditCode(1))
        .With("responsiblePerson", "周小满")
        .With("responsiblePersonId", IdentityNumbers.CitizenId(new DateOnly(1991, 7, 16), 2))
        .With("businessForm", "restaurant")
        .With("seats", 40)
        .With("staff", 6)
        .With("foodSafetyManager", "周小满")
        .With("coldRoomArea", 6)
        .With("signText", "小满面馆")
        .With("signWidth", 4)
        .With("signHeight", 0.8m)
        .With("signPosition", "一层门楣")
        .With("signLit", false)
        .With("residentialBuilding", false)
        .With("storey", "地上一层")
        .With("exits", 2)
        .With("fireSafetyOfficer", "周小满")
        .With("separateFromHome", true)
        .With("tobaccoFunds", 50000);

    private readonly HashSet<string> missing = [];
    private FeelContext answers = FeelContext.Empty
        .With("floorArea", 40)
        .With("coldDishes", false)
        .With("rawFood", false)
        .With("freshDrinks", false)
        .With("outdoorSign", false)
        .With("tobacco", false)
        .With("chain", false);
    private FeelContext filledIn = FeelContext.Empty;
    private string service = Office.Service;

    public void Answer(string question, FeelValue answer) => answers = answers.With(question, answer);

    public void ApplyFor(string other) => service = other;

    public async Task LeaveOut(string material) => missing.Add(await Code(material));

    /// <summary>Fills in a field by its label; numbers and yes or no as such where the text is one, as a screen does.</summary>
    public async Task FillIn(string label, string text)
    {
        var field = (await Service()).Form.Fields.Single(field => field.Label == label);
        filledIn = filledIn.With(field.Name, (field.Kind, text) switch
        {
            (FieldKind.YesNo, "是" or "否") => text == "是",
            (FieldKind.Number, _) when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
            _ => text,
        });
    }

    public async Task<GuidanceResult> Guide() => Guidance.Evaluate(await Service(), answers);

    public async Task<IReadOnlyList<FormField>> Fields() => FormValidator.Shown((await Service()).Form, await Form(), await Scope());

    public async Task<IReadOnlyList<NeededMaterial>> Materials() =>
        MaterialSet.Of(await Service(), (await Scope()).With("form", await Form()));

    public async Task Submit(DateOnly on)
    {
        await office.MoveTo(on);
        var given = new List<MaterialFile>();
        foreach (var needed in (await Materials()).Where(needed => !missing.Contains(needed.Material.Code)))
        {
            given.Add(await office.Material(needed.Material.Code, $"{needed.Material.Name}.pdf"));
        }

        var intake = (await office.Engine()).Get<ApplicationIntake>();
        var application = new Application(service, Applicant, answers, await Form(), given, "window");
        office.Take(await intake.Submit(application, People.Clerk, "application", TestContext.Current.CancellationToken));
    }

    private static Applicant Applicant => new(ApplicantKind.Enterprise, "小满面馆", IdentityNumbers.SocialCreditCode(1), "13800000001");

    /// <summary>The usual values for what is asked, and what the scenario filled in instead.</summary>
    private async Task<FeelContext> Form()
    {
        var values = Usual.With(filledIn);
        var asked = FormValidator.Shown((await Service()).Form, values, await Scope()).Select(field => field.Name).ToHashSet();
        return values.Entries.Where(entry => asked.Contains(entry.Key)).Aggregate(FeelContext.Empty, (all, entry) => all.With(entry.Key, entry.Value));
    }

    private async Task<FeelContext> Scope() => FeelContext.Empty.With("answers", answers).With("guidance", (await Guide()).Context);

    private async Task<ServiceDefinition> Service() => (await office.Published()).Definitions.Service;

    private async Task<string> Code(string material) => (await office.Published()).Library.Materials.Values.Single(candidate => candidate.Name == material).Code;
}
