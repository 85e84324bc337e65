using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;

namespace Workflows.Designer.Operations;

/// <summary>The people whom an operation can name, by account; who is locked out can be given nothing.</summary>
/// <param name="Department">The name behind a department's code.</param>
internal sealed record OperationPeople(IReadOnlyList<Actor> People, Func<string?, string> Department)
{
    public static OperationPeople Of(IEnumerable<Colleague> colleagues, Func<string?, string> department) =>
        new([.. colleagues.Where(colleague => !colleague.IsLocked).Select(colleague => colleague.Actor)], department);

    public Actor Person(string accountId) => People.First(person => person.AccountId == accountId);

    public IEnumerable<OperationChoice> Choices(Func<Actor, bool> which) => People
        .Where(which)
        .Select(person => new OperationChoice(person.AccountId, person.Department is null ? person.Name : $"{person.Name} ({Department(person.Department)})"));
}
