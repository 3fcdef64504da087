using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipTracker.Application.History;

/// <summary>An entry's columns as they are stored: number and hash first, then those that the hash covers.</summary>
internal readonly record struct StoredEntry(object[] Values)
{
    /// <summary>Null where none, or no number, is stored.</summary>
    public long? Number => Values[0] as long?;

    public string? Hash => Values[1] as string;

    public long Seq => (long)Values[2];

    /// <summary>The hash it has as this number after that hash (empty for the first).</summary>
    public string HashAfter(string before, long number)
    {
        var text = new StringBuilder(before).Append('\n');
        Append(text, number);
        foreach (var value in Values.AsSpan(2)) Append(text, value);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A line of its kind, length and text, so that nothing can move from one column to the next unseen.</summary>
    private static void Append(StringBuilder text, object value)
    {
        var (kind, said) = value switch
        {
            DBNull => ('-', ""),
            long number => ('n', number.ToString(CultureInfo.InvariantCulture)),
            string words => ('t', words),
            // As SQLite keeps it, so that a history moved to PostgreSQL keeps its hashes.
            Guid id => ('t', id.ToString().ToUpperInvariant()),
            _ => ('?', value.GetType().Name + Convert.ToString(value, CultureInfo.InvariantCulture)),
        };
        text.Append(CultureInfo.InvariantCulture, $"{kind}{said.Length}:{said}\n");
    }
}
