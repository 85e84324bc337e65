using System.Collections.Immutable;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Countersigning;
using Workflows.Engine.Execution.Processors;

namespace Workflows.Engine.Execution;

/// <summary>Activities that repeat: standard loop and multi-instance (BPMN 2.0.2 §10.3.8, §13.3.6–7).</summary>
/// <remarks>One instance holds the repetitions and stands for the activity; each repetition is an instance inside it.</remarks>
internal static class Loops
{
    public static void Begin(Burst burst, ElementInstance body, Activity activity)
    {
        var seen = Variables.SeenBy(burst, body);
        var (items, total) = activity.Loop switch
        {
            StandardLoop loop => (null, loop.Maximum),
            MultiInstance { InputCollection: { } collection } => Items(Variables.Evaluate(burst, collection, seen)),
            MultiInstance { Cardinality: { } cardinality } => (null, (Variables.Evaluate(burst, cardinality, seen) as FeelNumber) is { } n ? (int)n.Value : null),
            _ => (null, (int?)1),
        };
        if (activity.Loop is MultiInstance multiple && total is null)
        {
            Elements.RaiseIncident(burst, body, $"Expected the number of instances of '{activity.Id}' from '{multiple.InputCollection ?? multiple.Cardinality}', but it gave none.");

            return;
        }

        var begun = new LoopState(items, total, 0, 0, []);
        if (activity.Loop is MultiInstance { Countersign: { } rule } && CountersignResult.Obstacle(burst, body, rule, begun) is { } obstacle)
        {
            Elements.RaiseIncident(burst, body, obstacle);

            return;
        }

        burst.Emit(new ElementChanged(body with { Loop = begun }));
        switch (activity.Loop)
        {
            case StandardLoop { TestBefore: true } loop when !Goes(burst, body, loop):
                End(burst, body);
                break;
            case MultiInstance when total <= 0:
                End(burst, body);
                break;
            case MultiInstance { IsSequential: false }:
                for (var number = 1; number <= total && burst.IsAlive(body); number++)
                {
                    Repeat(burst, body, activity);
                }

                break;
            default:
                Repeat(burst, body, activity);
                break;
        }
    }

    /// <summary>One repetition is done: more follow, or the activity is.</summary>
    public static void RepetitionDone(Burst burst, ElementInstance repetition, Activity activity)
    {
        var body = burst.ScopeOf(repetition)!;
        var state = body.Loop!;
        if (activity.Loop is MultiInstance { OutputItem: { } output })
        {
            state = state with { Outputs = state.Outputs.Add(Variables.Evaluate(burst, output, Variables.SeenBy(burst, repetition))) };
        }

        burst.Emit(new ElementCompleted(repetition.Id));
        burst.Emit(new ElementChanged(body with { Loop = state with { Completed = state.Completed + 1 } }));
        GoOn(burst, burst.Current(body), repetition, activity);
    }

    /// <summary>A repetition has been done or taken away: what waits for it goes on, or the activity is done.</summary>
    public static void GoOn(Burst burst, ElementInstance body, ElementInstance repetition, Activity activity)
    {
        if (IsDone(burst, body, activity))
        {
            End(burst, body);

            return;
        }

        Countersigns.Follow(burst, body, repetition, activity);
        if (activity.Loop is not MultiInstance { IsSequential: false } && !burst.ChildrenOf(body).Any())
        {
            Repeat(burst, body, activity);
        }
    }

    /// <summary>Begins a repetition that the definition does not ask for.</summary>
    public static void Repeat(Burst burst, ElementInstance body, Activity activity, AddedSigner signer)
    {
        var loop = burst.Current(body).Loop!;
        var number = (loop.Total ?? 0) + loop.Signing!.Added - loop.Signing.ToCome.Count;
        Enter(burst, body, activity, number, Variables.Of("loopCounter", number).With(Own(activity, SignerValue(signer))), signer);
    }

    /// <summary>What the repetition of a number sees.</summary>
    public static FeelContext SeenByNumber(Burst burst, ElementInstance body, LoopState loop, int number) =>
        Variables.SeenBy(burst, body).With("loopCounter", number).With(Own((Activity)burst.NodeOf(body)!, loop.Items?[number - 1]));

    /// <summary>What the repetition of an added signer is going to see.</summary>
    public static FeelContext SeenBySigner(Burst burst, ElementInstance body, Activity activity, AddedSigner signer) =>
        Variables.SeenBy(burst, body).With(Own(activity, SignerValue(signer)));

    private static void Repeat(Burst burst, ElementInstance body, Activity activity)
    {
        var current = burst.Current(body);
        var state = current.Loop!;
        var number = state.Started + 1;
        burst.Emit(new ElementChanged(current with { Loop = state with { Started = number } }));
        Enter(burst, body, activity, number, Variables.Of("loopCounter", number).With(Own(activity, state.Items?[number - 1])));
    }

    private static void Enter(Burst burst, ElementInstance body, Activity activity, int number, FeelContext variables, AddedSigner? signer = null)
    {
        var repetition = Elements.New(burst, burst.Current(body), activity) with { LoopCounter = number, Variables = variables, Signer = signer };
        burst.Emit(new ElementEntered(repetition, [], 0));
        ProcessorTable.Enter(burst, repetition, activity);
    }

    private static FeelContext Own(Activity activity, FeelValue? item) =>
        activity.Loop is MultiInstance { InputItem: { } name } && item is not null ? Variables.Of(name, item) : FeelContext.Empty;

    private static FeelContext SignerValue(AddedSigner signer) =>
        FeelContext.Empty.With("name", signer.Who.Name).With("account", signer.Who.AccountId).With("department", signer.Department);

    private static bool IsDone(Burst burst, ElementInstance body, Activity activity) => activity.Loop switch
    {
        StandardLoop loop => body.Loop!.Completed >= loop.Maximum || !Goes(burst, body, loop),
        MultiInstance { CompletionCondition: { } condition } when Variables.IsMet(burst, condition, Counters(burst, body)) => true,
        MultiInstance { Countersign: { } rule } => CountersignResult.Of(burst, body, (UserTask)activity, rule) is not null,
        _ => body.Loop!.Completed >= body.Loop.Expected,
    };

    private static void End(Burst burst, ElementInstance body)
    {
        Elements.CancelContent(burst, body);
        if (burst.NodeOf(body) is Activity { Loop: MultiInstance { OutputCollection: { } name } })
        {
            Variables.SetAround(burst, body, Variables.Of(name, new FeelList(burst.Current(body).Loop!.Outputs)));
        }

        Countersigns.End(burst, burst.Current(body));
        Elements.Complete(burst, burst.Current(body));
    }

    private static bool Goes(Burst burst, ElementInstance body, StandardLoop loop) =>
        loop.Condition is null ? loop.Maximum is not null : Variables.IsMet(burst, loop.Condition, Counters(burst, body));

    // The standard's names for the counters of a multi-instance (§10.3.8, table 10.30).
    private static FeelContext Counters(Burst burst, ElementInstance body)
    {
        var state = burst.Current(body).Loop!;

        return Variables.SeenBy(burst, body)
            .With("loopCounter", state.Completed)
            .With("numberOfInstances", state.Expected is { } expected ? expected : FeelValue.Null)
            .With("numberOfCompletedInstances", state.Completed)
            .With("numberOfActiveInstances", burst.ChildrenOf(body).Count())
            .With("outputs", new FeelList(state.Outputs));
    }

    private static (ImmutableList<FeelValue>? Items, int? Total) Items(FeelValue value) =>
        value is FeelList list ? ([.. list], list.Count) : (null, null);
}
