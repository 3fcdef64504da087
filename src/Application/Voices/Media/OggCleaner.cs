using System.Buffers.Binary;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices.Media;

/// <summary>
/// Ogg (RFC 3533) with one stream of Opus (RFC 7845) or Vorbis: replaces the comment header by an empty one and numbers the pages anew.
/// Other streams and chained files are refused.
/// </summary>
internal static class OggCleaner
{
    private const int MaxSegments = 255;
    private const int MaxHeaderBytes = 1_000_000;
    private const byte Continued = 1;
    private const byte FirstOfStream = 2;

    private static readonly byte[] OpusTags = [.. "OpusTags"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] VorbisTags = [3, .. "vorbis"u8, 0, 0, 0, 0, 0, 0, 0, 0, 1];

    public static byte[] Clean(ReadOnlyMemory<byte> file)
    {
        var reader = new ByteReader(file.Span);
        using var clean = new MemoryStream(file.Length);
        var writer = new OggWriter(clean);
        var first = OggPage.Read(ref reader);
        var isOpus = first.Content.StartsWith("OpusHead"u8);
        if (first.Type != FirstOfStream || !(isOpus || first.Content.StartsWith("\x01vorbis"u8)))
            throw VoiceErrors.MediaMalformed();
        writer.Write(first.Type, first.Position, first.Stream, first.Segments, first.Content);

        // The comment header, and for Vorbis the setup header behind it. What follows begins on a page of its own.
        var headers = ReadHeaders(ref reader, first.Stream, isOpus ? 1 : 2);
        if (!headers[0].AsSpan().StartsWith(isOpus ? "OpusTags"u8 : "\x03vorbis"u8))
            throw VoiceErrors.MediaMalformed();
        headers[0] = isOpus ? OpusTags : VorbisTags;
        foreach (var header in headers)
            writer.WriteHeader(header, first.Stream);
        var hasSound = false;
        while (!reader.IsAtEnd)
        {
            var page = OggPage.Read(ref reader);
            if (page.Stream != first.Stream || (page.Type & FirstOfStream) != 0)
                throw VoiceErrors.MediaMalformed();
            writer.Write(page.Type, page.Position, page.Stream, page.Segments, page.Content);
            hasSound = true;
        }

        return hasSound ? clean.ToArray() : throw VoiceErrors.MediaMalformed();
    }

    private static List<byte[]> ReadHeaders(ref ByteReader reader, uint stream, int count)
    {
        var headers = new List<byte[]>();
        using var packet = new MemoryStream();
        while (headers.Count < count)
        {
            var page = OggPage.Read(ref reader);
            if (page.Stream != stream || (page.Type & FirstOfStream) != 0)
                throw VoiceErrors.MediaMalformed();
            var rest = page.Content;
            foreach (var length in page.Segments)
            {
                packet.Write(rest[..length]);
                rest = rest[length..];
                if (packet.Length > MaxHeaderBytes || headers.Count == count)
                    throw VoiceErrors.MediaMalformed();
                if (length == MaxSegments)
                    continue;
                headers.Add(packet.ToArray());
                packet.SetLength(0);
            }
        }

        return headers;
    }

    private readonly ref struct OggPage
    {
        public required byte Type { get; init; }

        /// <summary>The granule position.</summary>
        public required ReadOnlySpan<byte> Position { get; init; }

        public required uint Stream { get; init; }

        public required ReadOnlySpan<byte> Segments { get; init; }

        public required ReadOnlySpan<byte> Content { get; init; }

        public static OggPage Read(ref ByteReader reader)
        {
            if (!reader.Take(4).SequenceEqual("OggS"u8) || reader.Byte() != 0)
                throw VoiceErrors.MediaMalformed();
            var type = reader.Byte();
            var position = reader.Take(8);
            var stream = reader.UInt32LittleEndian();
            reader.Take(8); // Number and checksum, which are written anew.
            var segments = reader.Take(reader.Byte());
            var length = 0;
            foreach (var segment in segments)
                length += segment;
            return new OggPage
            {
                Type = type,
                Position = position,
                Stream = stream,
                Segments = segments,
                Content = reader.Take(length),
            };
        }
    }

    private sealed class OggWriter(MemoryStream clean)
    {
        private const int ChecksumAt = 22;
        private const uint Polynomial = 0x04C11DB7;

        private uint _number;

        /// <summary>One packet on pages of its own.</summary>
        public void WriteHeader(ReadOnlySpan<byte> packet, uint stream)
        {
            var segments = new byte[(packet.Length / MaxSegments) + 1];
            segments.AsSpan(..^1).Fill(MaxSegments);
            segments[^1] = (byte)(packet.Length % MaxSegments);
            for (var (from, type) = (0, (byte)0); from < segments.Length; from += MaxSegments, type = Continued)
            {
                var onPage = segments.AsSpan(from, Math.Min(MaxSegments, segments.Length - from));
                var isLast = from + onPage.Length == segments.Length;
                var content = packet[(from * MaxSegments)..];
                content = isLast ? content : content[..(MaxSegments * MaxSegments)];
                ReadOnlySpan<byte> position = isLast ? new byte[8] : [255, 255, 255, 255, 255, 255, 255, 255];
                Write(type, position, stream, onPage, content);
            }
        }

        public void Write(byte type, ReadOnlySpan<byte> position, uint stream, ReadOnlySpan<byte> segments, ReadOnlySpan<byte> content)
        {
            var page = new byte[27 + segments.Length + content.Length];
            var all = page.AsSpan();
            "OggS"u8.CopyTo(all);
            page[5] = type;
            position.CopyTo(all[6..]);
            BinaryPrimitives.WriteUInt32LittleEndian(all[14..], stream);
            BinaryPrimitives.WriteUInt32LittleEndian(all[18..], _number++);
            page[26] = (byte)segments.Length;
            segments.CopyTo(all[27..]);
            content.CopyTo(all[(27 + segments.Length)..]);
            BinaryPrimitives.WriteUInt32LittleEndian(all[ChecksumAt..], ChecksumOf(page));
            clean.Write(page);
        }

        /// <summary>CRC-32 with this polynomial, not reflected, beginning with 0.</summary>
        private static uint ChecksumOf(ReadOnlySpan<byte> page)
        {
            var sum = 0u;
            foreach (var value in page)
            {
                sum ^= (uint)value << 24;
                for (var bit = 0; bit < 8; bit++)
                    sum = (sum & 0x80000000) != 0 ? (sum << 1) ^ Polynomial : sum << 1;
            }

            return sum;
        }
    }
}
