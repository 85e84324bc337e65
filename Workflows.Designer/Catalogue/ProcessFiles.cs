using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Workflows.Definitions.Processes;
using Workflows.Engine.Definitions;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Catalogue;

/// <summary>The BPMN files of the processes that a case can run.</summary>
public sealed class ProcessFiles(DefinitionStore definitions)
{
    private readonly ConditionalWeakTable<XDocument, string> texts = [];

    /// <summary>The file that holds the process, as XML; null where none does.</summary>
    public async Task<string?> Find(CaseView view, string processId, CancellationToken cancellation = default)
    {
        var service = view.Definitions.Service;
        var published = await definitions.FindPublished(service.Code, service.Version, cancellation);
        var models = published is null ? [service.Process] : published.Library.SharedProcesses.Values.Prepend(service.Process);
        var model = models.FirstOrDefault(model => model.Processes.Any(process => process.Id == processId));
        return model is null ? null : texts.GetValue(model.Document, document => document.ToString(SaveOptions.DisableFormatting));
    }
}
