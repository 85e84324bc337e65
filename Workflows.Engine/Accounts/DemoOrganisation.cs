using Workflows.Engine.Cases;

namespace Workflows.Engine.Accounts;

/// <summary>The accounts of a made-up city for development: one a department and post, all with one password. See <c>docs/demo.md</c>.</summary>
/// <remarks>Never added outside the environment <c>Development</c>.</remarks>
public static class DemoOrganisation
{
    public const string Password = "Yijianshi2026";

    public static readonly IReadOnlyList<DemoAccount> Accounts =
    [
        new("zongchuang", "王敏", "service-centre", Role.WindowClerk),
        new("zongchuang-zhang", "陈立", "service-centre", Role.DepartmentHead),
        new("shijian", "李娜", "market-regulation", Role.Officer),
        new("shijian-zhang", "周强", "market-regulation", Role.DepartmentHead),
        new("chengguan", "张伟", "urban-management", Role.Officer),
        new("chengguan-zhang", "吴军", "urban-management", Role.DepartmentHead),
        new("xiaofang", "刘洋", "fire-rescue", Role.Officer),
        new("xiaofang-zhang", "赵刚", "fire-rescue", Role.DepartmentHead),
        new("yancao", "孙丽", "tobacco", Role.Officer),
        new("yancao-zhang", "马超", "tobacco", Role.DepartmentHead),
        new("jiancha", "郑洁", null, Role.Supervisor),
        new("fenxi", "何静", null, Role.Analyst),
        new("fenxi-fu", "林芳", null, Role.Analyst),
        new("guanli", "林涛", null, Role.Administrator),
    ];

    internal static async Task Add(AccountSeeding seeding)
    {
        foreach (var account in Accounts)
        {
            await seeding.Add(account.UserName, account.DisplayName, account.Department, [account.Role], Password);
        }
    }
}

/// <param name="Department">The department's code in the built-in library; null for city-wide posts.</param>
public sealed record DemoAccount(string UserName, string DisplayName, string? Department, string Role);
