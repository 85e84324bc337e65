using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Workflows.Engine.Inbox;

namespace Workflows.Designer.Inbox;

/// <summary>The address of the inbox with what it shows: a view can be sent, saved and come back to.</summary>
internal static class InboxAddress
{
    public const string Path = "/inbox";

    /// <summary>The filter alone, without the page: what a saved view is.</summary>
    public static string Filter(InboxQuery query) => Build(query, null).ToString().TrimStart('?');

    public static string Of(InboxQuery query, int? page = null) => Path + Build(query, page);

    private static QueryBuilder Build(InboxQuery query, int? page)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("scope", query.Scope is InboxScope.Department ? null : query.Scope.ToString()),
            ("q", string.IsNullOrWhiteSpace(query.Text) ? null : query.Text.Trim()),
            ("service", query.ServiceCode),
            ("matter", query.Matter),
            ("state", query.State?.ToString()),
            ("overdue", query.OverdueOnly ? "true" : null),
            ("order", query.Order is InboxOrder.Due ? null : query.Order.ToString()),
            ("page", page is > 1 ? page.Value.ToString(CultureInfo.InvariantCulture) : null),
        };
        var built = new QueryBuilder();
        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                built.Add(name, value);
            }
        }

        return built;
    }
}
