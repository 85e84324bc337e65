using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Library;

/// <summary>A wrong definition is named with file, line and key, and left out; the rest can be used.</summary>
public class LibraryErrorSpecs
{
    private static readonly Definitions.Libraries.Library Whole = LibraryReader.Read(LibraryFolder.Path);

    [Theory]
    [InlineData("matters/outdoor-sign/matter.yaml", "department: urban-management", "department: parks", 2, "department",
        "Expected 'department' to be a department of catalogue/departments.yaml, but there is no 'parks'.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "kind: promised", "kind: 承诺件", 3, "kind",
        "Expected 'kind' to be one of instant, promised, but it is '承诺件'.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "version: 1", "version: first", 4, "version",
        "Expected 'version' to be a whole number, but it is 'first'.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "version: 1", "version: 0", 4, "version", "Expected 'version' to be 1 or more, but it is 0.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "version: 1", "version: 1\nversion: 2", 5, null, "Expected YAML, but Duplicate key version.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "version: 1", "version: [", 0, null, "Expected YAML, but the text cannot be read as such.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "version: 1", "version: 1\nstopped-on: 2026-01-01", 5, "stopped-on",
        "Expected a day after 2026-01-01, on which the matter came into force, but it is 2026-01-01.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "effective-on: 2026-01-01", "effective-on: 2026-1-1", 5, "effective-on",
        "Expected 'effective-on' to be a day as 2026-02-14, but it is '2026-1-1'.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "    amount: 20", "    amount: 0", 8, "limits.statutory.amount",
        "Expected a limit greater than 0, but it is 0.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "    amount: 5", "    amount: 25", 13, "limits.promised",
        "Expected a promised limit not longer than the statutory one of 20, but it is 25.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "  - code: premises-proof", "  - code: other-materials", 23, "materials[1].code",
        "Expected 'materials[1].code' to be a material of catalogue/materials.yaml, but there is no 'other-materials'.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "name: 户外招牌设施设置规范管理", "nmae: 户外招牌设施设置规范管理", 1, "name",
        "Expected key 'name', but it is missing.")]
    [InlineData("matters/outdoor-sign/matter.yaml", "results: [outdoor-sign-opinion]", "results: [permit]", 40, "results[0]",
        "Expected 'results[0]' to be a licence of catalogue/licences.yaml, but there is no 'permit'.")]
    public void A_wrong_matter_is_left_out_with_the_services_that_need_it(string source, string right, string wrong, int line, string? key, string message)
    {
        using var folder = LibraryFolder.Copy().Replacing(source, right, wrong);

        var library = LibraryReader.Read(folder.Folder);

        var error = library.Errors[0];
        (error.Source, error.Line, error.ElementId, error.Message).ShouldBe((source, line, key, message));
        library.Matters.Keys.ShouldNotContain("outdoor-sign");
        library.Services.Keys.ShouldNotContain("open-restaurant");
        library.Matters.Count.ShouldBe(Whole.Matters.Count - 1);
    }

    [Theory]
    [InlineData("service.yaml", "  - code: tobacco-retail-licence", "  - code: music-licence", "matters[4].code",
        "Expected 'matters[4].code' to be a matter of matters/ that could be read, but there is no 'music-licence'.")]
    [InlineData("service.yaml", "region: cn", "region: mars", "region", "Expected a region with a calendar, but there is none for 'mars'.")]
    [InlineData("service.yaml", "  - name: tobacco", "  - name: outdoorSign", "questions[5].name", "Expected each field once, but 'outdoorSign' stands twice.")]
    [InlineData("service.yaml", "applicants: [enterprise, person]", "applicants: [company]", "applicants[0]",
        "Expected 'applicants[0]' to be one of person, enterprise, organisation, but it is 'company'.")]
    [InlineData("form.yaml", "kind: phone", "kind: telephone", "sections[0].fields[4].kind",
        "Expected 'sections[0].fields[4].kind' to be one of text, long-text, number, date, yes-no, choice, phone, social-credit-code, citizen-id, but it is 'telephone'.")]
    [InlineData("form.yaml", "{ name: seats, label: 餐位数, kind: number,", "{ name: seats, label: 餐位数, kind: choice,", "sections[2].fields[1].options",
        "Expected options for a field of kind choice and for no other, but field 'seats' is of kind Choice and has 0.")]
    [InlineData("form.yaml", "minimum: 1, maximum: 50,", "minimum: 1, maximum: 0,", "sections[5].fields[1].maximum", "Expected a maximum not smaller than 1, but it is 0.")]
    [InlineData("process.bpmn", "calledElement=\"instant-check\"", "calledElement=\"instant-cheque\"", "check",
        "Expected 'check' to call a process of the service or of shared/, but there is no 'instant-cheque'.")]
    [InlineData("process.bpmn", "approval:matter=\"outdoor-sign\"", "approval:matter=\"indoor-sign\"", "sign",
        "Expected 'sign' to name a matter of service 'open-restaurant', but it has no 'indoor-sign'.")]
    [InlineData("process.bpmn", "approval:department=\"service-centre\" approval:role", "approval:department=\"city-hall\" approval:role", "deliver",
        "Expected 'deliver' to name a department of catalogue/departments.yaml, but there is no 'city-hall'.")]
    public void A_wrong_service_is_left_out_and_its_matters_stay(string file, string right, string wrong, string key, string message)
    {
        var source = $"services/open-restaurant/{file}";
        using var folder = LibraryFolder.Copy().Replacing(source, right, wrong);

        var library = LibraryReader.Read(folder.Folder);

        (library.Errors[0].Source, library.Errors[0].ElementId, library.Errors[0].Message).ShouldBe((source, key, message));
        library.Errors[0].Line.ShouldBeGreaterThan(0);
        library.Services.Keys.ShouldBe(Whole.Services.Keys.Except(["open-restaurant"]), ignoreOrder: true);
        library.Matters.Keys.ShouldBe(Whole.Matters.Keys, ignoreOrder: true);
    }

    [Fact]
    public void A_shared_process_that_names_no_decision_is_found_by_the_service_that_calls_it()
    {
        using var folder = LibraryFolder.Copy().Replacing("shared/instant-approval.bpmn", "instant-approval.dmn#", "missing.dmn#");

        var error = LibraryReader.Read(folder.Folder).Errors.ShouldHaveSingleItem();

        error.Source.ShouldBe("shared/instant-approval.bpmn");
        error.Message.ShouldBe("Expected 'assess' to name a decision as file.dmn#id, but there is no 'missing.dmn#instant-approval'.");
    }

    [Fact]
    public void A_process_that_is_no_xml_is_left_out_with_the_service()
    {
        using var folder = LibraryFolder.Copy().With("services/open-restaurant/process.bpmn", "<bpmn");

        var library = LibraryReader.Read(folder.Folder);

        library.Errors[0].Source.ShouldBe("services/open-restaurant/process.bpmn");
        library.Services.Keys.ShouldBe(Whole.Services.Keys.Except(["open-restaurant"]), ignoreOrder: true);
    }

    [Fact]
    public void A_condition_that_is_not_FEEL_is_refused()
    {
        using var folder = LibraryFolder.Copy().Replacing("matters/outdoor-sign/matter.yaml", "when: form.residentialBuilding = true", "when: form.residentialBuilding =");

        var error = LibraryReader.Read(folder.Folder).Errors[0];

        error.ElementId.ShouldBe("materials[3].when");
        error.Message.ShouldStartWith("Expected 'materials[3].when' to be a FEEL condition, but it is not: ");
    }

    [Fact]
    public void A_folder_whose_name_is_no_code_is_left_out()
    {
        using var folder = LibraryFolder.Copy().With("matters/Outdoor Sign/matter.yaml", "name: 招牌");

        var library = LibraryReader.Read(folder.Folder);

        library.Errors.ShouldHaveSingleItem().Message.ShouldBe("Expected a folder with a code as outdoor-sign for a name, but it is 'Outdoor Sign'.");
        library.Services.Keys.ShouldBe(Whole.Services.Keys, ignoreOrder: true);
    }

    [Fact]
    public void However_a_file_is_cut_off_or_damaged_reading_never_throws()
    {
        const string Signs = "[]{}:,-&*!|>'\"%@`\t#";
        var random = new Random(20260302);
        var files = Directory.GetFiles(LibraryFolder.Path, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("calendars", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(LibraryFolder.Path, file).Replace('\\', '/'), File.ReadAllText);

        // Two of each kind say as much as all, and every round reads the whole library.
        var kinds = files.Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal))
            .GroupBy(file => file.Key.StartsWith("supervision", StringComparison.Ordinal) ? "supervision" : Path.GetFileName(file.Key))
            .SelectMany(kind => kind.OrderBy(file => file.Key, StringComparer.Ordinal).Take(2));
        foreach (var (path, text) in kinds)
        {
            for (var round = 0; round < 12; round++)
            {
                var place = random.Next(text.Length);
                var damaged = round % 2 == 0 ? text[..place] : text[..place] + Signs[random.Next(Signs.Length)] + text[place..];

                LibraryReader.Read(new Dictionary<string, string>(files) { [path] = damaged }).ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void A_file_of_endless_depth_is_refused_and_not_followed()
    {
        using var folder = LibraryFolder.Copy().With("matters/outdoor-sign/matter.yaml", "name: " + new string('[', 100_000));

        LibraryReader.Read(folder.Folder).Errors[0].Message.ShouldBe("Expected YAML, but there are more than 32 levels inside one another.");
    }

    [Fact]
    public void An_empty_folder_is_a_library_with_errors_and_nothing_else()
    {
        using var folder = new TemporaryLibrary();

        var library = LibraryReader.Read(folder.Folder);

        library.Errors.Select(error => error.Source).ShouldBe(["catalogue/departments.yaml", "catalogue/licences.yaml", "catalogue/materials.yaml"]);
        library.Services.ShouldBeEmpty();
    }
}
