using Shouldly;
using Workflows.Engine.Handling;
using Workflows.Engine.Storage;
using Xunit;

namespace Workflows.Specs.Storage;

public sealed class GroupCommitSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_one_that_comes_alone_at_once()
    {
        await using var engine = await TestEngine.Start();
        using var store = new HeldStore();
        var commit = new GroupCommit(store, engine.Get<EngineDatabase>());

        var written = commit.Write(Command("a"));
        store.Release();
        await written;

        store.Groups.ShouldBe([["a"]]);
    }

    [Fact]
    public async Task Takes_along_all_that_have_come_while_it_wrote()
    {
        await using var engine = await TestEngine.Start();
        using var store = new HeldStore();
        var commit = new GroupCommit(store, engine.Get<EngineDatabase>());

        var first = commit.Write(Command("1"));
        var others = Enumerable.Range(2, 3).Select(number => commit.Write(Command($"{number}"))).ToList();
        store.Release();
        await first;
        store.Release();
        await Task.WhenAll(others);

        store.Groups.ShouldBe([["1"], ["2", "3", "4"]]);
    }

    [Fact]
    public async Task Writes_no_more_at_once_than_the_store_takes()
    {
        await using var engine = await TestEngine.Start();
        using var store = new HeldStore();
        var commit = new GroupCommit(store, engine.Get<EngineDatabase>());

        var all = Enumerable.Range(1, 1 + HeldStore.Most + 1).Select(number => commit.Write(Command($"{number}"))).ToList();
        store.Release(3);
        await Task.WhenAll(all);

        store.Groups.Select(group => group.Count).ShouldBe([1, HeldStore.Most, 1]);
    }

    [Fact]
    public async Task Tells_only_the_one_that_failed()
    {
        await using var engine = await TestEngine.Start();
        using var store = new HeldStore { Fails = "bad" };
        var commit = new GroupCommit(store, engine.Get<EngineDatabase>());

        var first = commit.Write(Command("a"));
        var (bad, good) = (commit.Write(Command("bad")), commit.Write(Command("good")));
        store.Release(2);
        await Task.WhenAll(first, good);

        (await Should.ThrowAsync<InvalidOperationException>(() => bad)).Message.ShouldBe("bad");
    }

    [Fact]
    public async Task Tells_everyone_of_a_group_when_the_database_is_gone_and_goes_on_with_the_next()
    {
        await using var engine = await TestEngine.Start();
        using var store = new HeldStore { IsGone = true };
        var commit = new GroupCommit(store, engine.Get<EngineDatabase>());
        var lost = commit.Write(Command("a"));
        store.Release();
        await Should.ThrowAsync<TimeoutException>(() => lost);

        store.IsGone = false;
        store.Release();

        await commit.Write(Command("b")).WaitAsync(Cancellation);
    }

    private static CaseWrite Command(string caseId) => new(caseId, new RowChanges());

    /// <summary>A store that writes when it is let, and remembers in which groups.</summary>
    private sealed class HeldStore : CaseStore, IDisposable
    {
        public const int Most = 4;

        private readonly SemaphoreSlim held = new(0);

        public List<List<string>> Groups { get; } = [];

        public string? Fails { get; init; }

        public bool IsGone { get; set; }

        public override int Lanes => 1;

        public override int GroupSize => Most;

        public void Release(int groups = 1) => held.Release(groups);

        public void Dispose() => held.Dispose();

        public override ValueTask<StoredCase?> Find(string caseId, int knownSequence, CancellationToken cancellation) => throw new NotSupportedException();

        public override async Task<IReadOnlyList<Exception?>> Write(IReadOnlyList<CaseWrite> group)
        {
            await held.WaitAsync(Cancellation);
            if (IsGone)
            {
                throw new TimeoutException();
            }

            Groups.Add([.. group.Select(write => write.CaseId)]);
            return [.. group.Select(write => write.CaseId == Fails ? new InvalidOperationException("bad") : null)];
        }
    }
}
