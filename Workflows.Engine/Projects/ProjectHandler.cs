using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Projects;

/// <summary>Carries out commands on projects: the row and its journal entry in one transaction.</summary>
public sealed class ProjectHandler(EngineDatabase database, ProjectGrounds grounds, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Sends a command that happens now; answers <see cref="RejectionCode.Conflict"/> where others wrote the project at every attempt.</summary>
    public async Task<ProjectResult> Send(string code, Actor actor, ProjectCommand command, CancellationToken cancellation = default)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await Try(code, actor, command, cancellation) is { } result)
            {
                return result;
            }
        }

        return Refused(new Rejected(RejectionCode.Conflict, $"Expected to write project '{code}', but others wrote it at each of {Attempts} attempts.", code));
    }

    private async Task<ProjectResult?> Try(string code, Actor actor, ProjectCommand command, CancellationToken cancellation)
    {
        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        var row = await db.Projects.FirstOrDefaultAsync(found => found.Code == code, cancellation);
        var project = row is null ? null : ProjectJson.ReadProject(row.Content);
        var ground = await Ground(project, command, db, cancellation);
        if (ground is null)
        {
            return Refused(command is RegisterProject register
                ? new Rejected(RejectionCode.NotFound, $"Expected a type of projects '{register.Type}', but none was published.", register.Type)
                : new Rejected(RejectionCode.NotFound, $"Expected project '{code}', but there is none.", code));
        }

        var now = time.GetUtcNow();
        var decision = ProjectDecider.Decide(command, code, project, ground, actor, now);
        if (decision.Rejection is not null || decision.Events.Count == 0)
        {
            return new ProjectResult(decision.Rejection is null ? project : null, decision.Rejection);
        }

        var after = decision.Events.Aggregate(project, (state, @event) => ProjectFolding.Apply(state, @event))!;
        var journal = ProjectJournalRow.Of(code, (row?.Sequence ?? 0) + 1, command, actor.AccountId, now, decision.Events, row?.JournalHash ?? JournalHash.Origin);
        row ??= Add(db, after, ground);
        Write(db, row, after, journal);
        if (command is ReplaceLead { Department: var lead } && !await db.ProjectDepartments.AnyAsync(part => part.ProjectCode == code && part.Department == lead, cancellation))
        {
            db.ProjectDepartments.Add(new ProjectDepartmentRow { ProjectCode = code, Department = lead });
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
        catch (DbUpdateException) when (project is null && !cancellation.IsCancellationRequested)
        {
            // Another node was quicker, or the database failed: only the first is told by the row.
            if (await IsThere(code, cancellation))
            {
                return null;
            }

            throw;
        }

        return new ProjectResult(after, null);
    }

    private async Task<ProjectGround?> Ground(Project? project, ProjectCommand command, EngineDb db, CancellationToken cancellation) => (project, command) switch
    {
        ({ } known, _) => await grounds.Of(known, db, cancellation),
        (null, RegisterProject register) => await grounds.OfType(register.Type, cancellation),
        _ => null,
    };

    private static ProjectRow Add(EngineDb db, Project project, ProjectGround ground)
    {
        var row = new ProjectRow
        {
            Code = project.Code,
            Name = project.Name,
            BuilderName = project.Builder.Name,
            Investment = project.Investment,
            Status = project.Status,
            Stage = null,
            RegisteredAt = project.RegisteredAt,
            Content = [],
            Sequence = 0,
            JournalHash = JournalHash.Origin,
        };
        db.Projects.Add(row);
        db.ProjectDepartments.AddRange(Departments(project, ground).Select(department => new ProjectDepartmentRow { ProjectCode = project.Code, Department = department }));
        return row;
    }

    private static void Write(EngineDb db, ProjectRow row, Project after, ProjectJournalRow journal)
    {
        row.Status = after.Status;
        row.Stage = after.Cases.LastOrDefault()?.Stage;
        row.Content = ProjectJson.Write(after);
        row.Sequence = journal.Sequence;
        row.JournalHash = journal.Hash;
        db.ProjectJournal.Add(journal);
    }

    /// <summary>The departments that lead its stages and handle its matters.</summary>
    private static HashSet<string> Departments(Project project, ProjectGround ground)
    {
        var stages = ground.Type.StagesFor(project.Land.WithDesign);
        return [.. stages.Select(stage => stage.LeadDepartment), .. stages
            .Where(stage => ground.Services.ContainsKey(stage.Service))
            .SelectMany(stage => ground.Services[stage.Service].Matters)
            .Select(member => member.Matter.Department)];
    }

    private async Task<bool> IsThere(string code, CancellationToken cancellation)
    {
        await using var fresh = database.Open();
        return await fresh.Projects.AnyAsync(row => row.Code == code, cancellation);
    }

    private static ProjectResult Refused(Rejected rejected) => new(null, rejected);
}

/// <summary>The answer to a command on a project.</summary>
/// <param name="Project">The project after the command; null where it was refused.</param>
public sealed record ProjectResult(Project? Project, Rejected? Rejection);
