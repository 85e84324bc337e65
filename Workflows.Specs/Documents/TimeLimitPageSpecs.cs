using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Documents;

/// <summary>The worked examples of <c>docs/time-limits.md</c> are what the calendar counts.</summary>
public partial class TimeLimitPageSpecs
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "time-limits.md"));

    public static TheoryData<string, int, string> Examples() =>
        [.. Row().Matches(Page).Select(row => (row.Groups["from"].Value, int.Parse(row.Groups["days"].Value, CultureInfo.InvariantCulture), row.Groups["due"].Value))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_page_holds(string from, int days, string due) =>
        LibraryFolder.China.AddWorkingDays(Day(from), days).ShouldBe(Day(due));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| (?<from>\d{4}-\d{2}-\d{2}) \| (?<days>\d+) \| (?<due>\d{4}-\d{2}-\d{2}) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
