using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using PartnershipTracker.Application.History;

namespace PartnershipTracker.Infrastructure.History;

/// <summary>The salts of new rows, until they are stored; see <see cref="RecordedTable.Salt"/>.</summary>
internal static class Salts
{
    private static readonly ConditionalWeakTable<object, object> Given = [];

    /// <returns>The same random salt for the same object.</returns>
    public static Guid Of(object row) => (Guid)Given.GetValue(row, static _ => new Guid(RandomNumberGenerator.GetBytes(16)));
}
