namespace Workflows.Definitions.Forms;

/// <summary>Why a value of a form cannot be taken. The words for people come from the user interface.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Arguments">What the sentence names, by <paramref name="Code"/>.</param>
public sealed record FieldFault(string Field, FieldFaultCode Code, params IReadOnlyList<string> Arguments)
{
    public bool Equals(FieldFault? other) =>
        other is not null && Field == other.Field && Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Field, Code, Arguments.Count);
}

public enum FieldFaultCode
{
    /// <summary>The field has to be filled in. No arguments.</summary>
    Required,

    /// <summary>The form has no such field. No arguments.</summary>
    Unknown,

    /// <summary>The field does not apply to this application, but has a value. No arguments.</summary>
    NotAsked,

    /// <summary>The value is of another type. Arguments: the field's kind.</summary>
    WrongType,

    /// <summary>Arguments: the smallest number allowed.</summary>
    TooSmall,

    /// <summary>Arguments: the largest number allowed.</summary>
    TooLarge,

    /// <summary>Arguments: the characters allowed, and found.</summary>
    TooLong,

    /// <summary>The text has not the shape that the field asks for. No arguments.</summary>
    WrongPattern,

    /// <summary>Arguments: the value, which is none of the options.</summary>
    NotAnOption,

    /// <summary>No day of the calendar as 2026-02-14. No arguments.</summary>
    WrongDate,

    /// <summary>Neither a mobile nor a landline number of mainland China. No arguments.</summary>
    WrongPhone,

    /// <summary>Not a valid identification number. Arguments: the code of the identity fault, then its own arguments.</summary>
    WrongIdentity,
}
