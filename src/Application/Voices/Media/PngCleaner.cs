using System.Buffers.Binary;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices.Media;

/// <summary>PNG (ISO/IEC 15948): keeps the critical chunks only: header, palette, image data and end.</summary>
internal static class PngCleaner
{
    private const int HeaderLength = 13;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Clean(ReadOnlyMemory<byte> file)
    {
        var reader = new ByteReader(file.Span);
        using var clean = new MemoryStream(file.Length);
        clean.Write(reader.Take(Signature.Length));
        var (isFirst, hasData) = (true, false);
        while (true)
        {
            var length = reader.UInt32BigEndian();
            var type = reader.Take(4);
            var content = reader.Take(length);
            var check = reader.Take(4);
            if (isFirst && !(type.SequenceEqual("IHDR"u8) && length == HeaderLength))
                throw VoiceErrors.MediaMalformed();
            hasData |= type.SequenceEqual("IDAT"u8);
            var isEnd = type.SequenceEqual("IEND"u8);
            if (isFirst || isEnd || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("IDAT"u8))
            {
                Span<byte> start = stackalloc byte[4];
                BinaryPrimitives.WriteUInt32BigEndian(start, isEnd ? 0 : length);
                clean.Write(start);
                clean.Write(type);
                clean.Write(isEnd ? [] : content);
                clean.Write(isEnd ? [0xAE, 0x42, 0x60, 0x82] : check);
            }

            isFirst = false;
            if (!isEnd)
                continue;
            return hasData ? clean.ToArray() : throw VoiceErrors.MediaMalformed();
        }
    }
}
