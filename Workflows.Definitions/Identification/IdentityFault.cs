namespace Workflows.Definitions.Identification;

/// <summary>Why a text is not an identification number. The words for people come from the user interface.</summary>
/// <param name="Arguments">What the sentence names, by <paramref name="Code"/>.</param>
public sealed record IdentityFault(IdentityFaultCode Code, params IReadOnlyList<string> Arguments)
{
    public bool Equals(IdentityFault? other) => other is not null && Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Code, Arguments.Count);
}

public enum IdentityFaultCode
{
    /// <summary>Arguments: the number of characters expected, and found.</summary>
    WrongLength,

    /// <summary>Arguments: the character, and its place, 1-based.</summary>
    WrongCharacter,

    /// <summary>No arguments: the right character is not told, because the number has to be compared with the document, not mended.</summary>
    WrongCheckCharacter,

    /// <summary>Arguments: the eight digits that are no day of birth.</summary>
    WrongBirthDate,
}
