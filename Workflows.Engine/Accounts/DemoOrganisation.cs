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
        new("shuiwu", "钱慧", "tax", Role.Officer),
        new("shuiwu-zhang", "冯涛", "tax", Role.DepartmentHead),
        new("renshe", "沈洁", "human-resources", Role.Officer),
        new("renshe-zhang", "韩梅", "human-resources", Role.DepartmentHead),
        new("haiguan", "杨帆", "customs", Role.Officer),
        new("haiguan-zhang", "朱琳", "customs", Role.DepartmentHead),
        new("renhang", "秦岚", "central-bank", Role.Officer),
        new("renhang-zhang", "许峰", "central-bank", Role.DepartmentHead),
        new("gongan", "何勇", "public-security", Role.Officer),
        new("gongan-zhang", "吕刚", "public-security", Role.DepartmentHead),
        new("weijian", "施晴", "health", Role.Officer),
        new("weijian-zhang", "张岩", "health", Role.DepartmentHead),
        new("yibao", "孔倩", "medical-insurance", Role.Officer),
        new("yibao-zhang", "曹阳", "medical-insurance", Role.DepartmentHead),
        new("gongjijin", "严冬", "housing-fund", Role.Officer),
        new("gongjijin-zhang", "华敏", "housing-fund", Role.DepartmentHead),
        new("minzheng", "金凤", "civil-affairs", Role.Officer),
        new("minzheng-zhang", "魏东", "civil-affairs", Role.DepartmentHead),
        new("jiaoyu", "陶然", "education", Role.Officer),
        new("jiaoyu-zhang", "姜平", "education", Role.DepartmentHead),
        new("zigui", "戚明", "natural-resources", Role.Officer),
        new("zigui-zhang", "谢军", "natural-resources", Role.DepartmentHead),
        new("yuanlin", "邹青", "landscape", Role.Officer),
        new("yuanlin-zhang", "喻波", "landscape", Role.DepartmentHead),
        new("gongshui", "柏杨", "water-utility", Role.Officer),
        new("gongshui-zhang", "水生", "water-utility", Role.DepartmentHead),
        new("gongdian", "窦明", "power-grid", Role.Officer),
        new("gongdian-zhang", "章亮", "power-grid", Role.DepartmentHead),
        new("gongqi", "云飞", "gas-utility", Role.Officer),
        new("gongqi-zhang", "苏林", "gas-utility", Role.DepartmentHead),
        new("tongxin", "潘越", "telecom", Role.Officer),
        new("tongxin-zhang", "葛亮", "telecom", Role.DepartmentHead),
        new("fagai", "郭宁", "development-reform", Role.Officer),
        new("fagai-zhang", "顾平", "development-reform", Role.DepartmentHead),
        new("zhujian", "袁磊", "housing-construction", Role.Officer),
        new("zhujian-zhang", "唐毅", "housing-construction", Role.DepartmentHead),
        new("huanjing", "蓝天", "ecology", Role.Officer),
        new("huanjing-zhang", "岑岚", "ecology", Role.DepartmentHead),
        new("shuili", "江涌", "water-resources", Role.Officer),
        new("shuili-zhang", "沙洲", "water-resources", Role.DepartmentHead),
        new("renfang", "雷鸣", "civil-air-defence", Role.Officer),
        new("renfang-zhang", "戴坚", "civil-air-defence", Role.DepartmentHead),
        new("qixiang", "贺清", "meteorology", Role.Officer),
        new("qixiang-zhang", "云峰", "meteorology", Role.DepartmentHead),
        new("tushen", "费文", "drawing-review", Role.Officer),
        new("tushen-zhang", "俞正", "drawing-review", Role.DepartmentHead),
        new("shizheng", "路远", "municipal-utilities", Role.Officer),
        new("shizheng-zhang", "范诚", "municipal-utilities", Role.DepartmentHead),
        new("jiancha", "郑洁", null, Role.Supervisor),
        new("fenxi", "何静", null, Role.Analyst),
        new("fenxi-fu", "林芳", null, Role.Analyst),
        new("guanli", "林涛", null, Role.Administrator),
    ];
}

/// <param name="Department">The department's code in the built-in library; null for city-wide posts.</param>
public sealed record DemoAccount(string UserName, string DisplayName, string? Department, string Role);
