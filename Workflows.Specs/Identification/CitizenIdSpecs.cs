using Shouldly;
using Workflows.Definitions.Identification;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Identification;

public class CitizenIdSpecs
{
    [Fact]
    public void The_number_of_the_standard_is_valid() => CitizenId.Check("11010519491231002X").ShouldBeNull();

    [Theory]
    [InlineData("110105491231002", IdentityFaultCode.WrongLength, "18", "15")]
    [InlineData("1101051949123100AX", IdentityFaultCode.WrongCharacter, "A", "17")]
    [InlineData("11010519491331002X", IdentityFaultCode.WrongBirthDate, "19491331")]
    [InlineData("11010519490229002X", IdentityFaultCode.WrongBirthDate, "19490229")]
    [InlineData("110105194912310021", IdentityFaultCode.WrongCheckCharacter)]
    [InlineData("11010519491231002x", IdentityFaultCode.WrongCheckCharacter)]
    public void A_fault_tells_what_is_wrong(string number, IdentityFaultCode fault, params string[] arguments) =>
        CitizenId.Check(number).ShouldBe(new IdentityFault(fault, arguments));

    [Fact]
    public void Nobody_is_born_after_today()
    {
        var number = IdentityNumbers.CitizenId(new DateOnly(2026, 3, 2), 17);

        CitizenId.Check(number, new DateOnly(2026, 3, 2)).ShouldBeNull();
        CitizenId.Check(number, new DateOnly(2026, 3, 1)).ShouldBe(new IdentityFault(IdentityFaultCode.WrongBirthDate, "20260302"));
    }

    [Fact]
    public void Every_single_altered_digit_is_found()
    {
        var number = IdentityNumbers.CitizenId(new DateOnly(1988, 8, 8), 23);

        foreach (var (place, other) in Enumerable.Range(0, number.Length).SelectMany(place => "0123456789X".Select(other => (place, other))))
        {
            var altered = number[..place] + other + number[(place + 1)..];
            (CitizenId.Check(altered) is null).ShouldBe(altered == number, altered);
        }
    }
}
