using System.Text;
using Shouldly;
using Workflows.Engine.Files;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

/// <summary>Files that somebody brings.</summary>
internal sealed class FileSteps(Office office)
{
    private const int Megabyte = 1024 * 1024;

    private FileSaveResult? answer;

    [Step("提交文件{string}，内容是 {word}")]
    public async Task Bring(string name, string content) => answer = await office.Save(name, content switch
    {
        "一个程序" => "MZ\u0090"u8.ToArray(),
        "空的" => [],
        "20MB的PDF" => Pdf(20 * Megabyte),
        "21MB的PDF" => Pdf(21 * Megabyte),
        _ => throw new ArgumentException($"Expected a known content, but found '{content}'."),
    });

    [Step("文件收下了")]
    public void Kept() => answer.ShouldBeOfType<FileSaved>();

    [Step("文件不收，因为{word}")]
    public void Refused(string reason) => answer.ShouldBeOfType<FileRefused>().Code.ShouldBe(reason switch
    {
        "类型不允许" => FileRefusalCode.TypeNotAllowed,
        "内容与类型不符" => FileRefusalCode.ContentMismatch,
        "是空文件" => FileRefusalCode.Empty,
        "超过20MB" => FileRefusalCode.TooLarge,
        _ => throw new ArgumentException($"Expected a known reason, but found '{reason}'."),
    });

    private static byte[] Pdf(int size)
    {
        var content = new byte[size];
        Encoding.ASCII.GetBytes("%PDF-1.7").CopyTo(content, 0);
        return content;
    }
}
