using System.Globalization;
using Workflows.Engine.Cases;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.Operations;

/// <summary>Work items of a case to choose from.</summary>
internal static class ItemChoices
{
    public static IEnumerable<OperationChoice> Of(Case state, OperationPeople people, Func<WorkItem, bool> which) => state.WorkItems.Values
        .Where(which)
        .Select(item => new OperationChoice(item.Id.ToString(CultureInfo.InvariantCulture), $"{item.Name} ({string.Join(' ', new[] { people.Department(item.Department), item.Holder?.Name }.OfType<string>())})"));

    public static int Id(OperationEntry entry) => int.Parse(entry.Choice, CultureInfo.InvariantCulture);
}
