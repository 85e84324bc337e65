using System.CommandLine;
using System.Text;
using Workflows.Engine.CommandLine;

namespace Workflows.Engine;

/// <summary>The engine's own process: command line and headless host.</summary>
public static class EngineProgram
{
    public static Task<int> Main(string[] args)
    {
        Console.OutputEncoding = Encoding.UTF8;

        return Commands(Console.Out, Console.Error).Parse(args).InvokeAsync();
    }

    /// <summary>All commands, with the writers that they print to.</summary>
    public static RootCommand Commands(TextWriter output, TextWriter errors) => new("Workflows: approvals across departments (一件事 · 并联审批).")
    {
        HostCommand.Create(errors),
        JournalCommand.Create(output, errors),
        LintCommand.Create(output, errors),
        VerifyCommand.Create(output, errors),
        ConvertCommand.Create(output, errors),
        PlayCommand.Create(output, errors),
        GuideCommand.Create(output, errors),
        PublishCommand.Create(output, errors),
        MigrateCommand.Create(output, errors),
        FeelCommand.Create(output, errors),
        DecideCommand.Create(output, errors),
    };
}
