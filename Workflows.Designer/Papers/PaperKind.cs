namespace Workflows.Designer.Papers;

/// <summary>The papers that an applicant is handed.</summary>
public enum PaperKind
{
    /// <summary>受理通知书: a department has accepted a matter.</summary>
    Acceptance,

    /// <summary>补正通知书: everything that is missing, told once.</summary>
    Correction,

    /// <summary>不予受理决定书: a department has refused to accept a matter.</summary>
    Refusal,

    /// <summary>送达回证: the results were handed out; signed by the one who takes them.</summary>
    Delivery,
}
