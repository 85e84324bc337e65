using System.Collections.Immutable;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
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

        burst.Emit(new ElementChanged(body with { Loop = new LoopState(items, total, 0, 0, []) }));
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
        body = burst.Current(body);
        if (IsDone(burst, body, activity))
        {
            End(burst, body);
        }
        else if (activity.Loop is not MultiInstance { IsSequential: false })
        {
            Repeat(burst, body, activity);
        }
    }

    private static void Repeat(Burst burst, ElementInstance body, Activity activity)
    {
        var current = burst.Current(body);
        var state = current.Loop!;
        var number = state.Started + 1;
        burst.Emit(new ElementChanged(current with { Loop = state with { Started = number } }));
        var variables = Variables.Of("loopCounter", number);
        if (activity.Loop is MultiInstance { InputItem: { } name } && state.Items is { } items)
        {
            variables = variables.With(name, items[number - 1]);
        }

        var repetition = Elements.New(burst, burst.Current(body), activity) with { LoopCounter = number, Variables = variables };
        burst.Emit(new ElementEntered(repetition, [], 0));
        ProcessorTable.Enter(burst, repetition, activity);
    }

    private static bool IsDone(Burst burst, ElementInstance body, Activity activity) => activity.Loop switch
    {
        StandardLoop loop => body.Loop!.Completed >= loop.Maximum || !Goes(burst, body, loop),
        MultiInstance { CompletionCondition: { } condition } when Variables.IsMet(burst, condition, Counters(burst, body)) => true,
        _ => body.Loop!.Completed >= body.Loop.Total,
    };

    private static void End(Burst burst, ElementInstance body)
    {
        Elements.CancelContent(burst, body);
        if (burst.NodeOf(body) is Activity { Loop: MultiInstance { OutputCollection: { } name } })
        {
            Variables.SetAround(burst, body, Variables.Of(name, new FeelList(burst.Current(body).Loop!.Outputs)));
        }

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
            .With("numberOfInstances", state.Total is { } total ? total : FeelValue.Null)
            .With("numberOfCompletedInstances", state.Completed)
            .With("numberOfActiveInstances", state.Started - state.Completed)
            .With("outputs", new FeelList(state.Outputs));
    }

    private static (ImmutableList<FeelValue>? Items, int? Total) Items(FeelValue value) =>
        value is FeelList list ? ([.. list], list.Count) : (null, null);
}
