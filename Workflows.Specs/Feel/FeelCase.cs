using Shouldly;
using Workflows.Definitions.Feel;

namespace Workflows.Specs.Feel;

/// <summary>An expression against a small case of an office.</summary>
internal static class FeelCase
{
    public static readonly DateTimeOffset Now = new(2026, 2, 13, 9, 30, 0, TimeSpan.FromHours(8));

    public static readonly FeelContext Scope = (FeelContext)FeelJson.Parse("""
        {
          "area": 620.5,
          "applicant": { "name": "王芳", "kind": "enterprise", "business years": 3 },
          "accepted on": { "@": "date", "value": "2026-02-13" },
          "materials": [
            { "code": "A1", "pages": 3, "original": true },
            { "code": "B2", "pages": 12, "original": false }
          ],
          "营业面积": 80,
          "nothing": null
        }
        """);

    public static FeelResult Evaluate(string expression) => FeelExpression.Parse(expression).Evaluate(Scope, Now);

    /// <summary>The value of the expression is that of the other, and neither warns.</summary>
    public static void ShouldBe(string expression, string expected)
    {
        var result = Evaluate(expression);

        result.Warnings.ShouldBeEmpty(expression);
        result.Value.ShouldBe(Evaluate(expected).Value, expression);
    }

    /// <summary>The value is null, and one warning says this.</summary>
    public static void ShouldFail(string expression, string warning)
    {
        var result = Evaluate(expression);

        result.Value.ShouldBe(FeelValue.Null, expression);
        result.Warnings.ShouldHaveSingleItem().ShouldContain(warning);
    }
}
