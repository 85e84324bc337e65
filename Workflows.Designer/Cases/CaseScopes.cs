using Workflows.Definitions.Feel;
using Workflows.Designer.Intake;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Cases;

/// <summary>What the application of a case consists of, as the case keeps it.</summary>
internal static class CaseScopes
{
    public static ApplicationScope Scope(this CaseView view) => ApplicationScope.Of(
        view.Definitions, view.Answers(), view.Form(), view.Case.Variables["applicant"] as FeelContext ?? FeelContext.Empty);

    public static FeelContext Answers(this CaseView view) => view.Case.Variables["answers"] as FeelContext ?? FeelContext.Empty;

    public static FeelContext Form(this CaseView view) => view.Case.Variables["form"] as FeelContext ?? FeelContext.Empty;
}
