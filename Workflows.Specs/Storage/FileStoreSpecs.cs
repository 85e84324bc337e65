using System.Security.Cryptography;
using System.Text;
using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Files;
using Workflows.Engine.Materials;
using Xunit;
using static Workflows.Specs.Storage.TestEngine;

namespace Workflows.Specs.Storage;

public sealed class FileStoreSpecs
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 租赁合同");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_a_content_once_under_its_hash()
    {
        await using var engine = await Start();

        var first = await Saved(engine, Pdf, "合同.pdf");
        var again = await Saved(engine, Pdf, "合同（副本）.PDF");

        first.ShouldBe(new StoredFile(Convert.ToHexStringLower(SHA256.HashData(Pdf)), "合同.pdf", "application/pdf", Pdf.Length));
        again.Id.ShouldBe(first.Id);
        Directory.GetFiles(Path.Combine(engine.Database.Folder, "App_Data", "files"), "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("C:\\Users\\x\\合同.pdf")]
    [InlineData("../../合同.pdf")]
    public async Task Drops_the_folders_of_a_name(string name)
    {
        await using var engine = await Start();

        (await Saved(engine, Pdf, name)).Name.ShouldBe("合同.pdf");
    }

    [Theory]
    [InlineData("程序.exe", FileRefusalCode.TypeNotAllowed)]
    [InlineData("合同", FileRefusalCode.TypeNotAllowed)]
    [InlineData("合同.png", FileRefusalCode.ContentMismatch)]
    [InlineData("合同.jpeg", FileRefusalCode.ContentMismatch)]
    [InlineData("/", FileRefusalCode.NameNotAllowed)]
    public async Task Refuses_what_is_not_what_its_name_says(string name, FileRefusalCode code)
    {
        await using var engine = await Start();

        (await Refused(engine, Pdf, name)).ShouldBe(code);
        Files(engine).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("营业执照.pdf", "<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("照片.jpg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("压缩包.pdf", "PK\u0003\u0004 a bomb of zeros")]
    public async Task Refuses_a_page_a_drawing_with_script_and_an_archive_under_another_name(string name, string content)
    {
        await using var engine = await Start();

        (await Refused(engine, Encoding.UTF8.GetBytes(content), name)).ShouldBe(FileRefusalCode.ContentMismatch);
        Files(engine).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("页面.html")]
    [InlineData("图.svg")]
    [InlineData("炸弹.zip")]
    public async Task Takes_nothing_that_would_have_to_be_unpacked_or_run(string name)
    {
        await using var engine = await Start();

        (await Refused(engine, Pdf, name)).ShouldBe(FileRefusalCode.TypeNotAllowed);
    }

    [Theory]
    [InlineData("👨‍👩‍👧 全家福 عقد.pdf", "👨‍👩‍👧 全家福 عقد.pdf")]
    [InlineData("合同\u202Efdp.pdf", "合同fdp.pdf")]
    [InlineData("合同\u0000\r\n.pdf", "合同.pdf")]
    public async Task Keeps_emoji_and_other_scripts_but_nothing_that_turns_a_name_around(string name, string kept)
    {
        await using var engine = await Start();

        (await Saved(engine, Pdf, name)).Name.ShouldBe(kept);
    }

    [Fact]
    public async Task Keeps_a_name_of_two_hundred_characters_and_refuses_one_that_is_too_long()
    {
        await using var engine = await Start();

        (await Saved(engine, Pdf, new string('长', 196) + ".pdf")).Name.Length.ShouldBe(200);
        (await Refused(engine, Pdf, new string('长', 252) + ".pdf")).ShouldBe(FileRefusalCode.NameNotAllowed);
    }

    [Fact]
    public async Task Refuses_an_empty_file()
    {
        await using var engine = await Start();

        (await Refused(engine, [], "合同.pdf")).ShouldBe(FileRefusalCode.Empty);
    }

    [Fact]
    public async Task Takes_twenty_megabytes_and_refuses_one_byte_more()
    {
        await using var engine = await Start();
        var largest = new byte[20 * 1024 * 1024];
        Pdf.CopyTo(largest, 0);

        (await Saved(engine, largest, "大.pdf")).Size.ShouldBe(largest.Length);
        (await Refused(engine, [.. largest, 0], "大.pdf")).ShouldBe(FileRefusalCode.TooLarge);

        Files(engine).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452" + "00000400" + "00000400", "小.png", null)]
    [InlineData("89504E470D0A1A0A0000000D49484452" + "0000FFFF" + "0000FFFF", "大.png", FileRefusalCode.TooManyPixels)]
    [InlineData("FFD8" + "FFE00004AABB" + "FFC0000B08" + "04000400", "小.jpg", null)]
    [InlineData("FFD8" + "FFE00004AABB" + "FFC2000B08" + "FFFFFFFF", "大.jpg", FileRefusalCode.TooManyPixels)]
    [InlineData("FFD8" + "FFE0FFFF", "断.jpg", null)]
    [InlineData("89504E470D0A1A0A" + "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "无头.png", null)]
    public async Task Refuses_a_picture_that_claims_more_pixels_than_anybody_can_open(string header, string name, FileRefusalCode? code)
    {
        await using var engine = await Start();

        var answer = await Save(engine, Convert.FromHexString(header), name);

        ((answer as FileRefused)?.Code).ShouldBe(code);
        (answer is FileSaved).ShouldBe(code is null);
        (answer as FileRefused)?.Message.ShouldBe($"Expected picture '{name}' to have at most 100 million pixels, but it says that it has more.");
    }

    [Fact]
    public async Task Opens_a_file_for_those_who_may_see_its_case_only()
    {
        await using var engine = await Start();
        var file = await Saved(engine, Pdf, "合同.pdf");
        var material = new GivenMaterial("lease", file.Id, file.Name, file.ContentType, file.Size, Monday, "王综窗");
        Accepted(await engine.Send("case-1", SampleService.Clerk, SampleService.Start with { Materials = [material] }));
        var other = SampleService.FoodOfficer with { Department = "tax" };

        await using var open = await engine.Get<FileStore>().Open("case-1", file.Id, SampleService.FoodOfficer, Cancellation);

        open.ShouldNotBeNull();
        using var read = new MemoryStream();
        await open.Content.CopyToAsync(read, Cancellation);
        read.ToArray().ShouldBe(Pdf);
        (await engine.Get<FileStore>().Open("case-1", file.Id, other, Cancellation)).ShouldBeNull();
        (await engine.Get<FileStore>().Open("case-2", file.Id, SampleService.FoodOfficer, Cancellation)).ShouldBeNull();
    }

    private static async Task<StoredFile> Saved(TestEngine engine, byte[] content, string name) =>
        (await Save(engine, content, name)).ShouldBeOfType<FileSaved>().File;

    private static async Task<FileRefusalCode> Refused(TestEngine engine, byte[] content, string name)
    {
        var refused = (await Save(engine, content, name)).ShouldBeOfType<FileRefused>();
        refused.Message.ShouldStartWith("Expected ");
        return refused.Code;
    }

    private static Task<FileSaveResult> Save(TestEngine engine, byte[] content, string name) =>
        engine.Get<FileStore>().Save(new MemoryStream(content), name, SampleService.Clerk, Cancellation);

    private static List<string> Files(TestEngine engine)
    {
        var folder = Path.Combine(engine.Database.Folder, "App_Data", "files");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)] : [];
    }
}
