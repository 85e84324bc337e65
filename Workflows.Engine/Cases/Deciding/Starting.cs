using Workflows.Definitions.Feel;
using Workflows.Definitions.Services;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Opens a case: guidance says which matters it handles, then its process starts.</summary>
internal static class Starting
{
    public static Decision Start(CommandEnvelope envelope, StartCase command, DefinitionSet definitions, Steering? steering)
    {
        var guidance = definitions.Guide(command.Answers);
        var matters = MattersOf(guidance);
        if (matters.Find(code => definitions.Matter(code) is null) is { } unknown)
        {
            return new Rejected(RejectionCode.InvalidApplication, $"Expected the guidance to name matters of service '{command.ServiceCode}', but '{unknown}' is none.", unknown);
        }

        if (matters.Count == 0)
        {
            return new Rejected(RejectionCode.InvalidApplication, $"Expected the answers to lead to at least one matter of service '{command.ServiceCode}', but they lead to none.", command.ServiceCode);
        }

        var started = new CaseStarted(
            envelope.CaseId,
            command.Number,
            command.ServiceCode,
            command.ServiceVersion,
            command.Applicant,
            VariablesOf(command, guidance, definitions.Service.WindowOn(RegionDay.Of(envelope.HappenedAt, definitions.Calendar))),
            command.Channel,
            envelope.HappenedAt,
            envelope.Actor.Department);
        var burst = Burst.Starting(started, definitions, envelope.Actor, steering);
        foreach (var matter in matters)
        {
            burst.Emit(new MatterOpened(CaseMatter.Received(definitions.Matter(matter)!)));
        }

        foreach (var material in command.Materials)
        {
            burst.Emit(new MaterialReceived(material, null));
        }

        Scopes.StartProcess(burst, definitions.MainProcessId, null);
        burst.Run();

        return new Accepted(burst.Events, burst.Case);
    }

    private static List<string> MattersOf(FeelContext guidance) =>
        guidance["matters"] is FeelList list ? [.. list.OfType<FeelString>().Select(code => code.Value)] : [];

    private static FeelContext VariablesOf(StartCase command, FeelContext guidance, ApplicationWindow? window) => FeelContext.Empty
        .With("applicant", FeelContext.Empty
            .With("kind", command.Applicant.Kind switch
            {
                ApplicantKind.Person => "person",
                ApplicantKind.Enterprise => "enterprise",
                _ => "organisation",
            })
            .With("name", command.Applicant.Name)
            .With("id", command.Applicant.IdNumber)
            .With("phone", command.Applicant.Phone))
        .With("answers", command.Answers)
        .With("form", command.Form)
        .With("guidance", guidance)
        .With("channel", command.Channel)
        .With(window is null ? FeelContext.Empty : FeelContext.Empty.With("window", FeelContext.Empty
            .With("name", window.Name)
            .With("opensOn", window.OpensOn)
            .With("closesOn", window.ClosesOn)));
}
