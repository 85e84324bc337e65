using Workflows.Definitions;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Services;

namespace Workflows.Engine.Definitions;

/// <summary>A package as it was read and checked.</summary>
/// <param name="Services">The services without errors: the only ones that can be published.</param>
/// <param name="Errors">What is wrong with the rest.</param>
internal sealed record CheckedPackage(LibraryPackage Package, Library Library, IReadOnlyList<ServiceDefinition> Services, IReadOnlyList<DefinitionError> Errors)
{
    public static CheckedPackage Of(LibraryPackage package)
    {
        var library = LibraryReader.Read(package);
        var errors = library.Errors.ToList();
        var services = new List<ServiceDefinition>();
        foreach (var service in library.Services.Values)
        {
            var refused = PublicationCheck.Errors(library, service);
            errors.AddRange(refused);
            if (refused.Count == 0)
            {
                services.Add(service);
            }
        }

        return new CheckedPackage(package, library, services, [.. errors.Distinct()]);
    }
}
