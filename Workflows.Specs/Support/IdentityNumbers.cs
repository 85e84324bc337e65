using System.Globalization;
using Workflows.Definitions.Identification;

namespace Workflows.Specs.Support;

/// <summary>Makes valid identification numbers of nobody, for tests and examples.</summary>
public static class IdentityNumbers
{
    /// <summary>A code whose organisation part holds <paramref name="serial"/>.</summary>
    public static string SocialCreditCode(int serial)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"91320400MA{serial:0000000}");
        return body + Definitions.Identification.SocialCreditCode.Alphabet.Single(check => Definitions.Identification.SocialCreditCode.Check(body + check) is null);
    }

    public static string CitizenId(DateOnly birth, int serial)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"320402{birth:yyyyMMdd}{serial:000}");
        return body + "0123456789X".Single(check => Definitions.Identification.CitizenId.Check(body + check) is null);
    }
}
