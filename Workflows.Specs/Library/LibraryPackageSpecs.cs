using System.IO.Compression;
using System.Text;
using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Definitions;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Library;

/// <summary>What comes in a folder or a zip file is UTF-8 and bounded, or it is left out and named.</summary>
public class LibraryPackageSpecs
{
    [Fact]
    public void A_zip_file_holds_what_the_folder_does()
    {
        using var zip = Zip(LibraryPackage.OfFolder(LibraryFolder.Path).Texts.Select(file => (file.Key, Encoding.UTF8.GetBytes(file.Value))));

        var library = LibraryReader.Read(LibraryPackage.OfZip(zip));

        library.Errors.ShouldBeEmpty();
        library.Services.Keys.ShouldContain("open-restaurant");
    }

    [Theory]
    [InlineData("matters/outdoor-sign/matter.yaml")]
    [InlineData("services/open-restaurant/process.bpmn")]
    [InlineData("services/open-restaurant/guidance.dmn")]
    [InlineData("calendars/cn/2026.yaml")]
    public void A_file_in_another_encoding_is_refused_with_its_line_and_nothing_that_needs_it_is_there(string path)
    {
        using var folder = LibraryFolder.Copy();
        byte[] gb18030 = [.. "<!-- a\n"u8, 0xCA, 0xD0, 0xB3, 0xA1, .. "\n-->"u8];
        File.WriteAllBytes(Path.Combine(folder.Folder, path), gb18030);

        var library = LibraryReader.Read(folder.Folder);

        var error = library.Errors[0];
        (error.Source, error.Line, error.Message).ShouldBe((path, 2, "Expected text in UTF-8, but the line holds bytes that are none."));
        library.Services.Keys.ShouldNotContain("open-restaurant");
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        using var zip = Zip([("catalogue/departments.yaml", [0xEF, 0xBB, 0xBF, .. "departments: []"u8])]);

        LibraryPackage.OfZip(zip).Texts["catalogue/departments.yaml"].ShouldBe("departments: []");
    }

    [Theory]
    [InlineData("a.yaml")]
    [InlineData("shared/a.bpmn")]
    [InlineData("shared/a.dmn")]
    public void A_file_of_50_MB_is_refused_although_it_is_small_when_packed(string path)
    {
        using var zip = Zip([(path, new byte[50 * 1024 * 1024])]);
        zip.Length.ShouldBeLessThan(100_000);

        var package = LibraryPackage.OfZip(zip);

        package.Errors.ShouldHaveSingleItem().Message.ShouldBe("Expected a file of at most 20480 KB, but it is larger.");
        package.Texts.ShouldBeEmpty();
    }

    [Fact]
    public void Files_that_are_too_large_together_are_refused()
    {
        using var zip = Zip(Enumerable.Range(0, 4).Select(number => ($"{number}.yaml", Enumerable.Repeat((byte)'#', 18 * 1024 * 1024).ToArray())));

        var package = LibraryPackage.OfZip(zip);

        package.Texts.Count.ShouldBe(2);
        package.Errors[0].Message.ShouldBe("Expected files of at most 51200 KB together, but they are larger.");
    }

    [Fact]
    public void Too_many_files_are_refused()
    {
        using var zip = Zip(Enumerable.Range(0, LibraryPackage.MostFiles + 10).Select(number => ($"{number}.yaml", Array.Empty<byte>())));

        LibraryPackage.OfZip(zip).Errors.ShouldHaveSingleItem().Message.ShouldBe("Expected at most 5000 files, but there are more.");
    }

    [Fact]
    public void A_file_that_comes_twice_is_refused()
    {
        using var zip = Zip([("a.yaml", []), ("a.yaml", [])]);

        LibraryPackage.OfZip(zip).Errors.ShouldHaveSingleItem().Message.ShouldBe("Expected each file once, but 'a.yaml' comes twice.");
    }

    [Fact]
    public void What_is_no_zip_file_is_refused() =>
        LibraryPackage.OfZip(new MemoryStream("services"u8.ToArray())).Errors.ShouldHaveSingleItem().Message
            .ShouldBe("Expected a zip file with the folders of a library, but it cannot be read as one.");

    [Fact]
    public void Processes_that_call_each_other_in_a_ring_are_refused()
    {
        using var folder = LibraryFolder.Copy().Replacing(
            "shared/instant-check.bpmn",
            "<bpmn:userTask id=\"check\"",
            "<bpmn:callActivity id=\"ring\" calledElement=\"instant-check\"/><bpmn:userTask id=\"check\"");

        CheckedPackage.Of(LibraryPackage.OfFolder(folder.Folder)).Errors.ShouldContain(error =>
            error.Source == "shared/instant-check.bpmn" && error.Line > 0 && error.ElementId == "ring" && error.Message.StartsWith("Expected no process to call itself", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("name: &a [*a]")]
    [InlineData("name: &a {b: *a}")]
    [InlineData("a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\nname: *d")]
    public void Yaml_that_refers_to_itself_or_multiplies_itself_is_refused(string text)
    {
        using var folder = LibraryFolder.Copy().With("matters/outdoor-sign/matter.yaml", text);

        LibraryReader.Read(folder.Folder).Errors.ShouldContain(error => error.Source == "matters/outdoor-sign/matter.yaml");
    }

    private static MemoryStream Zip(IEnumerable<(string Path, byte[] Content)> files)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        stream.Position = 0;
        return stream;
    }
}
