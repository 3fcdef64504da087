using System.Buffers;
using System.Text;
using PartnershipTracker.Application.Commitments;

namespace PartnershipTracker.Infrastructure.Commitments;

/// <summary>Recognizes UTF-8 text that is neither markup nor a script.</summary>
internal static class PlainText
{
    private const int HeadLength = 4096;
    private static readonly FileType Csv = new("text/csv", ".csv");
    private static readonly FileType Text = new("text/plain", ".txt");
    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<svg", "<?xml", "<?php"];

    /// <returns>CSV, plain text, or null for neither.</returns>
    public static async Task<FileType?> TypeOfAsync(Stream content, CancellationToken ct)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(16384);
        var chars = ArrayPool<char>.Shared.Rent(16384 + 16);
        var head = new StringBuilder(HeadLength);
        try
        {
            var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
            int read;
            do
            {
                read = await content.ReadAsync(bytes.AsMemory(0, 16384), ct);
                var count = decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
                if (chars.AsSpan(0, count).Contains('\0')) return null;
                head.Append(chars, 0, Math.Min(count, HeadLength - head.Length));
            }
            while (read > 0);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
        }

        var text = head.ToString().TrimStart('\uFEFF').TrimStart();
        if (text.StartsWith('<') || text.StartsWith("#!", StringComparison.Ordinal)) return null;
        if (Markup.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase))) return null;
        return ",;\t".Any(separator => IsTable(text, separator)) ? Csv : Text;
    }

    /// <summary>
    /// CSV has at least two rows, each with as many separators as the first. If the text was cut, its last row is not checked.
    /// </summary>
    private static bool IsTable(string text, char separator)
    {
        var rows = new List<int>();
        var separators = 0;
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c == separator) separators++;
            else if (c == '\n')
            {
                rows.Add(separators);
                separators = 0;
            }
        }

        if (separators > 0 && text.Length < HeadLength - 1) rows.Add(separators);
        return rows.Count > 1 && rows[0] > 0 && rows.TrueForAll(row => row == rows[0]);
    }
}
