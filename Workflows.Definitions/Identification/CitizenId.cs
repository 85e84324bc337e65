using System.Globalization;

namespace Workflows.Definitions.Identification;

/// <summary>公民身份号码 (GB 11643-1999): region (6), day of birth (8), serial (3) and a check character.</summary>
public static class CitizenId
{
    public const int Length = 18;

    private const string CheckCharacters = "10X98765432";

    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The first fault of <paramref name="text"/>, or null where it is a valid number.</summary>
    /// <param name="today">Where given, a day of birth after it is a fault.</param>
    public static IdentityFault? Check(string text, DateOnly? today = null)
    {
        if (text.Length != Length)
        {
            return new IdentityFault(IdentityFaultCode.WrongLength, Number(Length), Number(text.Length));
        }

        var sum = 0;
        for (var place = 0; place < Length - 1; place++)
        {
            if (!char.IsAsciiDigit(text[place]))
            {
                return new IdentityFault(IdentityFaultCode.WrongCharacter, text[place].ToString(), Number(place + 1));
            }

            sum += (text[place] - '0') * Weights[place];
        }

        if (BirthDate(text) is not { } birth || birth > (today ?? DateOnly.MaxValue))
        {
            return new IdentityFault(IdentityFaultCode.WrongBirthDate, text[6..14]);
        }

        return text[^1] == CheckCharacters[sum % 11] ? null : new IdentityFault(IdentityFaultCode.WrongCheckCharacter);
    }

    private static DateOnly? BirthDate(string text) =>
        DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
