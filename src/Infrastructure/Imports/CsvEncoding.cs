using PartnershipTracker.Application.Imports;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>Guesses how the text of a CSV file is encoded, from its first megabytes. A person sees the result and may correct it.</summary>
internal static class CsvEncoding
{
    private const int MaxBytes = 4_000_000;

    /// <summary>Bytes that Windows-1252 does not use.</summary>
    private static readonly byte[] UnusedIn1252 = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    /// <returns>Null for UTF-8, and for a file that begins with a mark.</returns>
    public static async Task<TextEncoding?> GuessAsync(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var buffer = new byte[(int)Math.Min(content.Length, MaxBytes)];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return Guess(buffer.AsSpan(0, length));
    }

    private static TextEncoding? Guess(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return null;
        if (bytes.Count((byte)0) > bytes.Length / 4)
            return TextEncoding.Utf16;
        if (IsUtf8(bytes))
            return null;
        if (bytes.IndexOfAny(UnusedIn1252) < 0 && !IsOtherScript(bytes))
            return TextEncoding.Windows1252;
        return IsOtherScript(bytes)
            ? IsArabic(bytes)
                ? TextEncoding.Windows1256
                : TextEncoding.Windows1251
            : TextEncoding.Latin1;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // The last character may be cut.
        for (var cut = 0; cut <= 3 && cut <= bytes.Length; cut++)
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
                return true;
        return false;
    }

    /// <summary>
    /// In Latin script letters with accents stand alone between others; in Cyrillic and Arabic script all letters of a word are above 127.
    /// </summary>
    private static bool IsOtherScript(ReadOnlySpan<byte> bytes)
    {
        var (high, beside) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0xC0)
                continue;
            high++;
            if (i > 0 && bytes[i - 1] >= 0xC0)
                beside++;
        }

        return high > 0 && beside > high / 2;
    }

    /// <summary>Alef (C7) and lam (E1) are the most frequent letters of Arabic; the same bytes are rare in Russian.</summary>
    private static bool IsArabic(ReadOnlySpan<byte> bytes)
    {
        var (high, arabic) = (0, 0);
        foreach (var b in bytes)
        {
            high += b >= 0xC0 ? 1 : 0;
            arabic += b is 0xC7 or 0xE1 ? 1 : 0;
        }

        return arabic > high / 8;
    }
}
