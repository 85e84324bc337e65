using Shouldly;
using Workflows.Definitions.Clocks;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Ratings;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Cases;

/// <summary>Ratings (好差评), and what a bad one asks for.</summary>
public class JudgingSpecs
{
    private static readonly ClockRules Rules = new()
    {
        Limits = new Dictionary<ClockKind, TimeLimit> { [ClockKind.RatingRectification] = new(15, TimeUnit.WorkingDays, ClockKind.RatingRectification) },
    };

    private readonly OneMatterCase file = new("2026-03-02", Rules);

    [Fact]
    public void A_rating_is_bound_to_the_officer_who_decided_and_given_once()
    {
        End();

        file.Accept("2026-03-06", Actor.Applicant, new RateMatter("licence", RatingGrade.VerySatisfied, " 很快 "));

        var rating = file.State.Matters["licence"].Rating!;
        (rating.Grade, rating.Comment, rating.Officer!.Name, rating.IsBad).ShouldBe((RatingGrade.VerySatisfied, "很快", OneMatterCase.Officer.Name, false));
        file.State.Clocks.Values.ShouldNotContain(clock => clock.Limit.Kind == ClockKind.RatingRectification);
        file.Refuse("2026-03-06", Actor.Applicant, new RateMatter("licence", RatingGrade.Satisfied, null)).Code.ShouldBe(RejectionCode.InvalidState);
    }

    [Fact]
    public void A_bad_rating_starts_the_clock_of_the_rectification_also_after_the_case_has_ended()
    {
        End();

        file.Accept("2026-03-06", Actor.Applicant, new RateMatter("licence", RatingGrade.Dissatisfied, "等得太久"));

        file.State.Status.ShouldBe(CaseStatus.Completed);
        var clock = file.State.Clocks.Values.Single(one => one.Limit.Kind == ClockKind.RatingRectification);
        clock.IsRunning.ShouldBeTrue();
        ClockReading.Of(clock, LibraryFolder.China, Days.Day("2026-03-06")).DueOn.ShouldBe(new DateOnly(2026, 3, 27));

        file.Accept("2026-03-20", OneMatterCase.Head, new RectifyRating("licence", "已向申请人致歉，并增设窗口。"));
        file.State.Clocks[clock.Id].Met.ShouldBe(true);
        file.State.Matters["licence"].Rating!.Rectification.ShouldBe("已向申请人致歉，并增设窗口。");
        file.Refuse("2026-03-20", OneMatterCase.Head, new RectifyRating("licence", "再次")).Code.ShouldBe(RejectionCode.InvalidState);
    }

    [Fact]
    public void Only_the_applicant_rates_and_only_what_has_ended()
    {
        file.Refuse("2026-03-03", Actor.Applicant, new RateMatter("licence", RatingGrade.Satisfied, null)).Code.ShouldBe(RejectionCode.InvalidState);
        file.Refuse("2026-03-03", Actor.Applicant, new RateMatter("other", RatingGrade.Satisfied, null)).Code.ShouldBe(RejectionCode.NotFound);
        file.Refuse("2026-03-03", OneMatterCase.Officer, new RateMatter("licence", RatingGrade.VerySatisfied, null)).Code.ShouldBe(RejectionCode.NotEntitled);
    }

    [Fact]
    public void Only_the_department_answers_a_bad_rating_and_with_words()
    {
        End();
        file.Refuse("2026-03-06", OneMatterCase.Head, new RectifyRating("licence", "没有差评")).Code.ShouldBe(RejectionCode.NotFound);
        file.Accept("2026-03-06", Actor.Applicant, new RateMatter("licence", RatingGrade.VeryDissatisfied, null));

        file.Refuse("2026-03-09", OneMatterCase.Stranger, new RectifyRating("licence", "与我无关")).Code.ShouldBe(RejectionCode.NotEntitled);
        file.Refuse("2026-03-09", OneMatterCase.Officer, new RectifyRating("licence", "  ")).Code.ShouldBe(RejectionCode.ReasonRequired);
    }

    private void End()
    {
        file.Complete("2026-03-02", OneMatterCase.Officer, "accept", "accept");
        file.Complete("2026-03-03", OneMatterCase.Officer, "review", "pass");
        file.Complete("2026-03-04", OneMatterCase.Head, "decide", "approve");
        file.Complete("2026-03-05", OneMatterCase.Officer, "certify", "done");
    }
}
