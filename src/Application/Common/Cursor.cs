using System.Text.Json;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Common;

/// <summary>The position where a page ended: the sort value and sequence of its last row.</summary>
public sealed record Cursor<TKey>(TKey Key, long Seq)
{
    public string Write() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

public static class Cursor
{
    private static readonly JsonSerializerOptions Whole = new() { RespectRequiredConstructorParameters = true };

    public static Cursor<TKey> Read<TKey>(string text)
    {
        try
        {
            var base64 = text.Replace('-', '+').Replace('_', '/');
            base64 = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
            return JsonSerializer.Deserialize<Cursor<TKey>>(Convert.FromBase64String(base64), Whole) is { Key: not null } cursor && !IsNoText(cursor.Key) ? cursor : throw Unreadable();
        }
        catch (Exception e) when (e is FormatException or JsonException or NotSupportedException)
        {
            throw Unreadable();
        }
    }

    /// <summary>A NUL character, which PostgreSQL cannot store in text.</summary>
    private static bool IsNoText<TKey>(TKey key) => key is string text && text.Contains('\0', StringComparison.Ordinal);

    private static DomainException Unreadable() => new(RefusalKind.Malformed, "request.cursor", "cursor");
}
