using System.Text;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Infrastructure.Imports;

/// <summary>The text of a CSV file in the encoding that it has or that a profile names. Bytes that are no such text are refused.</summary>
internal sealed class CsvText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Stream _content;
    private readonly Encoding _encoding;
    private readonly int _start;

    /// <exception cref="DomainException">The file begins with the mark of another encoding than the given one.</exception>
    public CsvText(Stream content, TextEncoding? given)
    {
        _content = content;
        content.Position = 0;
        var head = new byte[3];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        (TextEncoding? marked, var bigEndian, _start) = head.AsSpan(0, length) switch
        {
            [0xEF, 0xBB, 0xBF] => (TextEncoding.Utf8, false, 3),
            [0xFF, 0xFE, ..] => (TextEncoding.Utf16, false, 2),
            [0xFE, 0xFF, ..] => (TextEncoding.Utf16, true, 2),
            _ => ((TextEncoding?)null, false, 0),
        };
        if (marked is { } mark && given is { } named && mark != named)
            throw SpreadsheetRows.Refused("import.encodingMark", mark == TextEncoding.Utf8 ? "UTF-8" : "UTF-16");
        _encoding = (marked ?? given) switch
        {
            TextEncoding.Utf16 => new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true),
            TextEncoding.Windows1251 => Strict(1251),
            TextEncoding.Windows1252 => Strict(1252),
            TextEncoding.Windows1256 => Strict(1256),
            TextEncoding.Latin1 => Encoding.Latin1,
            _ => Utf8,
        };
    }

    private static Encoding Strict(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>For writing; characters that the encoding does not have become question marks.</summary>
    /// <returns>Null for UTF-8.</returns>
    public static Encoding? EncodingOf(TextEncoding? given) =>
        given switch
        {
            TextEncoding.Utf16 => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            TextEncoding.Windows1251 => CodePagesEncodingProvider.Instance.GetEncoding(1251),
            TextEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252),
            TextEncoding.Windows1256 => CodePagesEncodingProvider.Instance.GetEncoding(1256),
            TextEncoding.Latin1 => Encoding.Latin1,
            _ => null,
        };

    /// <summary>Reads from the beginning, without the mark.</summary>
    public StreamReader Read()
    {
        _content.Position = _start;
        return new StreamReader(_content, _encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
    }

    /// <summary>Reads the file again to find the line of the first bytes that are no text.</summary>
    public DomainException NotText()
    {
        var (line, buffer, chars) = (1, new byte[65_536], new char[65_538]);
        var decoder = _encoding.GetDecoder();
        for (long at = _start; ; )
        {
            _content.Position = at;
            var read = _content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            try
            {
                var count = decoder.GetChars(buffer.AsSpan(0, read), chars, flush: read == 0);
                line += chars.AsSpan(0, count).Count('\n');
            }
            catch (DecoderFallbackException)
            {
                return SpreadsheetRows.Refused("import.encoding", line + LinesBefore(buffer.AsSpan(0, read)));
            }

            if (read == 0)
                return SpreadsheetRows.Refused("import.encoding", line);
            at += read;
        }
    }

    /// <summary>The line breaks before the first bytes of a block that are no text.</summary>
    private int LinesBefore(ReadOnlySpan<byte> block)
    {
        // A character of UTF-8 may have begun in the block before.
        var from = 0;
        while (_encoding is UTF8Encoding && from < 3 && from < block.Length && (block[from] & 0xC0) == 0x80)
            from++;
        var (lines, chars, decoder) = (0, new char[4], _encoding.GetDecoder());
        for (var i = from; i < block.Length; i++)
        {
            try
            {
                var count = decoder.GetChars(block.Slice(i, 1), chars, flush: false);
                lines += chars.AsSpan(0, count).Count('\n');
            }
            catch (DecoderFallbackException)
            {
                return lines;
            }
        }

        return lines;
    }
}
