using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Workflows.Engine.Storage;

/// <summary>Stores an instant as UTC ticks: one type with one meaning and one order in every database.</summary>
internal sealed class InstantAsUtcTicks() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
