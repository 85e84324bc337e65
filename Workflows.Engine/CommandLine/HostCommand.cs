using System.CommandLine;
using Workflows.Engine.Hosting;
using Workflows.Engine.Storage;

namespace Workflows.Engine.CommandLine;

/// <summary><c>serve</c>: runs the headless host until it is told to stop.</summary>
public static class HostCommand
{
    /// <param name="errors">Why the host refuses to start.</param>
    public static Command Create(TextWriter errors)
    {
        var settings = new Argument<string[]>("settings")
        {
            Description = "Settings of the host, e.g. --urls http://localhost:5081 --Workflows:Database:Provider=Postgres",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("serve", "Run the engine with its interface under /api/v1, without screens.") { settings };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                await using var host = EngineHost.Build([.. parsed.GetValue(settings) ?? [], .. parsed.UnmatchedTokens]);
                await host.RunAsync(cancellation);
                return 0;
            }
            catch (DatabaseRefusedException refused)
            {
                await errors.WriteLineAsync(refused.Message);
                return 1;
            }
        });
        return command;
    }
}
