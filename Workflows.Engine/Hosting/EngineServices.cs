using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Engine.Accounts;
using Workflows.Engine.Api;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Drafts;
using Workflows.Engine.Files;
using Workflows.Engine.Handling;
using Workflows.Engine.Inbox;
using Workflows.Engine.Intake;
using Workflows.Engine.Journal;
using Workflows.Engine.Lookup;
using Workflows.Engine.Messages;
using Workflows.Engine.Notification;
using Workflows.Engine.Numbering;
using Workflows.Engine.Outbox;
using Workflows.Engine.Projects;
using Workflows.Engine.Schedules;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision;
using Workflows.Engine.Sweeping;
using Workflows.Engine.Telemetry;
using Workflows.Engine.Versions;

namespace Workflows.Engine.Hosting;

/// <summary>The engine in a host: the headless one, or the web application that has it in the same process.</summary>
public static class EngineServices
{
    /// <summary>Adds the engine with its database, accounts and interface; the settings are under <c>Workflows</c>.</summary>
    public static IServiceCollection AddWorkflowsEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorage(configuration);
        services.AddAccounts(configuration);
        services.AddSharedProtectionKeys();
        services.Configure<NumberingOptions>(configuration.GetSection(NumberingOptions.Section));
        services.Configure<FileStoreOptions>(configuration.GetSection(FileStoreOptions.Section));
        services.Configure<RegionOptions>(configuration.GetSection(RegionOptions.Section));
        services.AddSingleton<DefinitionStore>();
        services.AddSingleton<LibraryImport>();
        services.AddHostedService<EngineStart>();
        services.Configure<SweepOptions>(configuration.GetSection(SweepOptions.Section));
        services.AddSingleton<SweepHeartbeat>();
        services.AddSingleton<DueCases>();
        services.AddSingleton<ClockSweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<ClockSweeper>());
        services.AddSingleton<CalendarRecount>();
        services.AddHostedService<CalendarWatch>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<SweepHealth>("sweep");
        services.AddApi(configuration);
        services.AddSingleton<CaseNumbering>();
        services.AddSingleton<CaseChanges>();
        services.AddSingleton<Publication>();
        services.AddDrafts();
        services.Configure<HandlingOptions>(configuration.GetSection(HandlingOptions.Section));
        services.AddSingleton<CaseLoading>();
        services.AddSingleton<CaseTurns>();
        services.AddSingleton<GroupCommit>();
        services.AddSingleton<CaseAttempt>();
        services.AddSingleton(provider => new CaseHandler(
            provider.GetRequiredService<CaseAttempt>(), provider.GetRequiredService<CaseTurns>(), provider.GetRequiredService<EngineMeter>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(CaseMessages.Consumer);
        services.AddOutbox(configuration);
        services.AddSchedules(configuration);
        services.AddTelemetry(configuration);
        services.Configure<NotificationOptions>(configuration.GetSection(NotificationOptions.Section));
        services.AddSingleton<ChangeFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeFeed>());
        services.AddSupervision(configuration);
        services.AddSingleton(provider => new CaseMigration(
            provider.GetRequiredService<EngineDatabase>(),
            provider.GetRequiredService<DefinitionStore>(),
            provider.GetRequiredService<CaseLoading>(),
            provider.GetRequiredService<CaseHandler>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CaseReader>();
        services.AddSingleton<InboxReader>();
        services.AddSingleton<InboxViews>();
        services.AddSingleton<Desk>();
        services.AddSingleton<IncidentReader>();
        services.AddSingleton<JournalReader>();
        services.AddSingleton<JournalAudit>();
        services.AddSingleton<JournalAnchors>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<ApplicationIntake>();
        services.AddSingleton<CorrectionIntake>();
        services.AddProjects();
        return services;
    }

    private static void AddSharedProtectionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Workflows");
        services.AddOptions<KeyManagementOptions>().Configure<EngineDatabase>((options, database) => options.XmlRepository = new ProtectionKeyStore(database));
    }
}
