using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Cases;
using Workflows.Engine.Files;
using Workflows.Engine.Intake;
using Workflows.Engine.Playing;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Drivers;

/// <summary>An example application of any service of the library, handed in at the window as it stands in its file.</summary>
internal sealed class LibraryExample(Office office)
{
    private static readonly Definitions.Libraries.Library Library = LibraryReader.Read(LibraryFolder.Path);

    /// <param name="service">The service's name.</param>
    /// <param name="name">The example's name.</param>
    public async Task Submit(string service, string name, DateOnly on)
    {
        office.ServiceCode = Library.Services.Values.Single(candidate => candidate.Name == service).Code;
        await office.MoveTo(on);
        var example = Library.Examples[office.ServiceCode].Single(candidate => candidate.Name == name);
        var engine = await office.Engine();
        var saved = await PlayFiles.Save(engine.Get<FileStore>(), example.Materials, People.Clerk, office.Now, TestContext.Current.CancellationToken);
        var applicant = new Applicant(example.Applicant.Kind, example.Applicant.Name, example.Applicant.IdNumber, example.Applicant.Phone, example.Applicant.AgentName);
        var application = new Application(office.ServiceCode, applicant, example.Answers, example.Form, [.. saved.Select(file => new MaterialFile(file.Code, file.FileId, file.FileName))], "window");
        office.Take(await engine.Get<ApplicationIntake>().Submit(application, People.Clerk, "application", TestContext.Current.CancellationToken));
    }
}
