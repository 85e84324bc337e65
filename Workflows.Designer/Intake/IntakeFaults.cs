using Microsoft.Extensions.Localization;
using Workflows.Designer.Shell;
using Workflows.Engine.Cases;

namespace Workflows.Designer.Intake;

/// <summary>What is missing or wrong in an application, by the step in which it is mended.</summary>
internal sealed record IntakeFaults(IReadOnlyList<ApplicationFault> All)
{
    /// <summary>The last step that may be gone to: everything before it is complete.</summary>
    public IntakeStep Reachable => Enum.GetValues<IntakeStep>().FirstOrDefault(step => CountIn(step) > 0, IntakeStep.Review);

    public int CountIn(IntakeStep step) => All.Count(fault => StepOf(fault) == step);

    /// <summary>The sentences for the fields of a part that may be told, by field name.</summary>
    public Dictionary<string, string> Told(IStringLocalizer text, string part, Func<ApplicationFault, bool> mayBeTold) => All
        .Where(fault => fault.Target.StartsWith(part + ".", StringComparison.Ordinal) && mayBeTold(fault))
        .ToDictionary(fault => fault.Target[(part.Length + 1)..], fault => Refusals.Sentence(text, fault));

    private static IntakeStep StepOf(ApplicationFault fault) => fault.Target.Split('.')[0] switch
    {
        IntakeDraft.Answers or "service" => IntakeStep.Guidance,
        IntakeDraft.MaterialPart => IntakeStep.Materials,
        _ => IntakeStep.Form,
    };
}
