using Workflows.Engine.Cases;
using Workflows.Engine.Ratings;

namespace Workflows.Designer.Ratings;

/// <summary>The ratings as the applicant's form sends them.</summary>
internal static class RatingAnswers
{
    private const int LongestComment = 500;

    public static string Grade(string matter) => $"grade-{matter}";

    public static string Comment(string matter) => $"comment-{matter}";

    /// <summary>One command for each matter that was given a grade.</summary>
    public static IEnumerable<RateMatter> Of(IFormCollection form, IEnumerable<string> matters)
    {
        foreach (var matter in matters)
        {
            if (Enum.TryParse<RatingGrade>(form[Grade(matter)], out var grade) && Enum.IsDefined(grade))
            {
                var comment = form[Comment(matter)].ToString();
                yield return new RateMatter(matter, grade, comment.Length > LongestComment ? comment[..LongestComment] : comment);
            }
        }
    }
}
