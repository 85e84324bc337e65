using Shouldly;
using Workflows.Definitions;
using Workflows.Definitions.Calendars;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Calendars;

public class CalendarReaderSpecs
{
    private const string Year2026 = """
        notice: https://example.org/2026
        holidays:
          - name: 元旦
            off: [2026-01-01/2026-01-03]
            work: [2026-01-04]
        """;

    [Fact]
    public void A_region_is_a_folder_and_a_year_is_a_file()
    {
        using var library = new TemporaryLibrary().With("calendars/test/2026.yaml", Year2026);

        var calendar = Read(library, out var errors)["test"];

        errors.ShouldBeEmpty();
        calendar.Kind(new DateOnly(2026, 1, 4)).Published.ShouldBe(new PublishedDay(new DateOnly(2026, 1, 4), true, "元旦", "https://example.org/2026", 5));
    }

    [Theory]
    [InlineData("off: [2026-01-01/2026-01-03]", "off: [2026-01-03/2026-01-01]", 4, "holidays[0].off[0]",
        "Expected 'holidays[0].off[0]' to be a day as 2026-01-04 or days as 2026-01-01/2026-01-03, but it is '2026-01-03/2026-01-01'.")]
    [InlineData("off: [2026-01-01/2026-01-03]", "off: [1 January]", 4, "holidays[0].off[0]",
        "Expected 'holidays[0].off[0]' to be a day as 2026-01-04 or days as 2026-01-01/2026-01-03, but it is '1 January'.")]
    [InlineData("work: [2026-01-04]", "work: [2026-01-05]", 5, "holidays[0].work[0]",
        "Expected make-up days of '元旦' on a Saturday or Sunday, but '2026-01-05' holds another weekday.")]
    [InlineData("work: [2026-01-04]", "work: [2027-01-02]", 5, "holidays[0].work[0]",
        "Expected days of 2026 or of the December before, but found '2027-01-02'.")]
    [InlineData("work: [2026-01-04]", "work: [2026-01-03]", 5, "holidays",
        "Expected each day once, but 2026-01-03 is a working day of '元旦' here and a day off of '元旦' in calendars/test/2026.yaml(4).")]
    [InlineData("work: [2026-01-04]", "wrok: [2026-01-04]", 5, "holidays[0].wrok",
        "Expected one of the keys afternoon-off, morning-off, name, notice, off, work, but found 'wrok'.")]
    [InlineData("notice: https://example.org/2026", "notice:", 1, "notice", "Expected 'notice' to be a text, but it is ''.")]
    [InlineData("    off: ", "   off: ", 4, null, "Expected YAML, but While parsing a block collection, did not find expected '-' indicator.")]
    public void A_wrong_year_leaves_the_region_out_and_names_the_place(string right, string wrong, int line, string? key, string message)
    {
        using var library = new TemporaryLibrary().With("calendars/test/2026.yaml", Year2026.Replace(right, wrong, StringComparison.Ordinal));

        var calendars = Read(library, out var errors);

        calendars.Regions.ShouldBeEmpty();
        var error = errors.ShouldHaveSingleItem();
        error.Source.ShouldBe("calendars/test/2026.yaml");
        error.Line.ShouldBe(line);
        error.ElementId.ShouldBe(key);
        error.Message.ShouldBe(message);
    }

    [Fact]
    public void A_day_that_two_years_name_is_refused()
    {
        using var library = new TemporaryLibrary()
            .With("calendars/test/2026.yaml", "{ notice: n, holidays: [{ name: 冬至, off: [2026-12-31] }] }")
            .With("calendars/test/2027.yaml", "{ notice: n, holidays: [{ name: 元旦, off: [2026-12-31/2027-01-02] }] }");

        Read(library, out var errors).Regions.ShouldBeEmpty();

        errors.ShouldHaveSingleItem().Message.ShouldBe(
            "Expected each day once, but 2026-12-31 is a day off of '元旦' here and a day off of '冬至' in calendars/test/2026.yaml(1).");
    }

    [Fact]
    public void A_notice_may_name_the_last_days_of_the_December_before()
    {
        using var library = new TemporaryLibrary()
            .With("calendars/test/2026.yaml", Year2026)
            .With("calendars/test/2027.yaml", "{ notice: n, holidays: [{ name: 元旦, off: [2026-12-31/2027-01-02] }] }");

        var calendar = Read(library, out var errors)["test"];

        errors.ShouldBeEmpty();
        calendar.IsWorkingDay(new DateOnly(2026, 12, 31)).ShouldBeFalse();
    }

    [Fact]
    public void A_gap_between_years_is_refused()
    {
        using var library = new TemporaryLibrary()
            .With("calendars/test/2026.yaml", Year2026)
            .With("calendars/test/2028.yaml", "{ notice: n, holidays: [{ name: 元旦, off: [2028-01-01] }] }");

        Read(library, out var errors).Regions.ShouldBeEmpty();

        errors.ShouldHaveSingleItem().Message.ShouldBe("Expected every year from 2026 to 2028, but there is no file for 2027.");
    }

    [Fact]
    public void A_file_that_is_not_named_after_a_year_is_refused()
    {
        using var library = new TemporaryLibrary().With("calendars/test/next.yaml", Year2026);

        Read(library, out var errors).Regions.ShouldBeEmpty();

        errors[0].ToString().ShouldBe("calendars/test/next.yaml(0,0): Expected a file named after its year, as 2026.yaml, but it is 'next'.");
    }

    [Fact]
    public void The_version_changes_with_the_days()
    {
        using var library = new TemporaryLibrary()
            .With("calendars/a/2026.yaml", Year2026)
            .With("calendars/b/2026.yaml", Year2026)
            .With("calendars/c/2026.yaml", Year2026.Replace("2026-01-03", "2026-01-02", StringComparison.Ordinal));

        var calendars = Read(library, out _);

        calendars["a"].Version[1..].ShouldBe(calendars["b"].Version[1..]);
        calendars["a"].Version[1..].ShouldNotBe(calendars["c"].Version[1..]);
    }

    private static CalendarSet Read(TemporaryLibrary library, out List<DefinitionError> errors)
    {
        errors = [];
        return CalendarReader.Read(library.Folder, errors);
    }
}
