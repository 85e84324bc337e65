using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Workflows.Definitions.Forms;
using Workflows.Engine.Api;
using Workflows.Engine.Cases;
using Workflows.Engine.Files;
using Xunit;

namespace Workflows.Specs.Api;

public sealed partial class ProblemTextsSpecs
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static TheoryData<string> Codes =>
    [
        .. Names<RejectionCode>(),
        .. Names<FileRefusalCode>(),
        .. Names<FieldFaultCode>().Select(code => $"fault-{code}"),
        "fault-file-missing", "fault-type-not-accepted", "fault-given-twice",
        "invalid-account", "fault-last-administrator", "fault-password-too-short", "fault-password-requires-digit", "fault-password-requires-lower",
        "fault-password-requires-upper", "fault-password-requires-non-alphanumeric", "fault-password-requires-unique-chars", "fault-duplicate-user-name", "fault-invalid-user-name",
        "invalid-definitions", "malformed-request", "body-too-large", "internal-error", "not-allowed", "not-signed-in", "sign-in-failed", "locked-out", "too-many-requests",
    ];

    [Theory, MemberData(nameof(Codes))]
    public void Have_a_Chinese_and_an_English_sentence_for_every_code(string code)
    {
        var chinese = ProblemTexts.Find(code, [], Chinese).ShouldNotBeNull();
        var english = ProblemTexts.Find(code, [], English).ShouldNotBeNull();

        HanCharacter().IsMatch(chinese).ShouldBeTrue(chinese);
        HanCharacter().IsMatch(english).ShouldBeFalse(english);
    }

    [Fact]
    public void Name_what_the_refusal_names()
    {
        ProblemTexts.Find("held-by-another", ["受理", "王敏"], Chinese).ShouldBe("“受理”正由王敏办理。");
        ProblemTexts.Find("held-by-another", ["受理", "王敏"], English).ShouldBe("'受理' is held by 王敏.");
        ProblemTexts.Find("no-such-code", [], Chinese).ShouldBeNull();
    }

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(name => JsonNamingPolicy.KebabCaseLower.ConvertName(name));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex HanCharacter();
}
