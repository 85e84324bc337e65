using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Workflows.Engine.Storage;
using Xunit;

namespace Workflows.Specs.Storage;

/// <summary>Everything that SQL Server is told, read by a parser of its dialect: no such server runs here.</summary>
public sealed partial class SqlServerStatementSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The statements written by hand: the constants of that name.</summary>
    public static TheoryData<string> Statements =>
    [
        .. from type in typeof(EngineDb).Assembly.GetTypes()
           let constant = type.GetField("SqlServer", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
           where constant is { IsLiteral: true } && constant.FieldType == typeof(string)
           select type.FullName,
    ];

    [Theory, MemberData(nameof(Statements))]
    public async Task Writes_by_hand_what_SQL_Server_can_read(string type)
    {
        var statement = (string)typeof(EngineDb).Assembly.GetType(type)!.GetField("SqlServer", BindingFlags.Static | BindingFlags.NonPublic)!.GetRawConstantValue()!;

        (await Fault(Placeholder().Replace(statement, "@p$1"))).ShouldBeNull();
    }

    [Fact]
    public async Task Migrates_by_a_script_that_SQL_Server_can_read_and_that_can_be_repeated()
    {
        await using var db = new SqlServerEngineDbFactory().CreateDbContext([]);

        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        (await Fault(script)).ShouldBeNull();
    }

    [Fact]
    public async Task Finds_a_statement_that_SQL_Server_cannot_read() =>
        (await Fault("SELECT id FROM cases LIMIT 5 FOR UPDATE SKIP LOCKED")).ShouldNotBeNull();

    [Fact]
    public void Knows_the_statements() => Statements.Count.ShouldBeGreaterThanOrEqualTo(3);

    /// <summary>What the parser says against the text; null where it can read it.</summary>
    private static async Task<string?> Fault(string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("workflows-").FullName, "statement.sql");
        await File.WriteAllTextAsync(file, text + "\n", Cancellation);
        try
        {
            using var parser = Process.Start(new ProcessStartInfo("sqlfluff", ["parse", "--dialect", "tsql", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = parser.StandardError.ReadToEndAsync(Cancellation);
            var output = await parser.StandardOutput.ReadToEndAsync(Cancellation);
            await parser.WaitForExitAsync(Cancellation);
            return parser.ExitCode == 0 ? null : output + await errors;
        }
        catch (Win32Exception)
        {
            Assert.Skip("No parser of SQL Server's dialect: install sqlfluff (Debian has it).");
            throw;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Placeholder();
}
