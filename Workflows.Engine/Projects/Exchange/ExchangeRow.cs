namespace Workflows.Engine.Projects.Exchange;

/// <summary>A row for the ministry's tables.</summary>
/// <param name="Key">地方数据主键: the same whenever the row is made again.</param>
/// <param name="Values">By column, in the table's order.</param>
public sealed record ExchangeRow(string Table, string Key, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>数据无效原因: what is wrong with the row; empty where it is valid (数据有效标识).</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>数据上传状态</summary>
    public UploadState Upload { get; init; } = UploadState.Waiting;

    /// <summary>失败原因; null where the upload has not failed.</summary>
    public string? FailureReason { get; init; }
}

/// <summary>How far the upload of a row is.</summary>
public enum UploadState
{
    /// <summary>未上传, or changed since</summary>
    Waiting,

    /// <summary>上传成功</summary>
    Uploaded,

    /// <summary>上传失败</summary>
    Failed,
}

/// <summary>What the other side said of a row.</summary>
/// <param name="Reason">Why it was refused; null where it was taken.</param>
public sealed record UploadReport(string Key, bool Accepted, string? Reason = null);
