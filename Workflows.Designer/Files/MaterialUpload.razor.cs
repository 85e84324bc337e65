using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;
using Workflows.Definitions.Materials;
using Workflows.Designer.Accounts;
using Workflows.Designer.Shell;
using Workflows.Engine.Files;

namespace Workflows.Designer.Files;

public sealed partial class MaterialUpload
{
    private string? fault;
    private bool isBusy;

    [Parameter, EditorRequired]
    public Material Material { get; set; } = default!;

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public StoredFile? Given { get; set; }

    /// <summary>What is wrong with the material as a whole, in the user's language.</summary>
    [Parameter]
    public string? Fault { get; set; }

    /// <summary>What the material is looked at for.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public EventCallback<StoredFile> OnGiven { get; set; }

    [Parameter]
    public EventCallback OnRemoved { get; set; }

    [Inject]
    private FileStore Files { get; set; } = default!;

    [Inject]
    private IOptions<FileStoreOptions> Limits { get; set; } = default!;

    [Inject]
    private SignedIn SignedIn { get; set; } = default!;

    /// <summary>What the catalogue accepts, as far as the store of files takes it.</summary>
    private IEnumerable<string> Types => Material.AcceptedTypes.Where(type => FileType.OfName($"x.{type}") is not null);

    private long MaximumMegabytes => Limits.Value.MaximumSize / 1024 / 1024;

    private async Task Receive(InputFileChangeEventArgs change)
    {
        fault = null;
        var file = change.File;
        if (!Types.Contains(Path.GetExtension(file.Name).TrimStart('.').ToLowerInvariant()))
        {
            fault = Text["FileRefusalCode.TypeNotAllowed", file.Name, string.Join("、", Types)];
        }
        else if (file.Size > Limits.Value.MaximumSize)
        {
            fault = Text["FileRefusalCode.TooLarge", file.Name, MaximumMegabytes];
        }
        else
        {
            await Store(file);
        }
    }

    private async Task Store(IBrowserFile file)
    {
        isBusy = true;
        await using var content = file.OpenReadStream(Limits.Value.MaximumSize);
        var result = await Files.Save(content, file.Name, await SignedIn.Actor());
        isBusy = false;
        switch (result)
        {
            case FileSaved saved:
                await OnGiven.InvokeAsync(saved.File);
                break;
            case FileRefused refused:
                fault = Refusals.Sentence(Text, refused);
                break;
        }
    }
}
