using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Projects;
using Workflows.Engine.Definitions;
using Workflows.Engine.Projects;

namespace Workflows.Designer.Projects;

public sealed partial class PlanningPage
{
    private readonly HashSet<(string Stage, string Question)> yes = [];
    private ProjectType? type;
    private ProjectPlan? plan;
    private InvestmentSource investment = InvestmentSource.Social;
    private bool landWithDesign;
    private bool isRead;
    private IReadOnlyDictionary<string, PublishedService> services = new Dictionary<string, PublishedService>();

    [Inject]
    private ProjectTypes Types { get; set; } = default!;

    [Inject]
    private ProjectPlanning Planning { get; set; } = default!;

    /// <summary>The stages with the questions that can be answered by yes or no; the investment is asked once for all.</summary>
    private IEnumerable<(ProjectStage Stage, IReadOnlyList<FormField> Questions)> Asked => type!.StagesFor(landWithDesign)
        .Where(stage => services.ContainsKey(stage.Service))
        .Select(stage => (stage, (IReadOnlyList<FormField>)[.. services[stage.Service].Definitions.Service.Questions.Where(question => question.Kind is FieldKind.YesNo)]));

    protected override async Task OnInitializedAsync()
    {
        type = await Types.Current() is [{ Type: var first }, ..] ? first : null;
        isRead = true;
        await Replan();
    }

    private bool IsYes(string stage, string question) => yes.Contains((stage, question));

    private Task Choose(InvestmentSource source)
    {
        investment = source;
        return Replan();
    }

    private Task ChooseLand(bool withDesign)
    {
        landWithDesign = withDesign;
        return Replan();
    }

    private Task Answer(string stage, string question, bool isYes)
    {
        _ = isYes ? yes.Add((stage, question)) : yes.Remove((stage, question));
        return Replan();
    }

    private async Task Replan()
    {
        if (type is null)
        {
            return;
        }

        services = await Planning.Services(type, landWithDesign);
        var answers = Asked.ToDictionary(
            asked => asked.Stage.Code,
            asked => asked.Questions.Aggregate(
                FeelContext.Empty.With("investment", investment is InvestmentSource.Social ? "social" : "government"),
                (known, question) => known.With(question.Name, IsYes(asked.Stage.Code, question.Name))));
        plan = ProjectPlan.Of(type, investment, landWithDesign, answers, services);
    }
}
