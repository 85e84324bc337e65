using Shouldly;
using Xunit;

namespace Workflows.Specs.Support;

public class FakeTimeSpecs
{
    private static readonly DateTimeOffset Start = new(2026, 2, 13, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly FakeTime time = new(Start);

    [Fact]
    public void Time_stands_still_until_it_is_moved()
    {
        time.GetUtcNow().ShouldBe(Start);
        time.Advance(TimeSpan.FromDays(1));
        time.GetUtcNow().ShouldBe(Start.AddDays(1));
    }

    [Fact]
    public void Timers_ring_in_the_order_of_their_instants_and_see_the_time_of_their_ring()
    {
        List<(string Timer, double Hour)> rings = [];
        using var hourly = time.CreateTimer(_ => rings.Add(("hourly", Hour())), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        using var once = time.CreateTimer(_ => rings.Add(("once", Hour())), null, TimeSpan.FromHours(1.5), Timeout.InfiniteTimeSpan);

        time.Advance(TimeSpan.FromHours(2));

        rings.ShouldBe([("hourly", 1), ("once", 1.5), ("hourly", 2)]);
    }

    [Fact]
    public void After_a_sleep_a_timer_rings_once_and_then_goes_on()
    {
        List<double> rings = [];
        using var hourly = time.CreateTimer(_ => rings.Add(Hour()), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        time.WakeAt(Start.AddHours(48.5));
        time.Advance(TimeSpan.FromHours(1));

        rings.ShouldBe([48.5, 49.5]);
    }

    [Fact]
    public async Task A_delay_ends_when_its_time_has_come()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(5), time, TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromMinutes(4));
        delay.IsCompleted.ShouldBeFalse();

        time.Advance(TimeSpan.FromMinutes(1));
        await delay;
    }

    [Fact]
    public void A_disposed_timer_is_silent()
    {
        var rings = 0;
        time.CreateTimer(_ => rings++, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan).Dispose();

        time.Advance(TimeSpan.FromHours(2));

        rings.ShouldBe(0);
    }

    [Fact]
    public void Time_does_not_go_back() => Should.Throw<ArgumentOutOfRangeException>(() => time.MoveTo(Start.AddSeconds(-1)));

    private double Hour() => (time.GetUtcNow() - Start).TotalHours;
}
