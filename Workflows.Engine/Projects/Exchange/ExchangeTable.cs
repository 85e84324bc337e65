namespace Workflows.Engine.Projects.Exchange;

/// <summary>A table of the ministry's data standard (工程建设项目审批管理系统数据共享交换标准) with the columns that we fill.</summary>
/// <param name="Code">E.g. <c>SPGL_XMJBXXB</c>.</param>
/// <param name="Columns">By their Chinese names, which the standard's implementations share; short codes of columns differ and are mapped by the receiver.</param>
public sealed record ExchangeTable(string Code, string Name, IReadOnlyList<ExchangeColumn> Columns)
{
    public static readonly ExchangeTable Project = new("SPGL_XMJBXXB", "项目基本信息表",
        [new("项目代码"), new("项目名称"), new("建设单位"), new("建设单位统一社会信用代码"), new("项目投资来源"), new("土地获取方式"), new("土地是否带设计方案"), new("是否完成区域评估"),
            new("用地面积"), new("建筑面积"), new("总投资额"), new("审批流程编码"), new("审批流程版本号"), new("项目是否完全办结"), new("项目办结时间", false)]);

    public static readonly ExchangeTable Flow = new("SPGL_SPLCXXB", "审批流程信息表",
        [new("审批流程编码"), new("审批流程版本号"), new("审批流程名称"), new("适用范围"), new("生效时间", false), new("停用日期", false)]);

    public static readonly ExchangeTable StageMatter = new("SPGL_SPLCJDSXXXB", "审批流程阶段事项信息表",
        [new("审批流程编码"), new("审批流程版本号"), new("审批阶段序号"), new("审批阶段名称"), new("审批事项编码"), new("审批事项版本号"), new("审批事项名称")]);

    public static readonly ExchangeTable Matter = new("SPGL_XMSPSXBLXXB", "项目审批事项办理信息表",
        [new("项目代码"), new("审批流程编码"), new("审批流程版本号"), new("审批事项编码"), new("审批事项版本号"), new("审批事项实例编码"), new("并联审批实例编码"), new("办理部门"),
            new("受理方式"), new("事项办理时限"), new("应用区域评估情况"), new("告知承诺")]);

    public static readonly ExchangeTable Detail = new("SPGL_XMSPSXBLXXXXB", "项目审批事项办理详细信息表",
        [new("项目代码"), new("审批事项实例编码"), new("办理部门"), new("办理人"), new("办理状态"), new("办理意见", false), new("办理时间"), new("数据来源")]);

    public static readonly ExchangeTable SpecialProcedure = new("SPGL_XMSPSXBLTBCXXXB", "项目审批事项特别程序信息表",
        [new("项目代码"), new("审批事项实例编码"), new("特别程序"), new("特别程序名称"), new("开始时间"), new("结束时间", false), new("时限类型"), new("时限"), new("批准人"), new("依据")]);

    public static readonly ExchangeTable Consult = new("SPGL_XMSPSXZQYJXXB", "项目审批事项征求意见信息表",
        [new("项目代码"), new("审批事项实例编码"), new("办理单位"), new("办理人"), new("反馈时间"), new("反馈意见")]);

    public static readonly ExchangeTable Result = new("SPGL_XMSPSXPFWJXXB", "项目审批事项批复文件信息表",
        [new("项目代码"), new("审批事项实例编码"), new("批复日期"), new("批复文号"), new("批复文件标题"), new("批复文件有效期限", false), new("结果类型")]);

    public static readonly IReadOnlyList<ExchangeTable> All = [Project, Flow, StageMatter, Matter, Detail, SpecialProcedure, Consult, Result];

    public static ExchangeTable? Find(string code) => All.FirstOrDefault(table => table.Code == code);
}

/// <param name="IsRequired">True where a row without a value is refused.</param>
public sealed record ExchangeColumn(string Name, bool IsRequired = true);
