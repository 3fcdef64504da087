using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipTracker.Application.History;

/// <summary>Values as the history records them: one form, however a database stores them.</summary>
public static class RecordedValue
{
    /// <param name="value">As the database stores it, or as recorded before.</param>
    /// <returns>Null for an empty value.</returns>
    public static string? Of(object? value, RecordedKind kind) =>
        (kind, value) switch
        {
            (_, null or DBNull or "") => null,
            (RecordedKind.Id, Guid id) => id.ToString(),
            (RecordedKind.Id, string text) when Guid.TryParse(text, out var id) => id.ToString(),
            (RecordedKind.Fractional, decimal number) => Of(number),
            (RecordedKind.Fractional, _)
                when decimal.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Of(number),
            (RecordedKind.YesNo, true or 1L or "1" or "true") => "true",
            (RecordedKind.YesNo, false or 0L or "0" or "false") => "false",
            (RecordedKind.Day, DateTime time) => DateOnly.FromDateTime(time).ToString("O", CultureInfo.InvariantCulture),
            (RecordedKind.Day, DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture),
            _ => Text(value),
        };

    /// <returns>SHA-256 of the salt's 16 bytes and the text in UTF-8, in Base64; null for an empty text.</returns>
    public static string? HashOf(object? text, Guid salt)
    {
        if (text is null or DBNull or "")
            return null;
        var words = Text(text);
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(words)];
        salt.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(words, bytes.AsSpan(16));
        return Convert.ToBase64String(SHA256.HashData(bytes));
    }

    /// <summary>As people read it: instants are recorded in UTC ticks.</summary>
    public static string? Readable(string? value, RecordedKind kind) =>
        kind == RecordedKind.Instant
        && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture)
            : value;

    /// <summary>PostgreSQL stores six digits after the point and rounds half away from zero; SQLite stores all.</summary>
    private static string Of(decimal number) =>
        Math.Round(number, 6, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
