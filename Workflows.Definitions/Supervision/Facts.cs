using System.Collections.Frozen;
using Workflows.Definitions.Feel;
using static Workflows.Definitions.Supervision.FactKind;
using static Workflows.Definitions.Supervision.SupervisionTrigger;

namespace Workflows.Definitions.Supervision;

/// <summary>The facts (监察要素) that rules can read: a closed table. The engine fills it; an unknown name is an error when a rule is read.</summary>
public static class Facts
{
    private static readonly IReadOnlyList<Fact> Table =
    [
        new("entry", "command", Text, "命令种类"),
        new("entry", "happenedOn", Day, "发生日期"),
        new("entry", "enteredOn", Day, "录入日期"),
        new("entry", "lateHours", Number, "录入比发生晚的小时数"),
        new("entry", "lateWorkingDays", Number, "录入比发生晚的工作日数"),
        new("entry", "byEngine", YesNo, "由系统依法或依定义作出"),
        new("actor", "id", Text, "操作人账号"),
        new("actor", "department", Text, "操作人部门编码"),
        new("actor", "roles", List, "操作人岗位"),
        new("case", "number", Text, "办件编号"),
        new("case", "service", Text, "一件事编码"),
        new("case", "channel", Text, "申报渠道"),
        new("case", "status", Text, "办件状态"),
        new("case", "receivedOn", Day, "收件日期"),
        new("case", "openStops", Number, "尚未结束的停止计时数"),
        new("case", "openCorrections", Number, "尚未答复的补正数"),
        new("case", "missingResults", List, "准予后仍未出具的结果文书"),
        new("matter", "code", Text, "事项编码"),
        new("matter", "kind", Text, "办件类型：instant 即办件，promised 承诺件"),
        new("matter", "state", Text, "办理状态"),
        new("matter", "previousState", Text, "变化前的办理状态"),
        new("matter", "isAccepted", YesNo, "已受理"),
        new("matter", "acceptedOn", Day, "受理日期"),
        new("matter", "acceptedBySilence", YesNo, "逾期未告知，依法视为受理"),
        new("matter", "siteVisit", YesNo, "定义要求现场核查"),
        new("matter", "requiredResults", List, "定义的结果文书"),
        new("matter", "issuedResults", List, "已出具的结果文书"),
        new("matter", "definedMaterials", List, "定义的申请材料"),
        new("step", "id", Text, "环节标识"),
        new("step", "name", Text, "环节名称"),
        new("step", "kind", Text, "环节种类：acceptance、review、site-visit、consult、decision、fee、certificate、delivery"),
        new("step", "role", Text, "环节要求的岗位"),
        new("step", "department", Text, "环节的部门编码"),
        new("step", "outcome", Text, "结果编码"),
        new("step", "isRefusal", YesNo, "结果为不予受理或者不予许可"),
        new("step", "opinion", Text, "意见"),
        new("step", "opinionLength", Number, "意见的字数，首尾空白不计"),
        new("step", "byLaw", YesNo, "由系统依法代为完成"),
        new("step", "heldWorkingDays", Number, "从交办到完成的工作日数，已扣除停止计时"),
        new("step", "earlierKinds", List, "本事项此前完成的环节种类"),
        new("step", "actorIsEntitled", YesNo, "操作人具有环节要求的部门和岗位"),
        new("correction", "ordinal", Number, "本事项第几次补正"),
        new("correction", "materials", List, "要求补正的材料"),
        new("correction", "newMaterials", List, "首次补正没有提到的材料"),
        new("correction", "undefinedMaterials", List, "定义没有列出的材料"),
        new("correction", "unfoundedPoints", Number, "不是定义所列审查要点的补正点数"),
        new("result", "code", Text, "结果文书编码"),
        new("result", "number", Text, "结果文书编号"),
        new("result", "isDefined", YesNo, "定义列有该结果文书"),
        new("clock", "kind", Text, "时限种类"),
        new("clock", "unit", Text, "计时单位"),
        new("clock", "amount", Number, "时限"),
        new("clock", "owner", Text, "时间归属"),
        new("clock", "step", Text, "所计环节的种类，不是环节时限的为空"),
        new("clock", "level", Text, "到达的梯级：warning、yellow、red"),
        new("clock", "rung", Text, "到达的梯级名称"),
        new("clock", "startedOn", Day, "起算日期（当日不计）"),
        new("clock", "dueOn", Day, "截止日期"),
        new("clock", "daysLeft", Number, "距截止日期的天数，超过为负"),
        new("clock", "daysStopped", Number, "停止计时的天数"),
        new("clock", "isProvisional", YesNo, "截止日期所在年份的放假安排尚未公布"),
        new("stop", "kind", Text, "停止计时的种类"),
        new("stop", "basis", Text, "依据"),
        new("stop", "approver", Text, "批准人"),
        new("stop", "document", Text, "书面告知文号"),
        new("stop", "plannedDays", Number, "计划停止的工作日数，没有计划的为 0"),
        new("stop", "days", Number, "已停止的工作日数"),
        new("stop", "daysLeft", Number, "停止时距截止日期的天数，已超期为负"),
        new("stop", "onLastDayBefore", Number, "本办件此前在截止当日或者前一日停止计时的次数"),
        new("discretion", "isDefined", YesNo, "事项定有裁量基准"),
        new("discretion", "allowed", List, "裁量基准允许的结果"),
        new("fee", "isDue", YesNo, "定义列有收费"),
        new("fee", "standard", Number, "收费标准（元）"),
        new("fee", "isStated", YesNo, "收费环节录有实收金额"),
        new("fee", "charged", Number, "实收金额（元）"),
        new("fee", "channel", Text, "缴费渠道"),
        new("officer", "id", Text, "办理人账号"),
        new("officer", "department", Text, "办理人部门编码"),
        new("officer", "mostInMinute", Number, "一分钟内完成环节的最多次数"),
        new("officer", "lateEntries", Number, "当日补录的次数"),
        new("officer", "completions", Number, "当日完成环节的次数"),
    ];

    private static readonly string[] OfEntries = ["entry", "actor", "case"];

    private static readonly FrozenDictionary<SupervisionTrigger, string[]> RootsOf = new Dictionary<SupervisionTrigger, string[]>
    {
        [Entry] = OfEntries,
        [StepCompleted] = [.. OfEntries, "matter", "step", "discretion", "fee"],
        [MatterAccepted] = [.. OfEntries, "matter"],
        [MatterStateChanged] = [.. OfEntries, "matter"],
        [CorrectionRequested] = [.. OfEntries, "matter", "step", "correction"],
        [ResultIssued] = [.. OfEntries, "matter", "result"],
        [ClockRungPassed] = [.. OfEntries, "matter", "clock"],
        [ClockStopped] = [.. OfEntries, "matter", "clock", "stop"],
        [ClockResumed] = [.. OfEntries, "matter", "clock", "stop"],
        [CaseEnded] = OfEntries,
        [Patrol] = ["officer"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, FeelContext> DefaultsOfRoot =
        Table.GroupBy(fact => fact.Root).ToFrozenDictionary(
            root => root.Key,
            root => new FeelContext(root.Select(fact => KeyValuePair.Create(fact.Name, fact.Default))));

    private static readonly FrozenDictionary<SupervisionTrigger, FeelContext> Defaults =
        RootsOf.Keys.ToFrozenDictionary(trigger => trigger, Nothing);

    /// <summary>All of them, in the order in which people read them.</summary>
    public static IReadOnlyList<Fact> All => Table;

    /// <summary>The facts that a rule on this trigger can read.</summary>
    public static IEnumerable<Fact> Of(SupervisionTrigger trigger) => Table.Where(fact => RootsOf[trigger].Contains(fact.Root));

    /// <summary>The names in front of the point.</summary>
    public static IReadOnlyList<string> Roots(SupervisionTrigger trigger) => RootsOf[trigger];

    /// <summary>The facts of one root, to be filled in.</summary>
    public static FactValues Gather(string root) => new(DefaultsOfRoot[root]);

    /// <summary>The roots of a trigger, to be filled in.</summary>
    public static FactValues Gather(SupervisionTrigger trigger) => new(Defaults[trigger]);

    /// <summary>The facts with a default for each that is not known, so that a condition always finds a value of the right kind.</summary>
    /// <param name="known">Contexts by root.</param>
    public static FeelContext Complete(SupervisionTrigger trigger, FeelContext known)
    {
        var all = Defaults[trigger];
        foreach (var root in RootsOf[trigger])
        {
            if (known[root] is FeelContext values && all[root] is FeelContext defaults)
            {
                all = all.With(root, defaults.With(values));
            }
        }

        return all;
    }

    private static FeelContext Nothing(SupervisionTrigger trigger) => RootsOf[trigger].Aggregate(FeelContext.Empty, (all, root) =>
        all.With(root, DefaultsOfRoot[root]));
}
