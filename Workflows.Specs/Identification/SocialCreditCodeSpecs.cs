using Shouldly;
using Workflows.Definitions.Identification;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Identification;

public class SocialCreditCodeSpecs
{
    [Theory]
    [InlineData("9144030071526726XG")]
    [InlineData("91110000802100433B")]
    public void Real_codes_are_valid(string code) => SocialCreditCode.Check(code).ShouldBeNull();

    [Theory]
    [InlineData("9144030071526726X", IdentityFaultCode.WrongLength, "18", "17")]
    [InlineData("", IdentityFaultCode.WrongLength, "18", "0")]
    [InlineData("9144030071526726xG", IdentityFaultCode.WrongCharacter, "x", "17")]
    [InlineData("91I10000802100433B", IdentityFaultCode.WrongCharacter, "I", "3")]
    [InlineData("91110000802100433C", IdentityFaultCode.WrongCheckCharacter)]
    [InlineData("91110000802100433b", IdentityFaultCode.WrongCheckCharacter)]
    public void A_fault_tells_what_is_wrong(string code, IdentityFaultCode fault, params string[] arguments) =>
        SocialCreditCode.Check(code).ShouldBe(new IdentityFault(fault, arguments));

    [Fact]
    public void Every_single_altered_character_is_found()
    {
        var code = IdentityNumbers.SocialCreditCode(4711);
        SocialCreditCode.Check(code).ShouldBeNull();

        foreach (var (place, other) in Enumerable.Range(0, code.Length).SelectMany(place => SocialCreditCode.Alphabet.Select(other => (place, other))))
        {
            var altered = code[..place] + other + code[(place + 1)..];
            (SocialCreditCode.Check(altered) is null).ShouldBe(altered == code, altered);
        }
    }

    [Fact]
    public void Two_neighbours_in_the_wrong_order_are_found()
    {
        var code = IdentityNumbers.SocialCreditCode(1234567);

        foreach (var place in Enumerable.Range(0, code.Length - 1).Where(place => code[place] != code[place + 1]))
        {
            var swapped = code[..place] + code[place + 1] + code[place] + code[(place + 2)..];
            SocialCreditCode.Check(swapped).ShouldNotBeNull(swapped);
        }
    }
}
