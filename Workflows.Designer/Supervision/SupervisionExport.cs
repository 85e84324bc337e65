using System.Text;
using Workflows.Definitions.Supervision;
using Workflows.Designer.Shell;
using Workflows.Engine.Accounts;
using Workflows.Engine.Lookup;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Engine.Supervision.Scores;

namespace Workflows.Designer.Supervision;

/// <summary>What the pages of supervision show, as CSV for a spreadsheet.</summary>
internal static class SupervisionExport
{
    public static void MapSupervisionExport(this WebApplication app)
    {
        app.MapGet("/supervision/alerts.csv", Alerts).RequireAuthorization();
        app.MapGet("/supervision/scores.csv", Scores).RequireAuthorization();
    }

    private static async Task<IResult> Alerts(string? q, SupervisionFamily? family, AlertLevel? level, AlertState? state, string? department, string? rule, bool? open, HttpContext context, AlertReader alerts, CancellationToken cancellation)
    {
        var query = new AlertQuery(q, family, level, state, department, RuleId: rule, OpenOnly: open is true);
        var text = new StringBuilder("id,rule,name,family,level,state,case,matter,department,officer,raised_at,issued_at,reply_due_on\r\n");
        for (var number = 1; ; number++)
        {
            var page = await alerts.Search(query, new PageRequest(number, PageRequest.LargestSize), AccountActor.Of(context.User), cancellation);
            foreach (var row in page.Items)
            {
                text.AppendJoin(',', new[]
                {
                    row.Id, row.RuleId, row.Name, row.Family.ToString(), row.Level.ToString(), row.State.ToString(), row.CaseNumber, row.MatterName,
                    row.Department, row.OfficerName, row.RaisedAt.Written(), row.IssuedAt?.Written(), row.ReplyDueOn?.Written(),
                }.Select(ScoreCsv.Field)).Append("\r\n");
            }

            if (page.Items.Count < page.Size)
            {
                return File(text.ToString(), "alerts.csv");
            }
        }
    }

    private static async Task<IResult> Scores(DateOnly month, HttpContext context, ScoreBook scores, CancellationToken cancellation) =>
        File(ScoreCsv.Of((await scores.Read(month, cancellation)).SeenBy(AccountActor.Of(context.User)).Scores), $"scores-{month:yyyy-MM}.csv");

    // The mark in front tells a spreadsheet that the text is UTF-8.
    private static IResult File(string text, string name) =>
        Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", name);
}
