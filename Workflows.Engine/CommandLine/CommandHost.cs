using System.CommandLine;
using Workflows.Engine.Cases;
using Workflows.Engine.Hosting;
using Workflows.Engine.Storage;

namespace Workflows.Engine.CommandLine;

/// <summary>The services of a host on its database, without the host's work: for commands of an operator.</summary>
internal sealed class CommandHost(WebApplication app) : IAsyncDisposable
{
    /// <summary>Whoever may run programs on the host's machine: an analyst and administrator.</summary>
    public static readonly Actor Operator = new("operator", "运维", null, [Role.Analyst, Role.Administrator]);

    public static Option<string[]> Settings() => new("--set")
    {
        Description = "A setting of the host, e.g. --set Workflows:Database:Provider=Postgres; more than one may be given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Opens the database that the settings name, and brings its format up to date as a start of the host would.</summary>
    public static async Task<CommandHost> Start(string[] settings, CancellationToken cancellation)
    {
        var app = EngineHost.Build([.. settings.Select(setting => $"--{setting}")]);
        await app.Services.GetRequiredService<DatabaseStart>().Migrate(cancellation);
        return new CommandHost(app);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
