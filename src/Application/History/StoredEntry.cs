using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipTracker.Application.History;

/// <summary>An entry's columns as they are stored: number and hash first, then those that the hash covers.</summary>
internal readonly record struct StoredEntry(object[] Values)
{
    /// <summary>Null if the column is empty or is not a number.</summary>
    public long? Number => Values[0] as long?;

    public string? Hash => Values[1] as string;

    public long Seq => (long)Values[3];

    /// <summary>Null if the column is empty or is no instant.</summary>
    public DateTimeOffset? At => InstantOf(Values[4]);

    /// <summary>Null if the column is empty or is no instant.</summary>
    public DateTimeOffset? SealedAt => InstantOf(Values[2]);

    /// <summary>
    /// Computes the hash of this entry from the hash of the entry before it (empty for the first), its own number and the time of sealing.
    /// </summary>
    public string HashAfter(string before, long number) => HashAfter(before, number, Values[2]);

    /// <param name="sealedAt">UTC ticks.</param>
    public string HashAfter(string before, long number, object sealedAt)
    {
        var text = new StringBuilder(before).Append('\n');
        Append(text, number);
        Append(text, sealedAt);
        foreach (var value in Values.AsSpan(3))
            Append(text, value);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static DateTimeOffset? InstantOf(object value) =>
        value is long ticks && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Appends type, length and text of a value, so that moving characters between columns changes the hash.</summary>
    private static void Append(StringBuilder text, object value)
    {
        var (kind, content) = value switch
        {
            DBNull => ('-', ""),
            long number => ('n', number.ToString(CultureInfo.InvariantCulture)),
            string words => ('t', words),
            // In the form that SQLite stores, so that a history moved to PostgreSQL keeps its hashes.
            Guid id => ('t', id.ToString().ToUpperInvariant()),
            _ => ('?', value.GetType().Name + Convert.ToString(value, CultureInfo.InvariantCulture)),
        };
        text.Append(CultureInfo.InvariantCulture, $"{kind}{content.Length}:{content}\n");
    }
}
