using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Hosting;
using Workflows.Engine.Storage;
using Workflows.Specs.Storage;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Accounts;

public sealed class DemoOrganisationSpecs
{
    /// <summary>A schedule has threads of its own, which keep a process alive until the host is stopped.</summary>
    private static readonly Dictionary<string, string?> Unscheduled = new() { ["Workflows:Schedules:Enabled"] = "false" };

    [Fact]
    public void Has_an_account_that_works_and_a_head_in_every_department_of_the_library()
    {
        foreach (var department in LibraryReader.Read(LibraryFolder.Path).Departments.Keys)
        {
            var roles = DemoOrganisation.Accounts.Where(account => account.Department == department).Select(account => account.Role).ToList();

            roles.ShouldContain(Role.DepartmentHead, department);
            roles.ShouldContain(role => role == Role.Officer || role == Role.WindowClerk, department);
        }

        DemoOrganisation.Accounts.Select(account => account.Role).Distinct().ShouldBe(Role.OfAccounts, ignoreOrder: true);
    }

    [Fact]
    public void Is_told_in_the_documents_as_it_is()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "demo.md"));

        page.ShouldContain($"**`{DemoOrganisation.Password}`**");
        foreach (var account in DemoOrganisation.Accounts)
        {
            page.ShouldContain($"| `{account.UserName}` | {account.DisplayName} |");
        }
    }

    [Fact]
    public async Task Is_not_added_in_production_where_the_first_administrator_is_the_one_of_the_settings()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Workflows:FirstAdministrator:UserName"] = "first",
            ["Workflows:FirstAdministrator:Password"] = "Changeme2026",
        };
        await using var database = TestDatabase.New(DatabaseProvider.Sqlite);
        await using var app = Host(database, settings);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

        var only = accounts.Users.ToList().ShouldHaveSingleItem();

        only.UserName.ShouldBe("first");
        (await accounts.GetRolesAsync(only)).ShouldBe([Role.Administrator]);
    }

    [Fact]
    public async Task Refuses_to_begin_with_a_password_that_breaks_the_rules()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Workflows:FirstAdministrator:UserName"] = "first",
            ["Workflows:FirstAdministrator:Password"] = "short",
        };
        await using var database = TestDatabase.New(DatabaseProvider.Sqlite);
        await using var app = Host(database, settings);

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        refusal.Message.ShouldStartWith("Expected to add the account 'first', but ");
    }

    [Fact]
    public async Task Is_added_once_where_two_nodes_start_together()
    {
        await using var database = TestDatabase.New(DatabaseProvider.Postgres);
        await using var one = Host(database, [], "Development");
        await using var other = Host(database, [], "Development");
        await one.Services.GetRequiredService<DatabaseStart>().Migrate(TestContext.Current.CancellationToken);

        await Task.WhenAll(one.StartAsync(TestContext.Current.CancellationToken), other.StartAsync(TestContext.Current.CancellationToken));

        await using var scope = other.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<UserManager<Account>>().Users.Count().ShouldBe(DemoOrganisation.Accounts.Count);
    }

    private static WebApplication Host(TestDatabase database, Dictionary<string, string?> settings, string environment = "Production")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = database.Folder, EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(database.Settings).AddInMemoryCollection(Unscheduled).AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddWorkflowsEngine(builder.Configuration);
        return builder.Build();
    }
}
