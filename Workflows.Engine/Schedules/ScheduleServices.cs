using Microsoft.Data.SqlClient;
using Npgsql;
using Quartz;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Schedules;

/// <summary>Work by the calendar, done once however many nodes there are: Quartz, clustered on the engine's own database.</summary>
/// <remarks>SQLite has one node, which keeps its schedule in memory: a second writer on the file would cost more than it brings.</remarks>
internal static class ScheduleServices
{
    public static void AddSchedules(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(ScheduleOptions.Section).Get<ScheduleOptions>() ?? new ScheduleOptions();
        if (!options.Enabled)
        {
            return;
        }

        var database = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "workflows";
                scheduler.InstanceId = Guid.NewGuid().ToString("N");
            });
            var anchor = new JobKey("journal-anchor");
            quartz.AddJob<AnchorJob>(job => job.WithIdentity(anchor).StoreDurably().RequestRecovery());
            quartz.AddTrigger(trigger => trigger.ForJob(anchor).WithIdentity("journal-anchor-daily")
                .WithCronSchedule(options.Anchor, cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"))));
            if (database.Provider is DatabaseProvider.Sqlite)
            {
                return;
            }

            quartz.UsePersistentStore(store =>
            {
                if (database.Provider is DatabaseProvider.Postgres)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString!);
                }
                else
                {
                    store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString!);
                }

                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = TimeSpan.FromSeconds(1);
                    cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(2);
                });
                store.ProvisionSchema();
                store.ConfigureStore(settings => settings.StoreJobDataAsStrings = true);
            });
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }
}

/// <summary>When work by the calendar is done: the settings <c>Workflows:Schedules</c>.</summary>
public sealed class ScheduleOptions
{
    public const string Section = "Workflows:Schedules";

    /// <summary>False on a node that does none of it.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>When the journals are anchored, as a cron expression of Quartz in the time of Beijing.</summary>
    public string Anchor { get; set; } = "0 10 0 * * ?";
}
