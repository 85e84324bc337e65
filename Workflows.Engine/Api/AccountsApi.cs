using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Api;

/// <summary>Accounts, for administrators.</summary>
internal static class AccountsApi
{
    public static void MapAccounts(this RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").RequireAuthorization(policy => policy.RequireRole(Role.Administrator)).WithTags("Accounts");
        accounts.MapGet("/", async (AccountDirectory directory, CancellationToken cancellation) => Results.Ok(await directory.List(cancellation)))
            .WithSummary("All accounts.").Produces<IReadOnlyList<AccountEntry>>();
        accounts.MapPost("/", Add).WithSummary("Add an account.").Produces(StatusCodes.Status204NoContent);
        accounts.MapPut("/{userName}", async (string userName, AccountDraft draft, HttpRequest request, AccountDirectory directory, CancellationToken cancellation) =>
            Answer(request, userName, await directory.Change(userName, draft, cancellation))).WithSummary("Change name, department and posts.").Produces(StatusCodes.Status204NoContent);
        accounts.MapPut("/{userName}/password", async (string userName, PasswordRequest body, HttpRequest request, AccountDirectory directory, CancellationToken cancellation) =>
            Answer(request, userName, await directory.SetPassword(userName, body.Password, cancellation))).WithSummary("Set another password and unlock.").Produces(StatusCodes.Status204NoContent);
        accounts.MapPost("/{userName}/lock", async (string userName, HttpRequest request, AccountDirectory directory, CancellationToken cancellation) =>
            Answer(request, userName, await directory.SetLocked(userName, true, cancellation))).WithSummary("Lock an account.").Produces(StatusCodes.Status204NoContent);
        accounts.MapPost("/{userName}/unlock", async (string userName, HttpRequest request, AccountDirectory directory, CancellationToken cancellation) =>
            Answer(request, userName, await directory.SetLocked(userName, false, cancellation))).WithSummary("Unlock an account.").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Add(NewAccountRequest account, HttpRequest request, AccountDirectory directory, CancellationToken cancellation) =>
        Answer(request, account.UserName, await directory.Add(account.UserName, new AccountDraft(account.DisplayName, account.Department, account.Posts), account.Password, cancellation));

    private static IResult Answer(HttpRequest request, string userName, IReadOnlyList<ApplicationFault>? faults) =>
        faults is null ? Problem.NotFound(request, userName)
        : faults.Count == 0 ? Results.NoContent()
        : Problem.Of(request, StatusCodes.Status422UnprocessableEntity, "invalid-account", faults, $"Expected a valid account '{userName}', but {string.Join(", ", faults.Select(fault => $"{fault.Target} is {fault.Code}"))}.", userName);
}

public sealed record NewAccountRequest(string UserName, string DisplayName, string? Department, IReadOnlyList<string> Posts, string Password);

public sealed record PasswordRequest(string Password);
