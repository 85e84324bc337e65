using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Files;
using Workflows.Engine.Handling;
using Workflows.Engine.Intake;
using Workflows.Engine.Projects;
using Workflows.Specs.Drivers;
using Workflows.Specs.Storage;
using Xunit;

namespace Workflows.Specs.Screens;

/// <summary>Cases that stand in a server before anybody looks at it.</summary>
internal static class StandingCases
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A registered project whose first stage has been opened.</summary>
    public static async Task BeginProject(this IServiceProvider services)
    {
        var registered = await services.GetRequiredService<ProjectHandler>().Send(
            ConstructionProject.Code,
            People.Clerk,
            new RegisterProject("恒远科技园一期", "building", InvestmentSource.Social, ConstructionProject.Builder, new ProjectScale(48000, 45000), new ProjectLand(32000, "出让", false)),
            Cancellation);
        registered.Rejection.ShouldBeNull();
        var answers = FeelContext.Empty.With("investment", "social").With("environment", false).With("energy", false).With("soil", false);
        var materials = new List<MaterialFile>();
        foreach (var material in new[] { "project-report", "land-boundary-map", "land-contract" })
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"%PDF-1.7 {material}"));
            materials.Add(new MaterialFile(material, (await services.GetRequiredService<FileStore>().Save(stream, $"{material}.pdf", People.Clerk, Cancellation)).ShouldBeOfType<FileSaved>().File.Id));
        }

        var opened = await services.GetRequiredService<ProjectIntake>().Open(
            ConstructionProject.Code,
            "land",
            new StageApplication(answers, FeelContext.Empty.With("landPlace", "新北区河海路北侧"), materials, "window"),
            People.Clerk,
            Cancellation);
        opened.ShouldBeOfType<CommandAccepted>();
    }

    /// <summary>A case that stands before a gateway, because nobody has given the size.</summary>
    public static async Task StopCase(this IServiceProvider services, string id)
    {
        services.GetRequiredService<DefinitionStore>().Remember(ConnectedService.Published());
        var handler = services.GetRequiredService<CaseHandler>();
        var started = TestEngine.Accepted(await handler.Send(id, SampleService.Clerk, ConnectedService.Start, cancellation: Cancellation)).Case;
        var seal = started.Instances.Values.Single(instance => instance.ElementId == "seal");
        TestEngine.Accepted(await handler.Send(id, Actor.Engine, new CompleteActivity(seal.Id), cancellation: Cancellation));
    }
}
