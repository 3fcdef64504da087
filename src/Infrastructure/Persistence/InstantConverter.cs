using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// Instants are stored as UTC ticks on both databases, because SQLite cannot sort or compare other types with this precision.
/// </summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
