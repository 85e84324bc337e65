using Workflows.Definitions.Matters;
using Workflows.Engine.Approvals;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Ends a case, or a matter of it, before it is decided: by the applicant (撤件) or by the office (终止).</summary>
internal static class Ending
{
    public static Rejected? Withdraw(Burst burst, WithdrawApplication command)
    {
        // What came in online is the applicant's own to withdraw: no window can attest the wish.
        var isWindow = burst.Actor.Is(Role.WindowClerk) && burst.Case.ReceivedBy is { } window && burst.Actor.Department == window;
        if (!burst.Actor.Is(Role.Applicant) && !isWindow)
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected the applicant or the window of '{burst.Case.ReceivedBy}' to withdraw case '{burst.Case.Number}', but '{burst.Actor.AccountId}' is neither.", burst.Case.Number, Role.WindowClerk);
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Rejected(RejectionCode.ReasonRequired, $"Expected a reason for withdrawing case '{burst.Case.Number}', but there is none.", burst.Case.Number);
        }

        if (command.Matter is { } code && !burst.Case.Matters.ContainsKey(code))
        {
            return new Rejected(RejectionCode.NotFound, $"Expected matter '{code}' in case '{burst.Case.Number}', but there is no such matter.", code);
        }

        if (burst.Case.Matters.Values.FirstOrDefault(matter => command.Matter is null ? IsDecided(burst, matter) : matter.HasEnded && matter.Code == command.Matter) is { } decided)
        {
            return new Rejected(RejectionCode.MatterDecided, $"Expected matter '{decided.Code}' to be undecided, but it is {decided.State}.", burst.Case.Number, decided.Name);
        }

        burst.Emit(new ApplicationWithdrawn(command.Matter, command.Reason, Working.HolderOf(burst.Actor), burst.Now));
        if (command.Matter is { } one)
        {
            WithdrawMatter(burst, one);
        }
        else
        {
            foreach (var matter in burst.Case.Matters.Values.Where(matter => !matter.HasEnded).ToList())
            {
                burst.Emit(new MatterStateChanged(matter.Code, MatterState.Withdrawn, burst.Now));
            }

            End(burst, CaseStatus.Withdrawn);
        }

        return null;
    }

    public static Rejected? Terminate(Burst burst, TerminateCase command)
    {
        var isHead = burst.Actor.Is(Role.DepartmentHead) && burst.Actor.Department == burst.Definitions.Service.LeadDepartment;
        if (!isHead && !burst.Actor.Is(Role.Administrator))
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected the head of '{burst.Definitions.Service.LeadDepartment}' to end case '{burst.Case.Number}', but '{burst.Actor.AccountId}' is not.", burst.Case.Number, Role.DepartmentHead);
        }

        if (Missing(command) is { } missing)
        {
            return new Rejected(RejectionCode.BasisRequired, $"Expected the end of case '{burst.Case.Number}' to have {missing.English}, but it has none.", burst.Case.Number, missing.Chinese);
        }

        burst.Emit(new CaseTerminated(command.Basis, command.Document, command.Reason, Working.HolderOf(burst.Actor), burst.Now));
        End(burst, CaseStatus.Terminated);

        return null;
    }

    // A matter that issues nothing, such as the check of a licence, decides nothing about the applicant.
    private static bool IsDecided(Burst burst, CaseMatter matter) =>
        matter.HasEnded && matter.State is not (MatterState.Withdrawn or MatterState.NotWithinScope) && burst.Definitions.Matter(matter.Code)!.Results.Count > 0;

    private static void WithdrawMatter(Burst burst, string code)
    {
        burst.Emit(new MatterStateChanged(code, MatterState.Withdrawn, burst.Now));
        MatterClocks.End(burst, clock => clock.Matter == code, met: false);
        if (burst.Case.Instances.Values.FirstOrDefault(instance => instance.Matter == code && burst.NodeOf(instance)?.Approval.Matter is not null) is { } handling)
        {
            Elements.CancelContent(burst, handling);
            Scopes.Check(burst, burst.Current(handling));
        }
    }

    private static void End(Burst burst, CaseStatus status)
    {
        foreach (var process in burst.Case.Instances.Values.Where(instance => instance.ScopeId is null).ToList())
        {
            Elements.Cancel(burst, process);
        }

        CaseEnding.End(burst, status);
    }

    private static (string English, string Chinese)? Missing(TerminateCase command) => command switch
    {
        _ when string.IsNullOrWhiteSpace(command.Basis) => ("a legal basis", "法律依据"),
        _ when string.IsNullOrWhiteSpace(command.Document) => ("a document", "文书文号"),
        _ when string.IsNullOrWhiteSpace(command.Reason) => ("reasons", "理由"),
        _ => null,
    };
}
