using System.Text.Json.Nodes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Storage;

/// <summary>Reads a case's state in every format that a program has written: a chain of steps, each from one format to the next.</summary>
/// <remarks>
/// A format gets a new number when an older program would misread it or lose part of it by writing it back; while nodes of two versions
/// run, the older ones then refuse such a case. For each number there is a text in the specs that the program of that time wrote.
/// </remarks>
public static class StateFormats
{
    /// <summary>From the format of the position, counted from 1, to the next.</summary>
    private static readonly Action<JsonObject>[] Steps = [IncidentsNameCalls, CasesHaveProcedures, CasesKeepTheirWay, CasesExcludeOfficers, CasesKeepSignaturesAndCopies, StatesArePackedWithADictionary];

    /// <summary>The format that this program writes.</summary>
    public static int Current => Steps.Length + 1;

    /// <exception cref="UnknownFormatException">A newer program has written the state, or none.</exception>
    public static Case Read(string caseId, int format, byte[] state)
    {
        if (format == Current)
        {
            return CaseJson.ReadCase(state);
        }

        if (format < 1 || format > Current)
        {
            throw new UnknownFormatException(caseId, format);
        }

        var text = JsonNode.Parse(CaseJson.Unpack(state))!.AsObject();
        foreach (var step in Steps.AsSpan(format - 1))
        {
            step(text);
        }

        return CaseJson.ReadCase(text);
    }

    /// <summary>1 → 2: an incident may name the call outward that was given up; those of before name none, so that nothing moves. A long state is packed.</summary>
    private static void IncidentsNameCalls(JsonObject state)
    {
    }

    /// <summary>2 → 3: a case has special procedures; one of before has none.</summary>
    private static void CasesHaveProcedures(JsonObject state) => state["procedures"] ??= new JsonObject();

    /// <summary>3 → 4: a case keeps the way on which it came to where it is; one of before has kept none.</summary>
    private static void CasesKeepTheirWay(JsonObject state) => state["passages"] ??= new JsonObject();

    /// <summary>4 → 5: a case may keep officers out, and an item may be delegated; before there was neither.</summary>
    private static void CasesExcludeOfficers(JsonObject state) => state["exclusions"] ??= new JsonObject();

    /// <summary>5 → 6: a repeated task keeps its signatures, an item its last reminder, and a case whom it was copied to; before there was none of these.</summary>
    private static void CasesKeepSignaturesAndCopies(JsonObject state) => state["copies"] ??= new JsonObject();

    /// <summary>6 → 7: a state is packed with a dictionary (<see cref="StatePacking"/>), which an older program cannot read; nothing moves.</summary>
    private static void StatesArePackedWithADictionary(JsonObject state)
    {
    }
}

/// <summary>A case is stored in a format that this program does not know. Nothing is read of it, and nothing written.</summary>
public sealed class UnknownFormatException(string caseId, int format)
    : Exception($"Expected case '{caseId}' in a format up to {StateFormats.Current}, but it is in format {format}, which a newer program has written. Start that program.")
{
    public string CaseId => caseId;

    public int Format => format;
}
