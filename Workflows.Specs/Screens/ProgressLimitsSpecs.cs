using System.Globalization;
using Shouldly;
using Workflows.Designer.Progress;
using Xunit;

namespace Workflows.Specs.Screens;

/// <summary>The last four characters cannot be found by trying.</summary>
public sealed class ProgressLimitsSpecs : IDisposable
{
    private readonly ProgressLimits limits = new();

    [Fact]
    public void One_number_is_closed_after_ten_questions_from_wherever()
    {
        var answers = Enumerable.Range(0, 11).Select(address => limits.MayAsk(Address(address), "YJS202603050001")).ToList();

        answers.ShouldBe([.. Enumerable.Repeat(true, 10), false]);
        limits.MayAsk(Address(99), "YJS202603050002").ShouldBeTrue();
    }

    [Fact]
    public void One_address_is_slowed_down_whatever_it_asks_for()
    {
        var answers = Enumerable.Range(0, 31).Select(number => limits.MayAsk("10.0.0.1", $"YJS{number}")).ToList();

        answers.ShouldBe([.. Enumerable.Repeat(true, 30), false]);
        limits.MayAsk("10.0.0.2", "YJS99").ShouldBeTrue();
    }

    public void Dispose() => limits.Dispose();

    private static string Address(int last) => "10.0.1." + last.ToString(CultureInfo.InvariantCulture);
}
