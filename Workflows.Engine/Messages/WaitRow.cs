using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Definitions.Feel;
using Workflows.Engine.Execution;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Messages;

/// <summary>A message or signal that a case waits for: a projection of its subscriptions, written in the same transaction.</summary>
public sealed class WaitRow
{
    public required string CaseId { get; init; }

    public required int SubscriptionId { get; init; }

    public required SubscriptionKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The value that a message has to carry, as <see cref="CorrelationText"/> writes it; null where it waits for any.</summary>
    public required string? Correlation { get; init; }

    public WaitState State { get; set; } = WaitState.Open;

    /// <summary>The row of a subscription; null for one that nothing outside the case can fulfil.</summary>
    internal static WaitRow? Of(string caseId, Subscription subscription) => subscription is { Kind: SubscriptionKind.Message or SubscriptionKind.Signal, Name: { } name }
        ? new WaitRow
        {
            CaseId = caseId,
            SubscriptionId = subscription.Id,
            Kind = subscription.Kind,
            Name = name,
            Correlation = CorrelationText(subscription.Correlation),
            State = subscription.Happened ? WaitState.Closed : WaitState.Open,
        }
        : null;

    /// <summary>A correlation as text by which it is found; a long one by its hash.</summary>
    internal static string? CorrelationText(FeelValue? value) => value switch
    {
        null => null,
        _ when FeelJson.Text(value) is var text && text.Length <= Lengths.Name => text,
        _ => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FeelJson.Text(value))))}",
    };
}

public enum WaitState
{
    Open,

    /// <summary>It has come, or is not waited for any longer.</summary>
    Closed,
}

/// <summary>A message from another case that a case has got: what keeps a second case from getting it as well.</summary>
public sealed class MessageDeliveryRow
{
    /// <summary>The idempotency key of the call outward.</summary>
    public required string Key { get; init; }

    public required string CaseId { get; init; }
}

internal sealed class WaitTable : IEntityTypeConfiguration<WaitRow>
{
    public void Configure(EntityTypeBuilder<WaitRow> table)
    {
        table.ToTable("waits").HasKey(row => new { row.CaseId, row.SubscriptionId });
        table.Property(row => row.CaseId).HasMaxLength(Lengths.Id);
        table.Property(row => row.Name).HasMaxLength(Lengths.Name);
        table.Property(row => row.Correlation).HasMaxLength(Lengths.Name);
        table.HasIndex(row => new { row.Name, row.Correlation }).HasFilter("state = 'Open'");
        table.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId);
    }
}

internal sealed class MessageDeliveryTable : IEntityTypeConfiguration<MessageDeliveryRow>
{
    public void Configure(EntityTypeBuilder<MessageDeliveryRow> table)
    {
        table.ToTable("message_deliveries").HasKey(row => row.Key);
        table.Property(row => row.Key).HasMaxLength(Lengths.Name);
        table.Property(row => row.CaseId).HasMaxLength(Lengths.Id);
        table.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId);
    }
}
