using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Infrastructure.Persistence;

public sealed class SqliteTrackerDb(DbContextOptions<SqliteTrackerDb> options, ICurrentUser user, TimeProvider time)
    : TrackerDb(options, user, time);
