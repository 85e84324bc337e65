using System.Security.Cryptography;
using System.Text;
using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Intake;

/// <summary>An application (申请) as it comes in, before it is a case.</summary>
/// <param name="Answers">The answers to the guided questions, by question.</param>
/// <param name="Form">The form's values, by field.</param>
/// <param name="Channel">How it came in, e.g. <c>web</c> or <c>window</c>.</param>
public sealed record Application(
    string ServiceCode,
    Applicant Applicant,
    FeelContext Answers,
    FeelContext Form,
    IReadOnlyList<MaterialFile> Materials,
    string Channel)
{
    /// <summary>The id of the case that a command starts: the same sender with the same command always means the same case.</summary>
    public static string CaseIdOf(Actor actor, string commandId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.AccountId}\n{commandId}")).AsSpan(0, 16));
}

/// <summary>A stored file that is given as a material.</summary>
/// <param name="Code">The material's code.</param>
/// <param name="FileId">The file's id in the file store.</param>
/// <param name="FileName">The name under which it is given; null for the name in the store.</param>
public sealed record MaterialFile(string Code, string FileId, string? FileName = null);
