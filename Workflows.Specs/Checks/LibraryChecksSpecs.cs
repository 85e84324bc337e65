using Shouldly;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Libraries;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Checks;

/// <summary>What the product delivers keeps its own rules.</summary>
public class LibraryChecksSpecs
{
    [Fact]
    public void The_built_in_library_has_no_error()
    {
        var library = LibraryReader.Read(LibraryFolder.Path);

        var findings = library.Models.Values.SelectMany(model => DefinitionLinter.Check(new DefinitionUnderCheck(model)
        {
            Service = library.Services.Values.FirstOrDefault(service => service.Process.Source == model.Source),
            Library = library,
        }));

        findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.ToString()).ShouldBeEmpty();
    }
}
