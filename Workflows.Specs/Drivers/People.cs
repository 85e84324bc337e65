using Workflows.Engine.Cases;

namespace Workflows.Specs.Drivers;

/// <summary>Who works in the office, as features call them: <c>消防</c> is its officer on duty, <c>消防的张强</c> somebody by name.</summary>
internal sealed class People(Office office)
{
    public static readonly Actor Clerk = new("service-centre-clerk", "综窗窗口", "service-centre", [Role.WindowClerk]);

    public async Task<Actor> Officer(string name)
    {
        var (department, person) = name.Split('的') is [var first, var second] ? (first, second) : (name, $"{name}经办人");
        var code = await Department(department);
        return code == Clerk.Department ? Clerk : new Actor($"{code}-{person}", person, code, [Role.Officer]);
    }

    public async Task<Actor> Head(string department)
    {
        var code = await Department(department);
        return new Actor($"{code}-head", $"{department}负责人", code, [Role.DepartmentHead]);
    }

    /// <summary>The department's code by its short name.</summary>
    public async Task<string> Department(string shortName) =>
        (await office.Published()).Library.Departments.Values.Single(department => department.ShortName == shortName).Code;
}
