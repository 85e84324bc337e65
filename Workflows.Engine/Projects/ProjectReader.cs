using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Projects;

/// <summary>Finds projects for those who may see them: the window, the departments that take part, and those who oversee all.</summary>
public sealed class ProjectReader(EngineDatabase database, ProjectGrounds grounds, DefinitionStore definitions)
{
    /// <summary>The projects whose code begins with the text, or whose name or builder contains it, newest first.</summary>
    public async Task<Page<ProjectListRow>> Search(string? text, PageRequest page, Actor actor, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var found = Visible(db, actor);
        if (!string.IsNullOrWhiteSpace(text))
        {
            var part = text.Trim();
            found = found.Where(row => row.Code.StartsWith(part) || row.Name.Contains(part) || row.BuilderName.Contains(part));
        }

        var rows = await found
            .OrderByDescending(row => row.RegisteredAt).ThenBy(row => row.Code)
            .Skip((page.Number - 1) * page.Size).Take(page.Size)
            .Select(row => new ProjectListRow(row.Code, row.Name, row.BuilderName, row.Investment, row.Status, row.Stage, row.RegisteredAt))
            .ToListAsync(cancellation);
        return new Page<ProjectListRow>(rows, page.Number, page.Size, await found.CountAsync(cancellation));
    }

    /// <summary>A project with all that its page shows; null where there is none that the actor may see.</summary>
    public async Task<ProjectView?> Find(string code, Actor actor, CancellationToken cancellation = default) =>
        await Load(code, actor, cancellation) is { } loaded
            ? ProjectView.Of(loaded.Project, loaded.Sequence, loaded.Ground, await definitions.Calendar(cancellation))
            : null;

    /// <summary>A project with its ground; null where there is none that the actor may see.</summary>
    internal async Task<LoadedProject?> Load(string code, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (await Visible(db, actor).Where(row => row.Code == code).Select(row => new { row.Content, row.Sequence }).FirstOrDefaultAsync(cancellation) is not { } row)
        {
            return null;
        }

        var project = ProjectJson.ReadProject(row.Content);
        return new LoadedProject(project, row.Sequence, await grounds.Of(project, db, cancellation));
    }

    /// <summary>A project's journal as it is stored, oldest first; null where the actor may see no such project.</summary>
    public async Task<ProjectJournalVerdict?> Verify(string code, Actor actor, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        if (await Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(row => row.Code == code, cancellation) is not { } row)
        {
            return null;
        }

        var entries = await db.ProjectJournal.AsNoTracking().Where(entry => entry.ProjectCode == code).OrderBy(entry => entry.Sequence).ToListAsync(cancellation);
        return ProjectJournalVerdict.Of(row, entries);
    }

    private static IQueryable<ProjectRow> Visible(EngineDb db, Actor actor)
    {
        if (actor.Is(Role.Supervisor) || actor.Is(Role.Administrator) || actor.Is(Role.System) || actor.Is(Role.WindowClerk))
        {
            return db.Projects;
        }

        return actor.Department is { } department
            ? db.Projects.Where(row => db.ProjectDepartments.Any(part => part.ProjectCode == row.Code && part.Department == department))
            : db.Projects.Where(_ => false);
    }
}

internal sealed record LoadedProject(Project Project, int Sequence, ProjectGround Ground);

/// <summary>One project in a list.</summary>
/// <param name="Stage">The stage that was opened last; null before the first.</param>
public sealed record ProjectListRow(string Code, string Name, string BuilderName, InvestmentSource Investment, ProjectStatus Status, string? Stage, DateTimeOffset RegisteredAt);

/// <summary>Whether a project's journal is unbroken and gives the project as it is stored.</summary>
/// <param name="Reason">What is wrong; null where nothing is.</param>
public sealed record ProjectJournalVerdict(int Entries, string? Reason)
{
    public static ProjectJournalVerdict Of(ProjectRow row, IReadOnlyList<ProjectJournalRow> entries)
    {
        var previous = Journal.JournalHash.Origin;
        foreach (var (entry, number) in entries.Select((entry, index) => (entry, index + 1)))
        {
            if (entry.Sequence != number || entry.PreviousHash != previous || ProjectJournalRow.HashOf(entry) != entry.Hash)
            {
                return new ProjectJournalVerdict(entries.Count, $"Expected entry {number} of project '{row.Code}' to follow the one before it unchanged, but it does not.");
            }

            previous = entry.Hash;
        }

        var replayed = ProjectFolding.Replay(entries.SelectMany(entry => ProjectJson.ReadEvents(entry.Events)));
        return new ProjectJournalVerdict(entries.Count, ProjectJson.Write(replayed).AsSpan().SequenceEqual(row.Content)
            ? null
            : $"Expected the journal of project '{row.Code}' to give the project as it is stored, but it gives another.");
    }
}
