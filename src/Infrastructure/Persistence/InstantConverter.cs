using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>Instants are UTC ticks on both databases: SQLite cannot order or compare anything else that is precise.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
