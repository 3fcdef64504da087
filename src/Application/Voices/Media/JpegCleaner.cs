using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices.Media;

/// <summary>
/// JPEG (ITU-T T.81): keeps the tables and scans. Of the application segments only the start of JFIF, without its thumbnail, and Adobe's
/// colour transform remain, because colours depend on them; the orientation goes with Exif. Nothing after the end of the image is kept.
/// </summary>
internal static class JpegCleaner
{
    private const int JfifLength = 14;
    private const int AdobeLength = 12;

    public static byte[] Clean(ReadOnlyMemory<byte> file)
    {
        var reader = new ByteReader(file.Span);
        using var clean = new MemoryStream(file.Length);
        clean.Write(reader.Take(2));
        var (hasFrame, hasScan) = (false, false);
        while (true)
        {
            if (reader.Byte() != 0xFF)
                throw VoiceErrors.MediaMalformed();
            var marker = reader.Byte();
            while (marker == 0xFF)
                marker = reader.Byte();
            if (marker == 0xD9)
                break;
            if (marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
                throw VoiceErrors.MediaMalformed();
            var content = reader.Take(reader.UInt16BigEndian() - 2);
            if (marker is (>= 0xE0 and <= 0xEF) or 0xFE)
            {
                WriteApplication(clean, marker, content);
                continue;
            }

            WriteSegment(clean, marker, content);
            hasFrame |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (marker != 0xDA)
                continue;
            hasScan = true;
            clean.Write(reader.Take(ScanLength(reader.Rest)));
        }

        if (!hasFrame || !hasScan)
            throw VoiceErrors.MediaMalformed();
        clean.Write([0xFF, 0xD9]);
        return clean.ToArray();
    }

    private static void WriteApplication(MemoryStream clean, byte marker, ReadOnlySpan<byte> content)
    {
        if (marker == 0xE0 && content.StartsWith("JFIF\0"u8) && content.Length >= JfifLength)
        {
            Span<byte> jfif = stackalloc byte[JfifLength];
            content[..JfifLength].CopyTo(jfif);
            jfif[^2..].Clear();
            WriteSegment(clean, marker, jfif);
        }
        else if (marker == 0xEE && content.StartsWith("Adobe"u8) && content.Length >= AdobeLength)
        {
            WriteSegment(clean, marker, content[..AdobeLength]);
        }
    }

    private static void WriteSegment(MemoryStream clean, byte marker, ReadOnlySpan<byte> content)
    {
        var length = content.Length + 2;
        clean.Write([0xFF, marker, (byte)(length >> 8), (byte)length]);
        clean.Write(content);
    }

    /// <summary>Up to the next marker. In a scan FF is followed by 00, or by one of the restart markers D0 to D7.</summary>
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        for (var i = 0; i < rest.Length - 1; i++)
        {
            var skipped = rest[i..].IndexOf((byte)0xFF);
            if (skipped < 0 || i + skipped + 1 >= rest.Length)
                break;
            i += skipped;
            if (rest[i + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return i;
        }

        throw VoiceErrors.MediaMalformed();
    }
}
