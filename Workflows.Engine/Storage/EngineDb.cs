using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Accounts;
using Workflows.Engine.Definitions;
using Workflows.Engine.Drafts;
using Workflows.Engine.Files;
using Workflows.Engine.Hosting;
using Workflows.Engine.Inbox;
using Workflows.Engine.Journal;
using Workflows.Engine.Messages;
using Workflows.Engine.Notification;
using Workflows.Engine.Numbering;
using Workflows.Engine.Outbox;
using Workflows.Engine.Projects;
using Workflows.Engine.Projects.Exchange;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Engine.Supervision.Heartbeat;
using Workflows.Engine.Supervision.Scores;

namespace Workflows.Engine.Storage;

/// <summary>The engine's tables: one model, three providers.</summary>
/// <remarks>A case is written by <c>CaseHandler</c> only; everybody else reads.</remarks>
public abstract class EngineDb(DbContextOptions options) : IdentityDbContext<Account, IdentityRole, string>(options)
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<CaseDepartmentRow> CaseDepartments => Set<CaseDepartmentRow>();

    public DbSet<CaseFileRow> CaseFiles => Set<CaseFileRow>();

    public DbSet<JournalRow> Journal => Set<JournalRow>();

    public DbSet<WorkItemRow> WorkItems => Set<WorkItemRow>();

    public DbSet<DeskNoteRow> DeskNotes => Set<DeskNoteRow>();

    public DbSet<InboxViewRow> InboxViews => Set<InboxViewRow>();

    public DbSet<ClockRow> Clocks => Set<ClockRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<JournalAnchorRow> JournalAnchors => Set<JournalAnchorRow>();

    public DbSet<ChangeNoteRow> ChangeNotes => Set<ChangeNoteRow>();

    public DbSet<WaitRow> Waits => Set<WaitRow>();

    public DbSet<MessageDeliveryRow> MessageDeliveries => Set<MessageDeliveryRow>();

    public DbSet<FileRow> Files => Set<FileRow>();

    public DbSet<DefinitionRow> Definitions => Set<DefinitionRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<AlertJournalRow> AlertJournal => Set<AlertJournalRow>();

    public DbSet<SupervisionRunRow> SupervisionRuns => Set<SupervisionRunRow>();

    public DbSet<ScoreMonthRow> ScoreMonths => Set<ScoreMonthRow>();

    public DbSet<ProjectRow> Projects => Set<ProjectRow>();

    public DbSet<ProjectJournalRow> ProjectJournal => Set<ProjectJournalRow>();

    public DbSet<ProjectDepartmentRow> ProjectDepartments => Set<ProjectDepartmentRow>();

    public DbSet<UploadRow> ProjectUploads => Set<UploadRow>();

    public DbSet<NumberRow> Numbers => Set<NumberRow>();

    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsUtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().Property(account => account.DisplayName).HasMaxLength(Lengths.Name);
        builder.Entity<Account>().Property(account => account.Department).HasMaxLength(Lengths.Code);
        builder.ApplyConfigurationsFromAssembly(typeof(EngineDb).Assembly);
        TableNames.Apply(builder);
        KeepWhatBelongsToCases(builder);
    }

    /// <remarks>A case and its journal are kept for ever: nothing may vanish because something else was deleted.</remarks>
    private static void KeepWhatBelongsToCases(ModelBuilder builder)
    {
        foreach (var foreignKey in builder.Model.FindEntityType(typeof(CaseRow))!.GetReferencingForeignKeys())
        {
            foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }
}
