using System.Globalization;

namespace Workflows.Definitions.Identification;

/// <summary>统一社会信用代码 (GB 32100-2015): 17 characters and a check character.</summary>
public static class SocialCreditCode
{
    public const int Length = 18;

    /// <summary>Digits and capital letters without I, O, S, V and Z; a character's place is its value.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>The first fault of <paramref name="text"/>, or null where it is a valid code.</summary>
    public static IdentityFault? Check(string text)
    {
        if (text.Length != Length)
        {
            return new IdentityFault(IdentityFaultCode.WrongLength, Number(Length), Number(text.Length));
        }

        var sum = 0;
        for (var (place, weight) = (0, 1); place < Length - 1; place++, weight = weight * 3 % Alphabet.Length)
        {
            var value = Alphabet.IndexOf(text[place], StringComparison.Ordinal);
            if (value < 0)
            {
                return new IdentityFault(IdentityFaultCode.WrongCharacter, text[place].ToString(), Number(place + 1));
            }

            sum += value * weight;
        }

        var check = (Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length;
        return text[^1] == Alphabet[check] ? null : new IdentityFault(IdentityFaultCode.WrongCheckCharacter);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
