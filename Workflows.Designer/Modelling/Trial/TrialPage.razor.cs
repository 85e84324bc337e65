using Microsoft.AspNetCore.Components;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Services;
using Workflows.Designer.Forms;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Drafts;
using Workflows.Engine.Playing;

namespace Workflows.Designer.Modelling.Trial;

/// <summary>An application is played on the draft: who gets what when, on the real calendar.</summary>
public sealed partial class TrialPage
{
    private Draft? draft;
    private IReadOnlyList<ExampleApplication> examples = [];
    private IReadOnlyList<FormField> questions = [];
    private IReadOnlyList<string> obstacles = [];
    private ExampleApplication? application;
    private PlayedCase? played;
    private bool isAsGiven;
    private bool isMissing;
    private bool isPlaying;

    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private DraftBook Drafts { get; set; } = default!;

    [Inject]
    private DraftCheck Check { get; set; } = default!;

    [Inject]
    private DraftTrial Trial { get; set; } = default!;

    [Inject]
    private DefinitionStore Definitions { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        draft = await Drafts.Find(Id);
        isMissing = draft is null;
        if (draft is null)
        {
            return;
        }

        var library = await Check.Library(draft);
        if (library.Services.GetValueOrDefault(draft.ServiceCode) is not { } service)
        {
            obstacles = [.. library.Errors.Select(error => error.ToString())];
            return;
        }

        questions = service.Questions;
        var today = RegionDay.Of(Time.GetUtcNow(), await Definitions.Calendar());
        examples = [.. library.Examples.GetValueOrDefault(draft.ServiceCode) ?? [], TrialApplication.Of(service, today)];
        Choose(examples[0].Code);
    }

    private void Choose(string? code)
    {
        application = examples.FirstOrDefault(example => example.Code == code);
        (played, isAsGiven) = (null, code != TrialApplication.Code);
    }

    private void Answer(FormField question, string? text)
    {
        application = application! with { Answers = application.Answers.With(question.Name, FieldText.Read(question, text)) };
        isAsGiven = false;
    }

    private async Task Play()
    {
        isPlaying = true;
        StateHasChanged();
        var (tried, wanted) = (draft!, application!);
        var result = await Task.Run(() => Trial.Play(tried, wanted));
        (played, obstacles, isPlaying) = (result.Case, result.Obstacles, false);
    }
}
