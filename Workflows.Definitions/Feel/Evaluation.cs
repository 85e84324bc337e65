using System.Runtime.CompilerServices;
using Workflows.Definitions.Decisions;

namespace Workflows.Definitions.Feel;

/// <summary>One evaluation under way: what it has used of <see cref="FeelLimits"/>, and the warnings so far.</summary>
internal sealed class Evaluation
{
    [ThreadStatic]
    private static Evaluation? t_spare;

    private int _steps;
    private int _memory;
    private int _calls;
    private List<string>? _warnings;

    /// <summary>What <c>now()</c> answers.</summary>
    public DateTimeOffset? Now { get; private set; }

    /// <summary>Told of each rule of a decision table that gives its output.</summary>
    public Action<MatchedRule>? OnMatch { get; set; }

    public IReadOnlyList<string> Warnings => _warnings ?? (IReadOnlyList<string>)[];

    /// <summary>An evaluation with nothing used; an evaluation that has ended is used again, so that a condition allocates nothing.</summary>
    public static Evaluation Begin(DateTimeOffset? now)
    {
        var run = t_spare ?? new Evaluation();
        t_spare = null;
        (run._steps, run._memory, run._calls) = (FeelLimits.Steps, FeelLimits.Memory, FeelLimits.Calls);
        (run._warnings, run.Now, run.OnMatch) = (null, now, null);
        return run;
    }

    /// <summary>Ends the evaluation; nothing of it may be used afterwards but the result.</summary>
    public FeelResult End(FeelValue value)
    {
        var result = new FeelResult(value, Warnings);
        t_spare = this;
        return result;
    }

    /// <summary>Ends an evaluation that met a bound: null, and the sentence about it after the others.</summary>
    public FeelResult End(FeelLimitException limit)
    {
        (_warnings ??= []).Add(limit.Message);
        return End(FeelValue.Null);
    }

    /// <exception cref="FeelLimitException">More than <see cref="FeelLimits.Steps"/> are used.</exception>
    public void Spend(int steps)
    {
        if ((_steps -= steps) < 0)
        {
            throw new FeelLimitException($"Expected an evaluation of at most {FeelLimits.Steps} steps, but it needs more.");
        }
    }

    /// <summary>Accounts for walking through a value to compare it: a part costs less than a step.</summary>
    public void Weigh(FeelValue value) => Spend(1 + value.Extent.Weight / 4);

    /// <summary>Accounts for a list or string before it is built.</summary>
    /// <exception cref="FeelLimitException">More than <see cref="FeelLimits.Memory"/> is used.</exception>
    public void Reserve(long size)
    {
        if (size > _memory)
        {
            throw new FeelLimitException($"Expected an evaluation that builds at most {FeelLimits.Memory} characters and list items, but it builds more.");
        }

        _memory -= (int)size;
    }

    /// <summary>An error of the data: null, and a sentence about it.</summary>
    public FeelValue Fail(string warning)
    {
        // Building a sentence costs as much as some dozens of steps.
        Spend(20 + warning.Length / 16);

        if ((_warnings ??= []).Count < FeelLimits.Warnings)
        {
            _warnings.Add(warning);
        }

        return FeelValue.Null;
    }

    /// <summary>Evaluates a node that is not part of the one under way: a function's body, a decision.</summary>
    /// <exception cref="FeelLimitException">Calls are nested too deep.</exception>
    public FeelValue Call(Node body, Scope scope)
    {
        if (_calls == 0 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new FeelLimitException($"Expected functions that call each other at most {FeelLimits.Calls} deep, but they go deeper.");
        }

        Spend(body.Size);
        _calls--;
        var result = body.Evaluate(this, scope);
        _calls++;
        return result;
    }
}
