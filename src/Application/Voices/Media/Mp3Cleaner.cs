using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices.Media;

/// <summary>
/// MP3 (ISO/IEC 11172-3 and 13818-3, layer III): keeps the frames of sound only, so that ID3v1, ID3v2, APE, lyrics and whatever else lies
/// before, between and after them is gone.
/// </summary>
internal static class Mp3Cleaner
{
    private const int HeaderLength = 4;
    private const int Id3Header = 10;
    private const int MinFrames = 2;

    /// <summary>Kilobits in a second by index, of MPEG 1, and of MPEG 2 and 2.5.</summary>
    private static readonly int[] Mpeg1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
        Mpeg2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    private static readonly int[] SampleRates = [44100, 48000, 32000];

    public static bool LooksLike(ReadOnlySpan<byte> file) => file.StartsWith("ID3"u8) || FrameLength(file) > 0;

    public static byte[] Clean(ReadOnlyMemory<byte> file)
    {
        var rest = file.Span;
        using var clean = new MemoryStream(rest.Length);
        var frames = 0;
        var kind = (byte[]?)null;
        while (rest.Length >= HeaderLength)
        {
            if (Id3Length(rest) is > 0 and var tag)
            {
                rest = rest[Math.Min(tag, rest.Length)..];
                continue;
            }

            var length = FrameLength(rest);
            if (length > 0 && length <= rest.Length && IsOfKind(rest, kind) && (IsFollowed(rest[length..], rest) || frames > 0))
            {
                kind ??= [rest[1], rest[2]];
                clean.Write(rest[..length]);
                rest = rest[length..];
                frames++;
                continue;
            }

            // Whatever lies here is not sound. A frame is only believed again where another one follows it.
            rest = rest[1..];
            while (
                rest.Length >= HeaderLength
                && Id3Length(rest) == 0
                && !(FrameLength(rest) is > 0 and var next && next <= rest.Length && IsOfKind(rest, kind) && IsFollowed(rest[next..], rest))
            )
                rest = rest[1..];
        }

        return frames >= MinFrames ? clean.ToArray() : throw VoiceErrors.MediaMalformed();
    }

    /// <summary>Of the same version, layer and sampling rate, which do not change within a file.</summary>
    private static bool IsOfKind(ReadOnlySpan<byte> frame, byte[]? kind) =>
        kind is null || ((frame[1] ^ kind[0]) & 0xFE) == 0 && ((frame[2] ^ kind[1]) & 0x0C) == 0;

    private static bool IsFollowed(ReadOnlySpan<byte> after, ReadOnlySpan<byte> frame) =>
        FrameLength(after) > 0 && IsOfKind(after, [frame[1], frame[2]]);

    /// <returns>In bytes; 0 if no frame of layer III begins here.</returns>
    private static int FrameLength(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < HeaderLength || rest[0] != 0xFF || (rest[1] & 0xE6) != 0xE2)
            return 0;
        var (version, bitrate, rate) = ((rest[1] >> 3) & 3, rest[2] >> 4, (rest[2] >> 2) & 3);
        if (version == 1 || bitrate is 0 or 15 || rate == 3)
            return 0;
        var isMpeg1 = version == 3;
        var samplesPerSecond =
            SampleRates[rate]
            / (
                isMpeg1 ? 1
                : version == 2 ? 2
                : 4
            );
        var bytes = (isMpeg1 ? 144 : 72) * (isMpeg1 ? Mpeg1 : Mpeg2)[bitrate] * 1000 / samplesPerSecond;
        return bytes + ((rest[2] >> 1) & 1);
    }

    /// <returns>The length of an ID3v2 tag that begins here, with header and footer; 0 if there is none.</returns>
    private static int Id3Length(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < Id3Header || !rest.StartsWith("ID3"u8) || (rest[6] | rest[7] | rest[8] | rest[9]) > 0x7F)
            return 0;
        var size = (rest[6] << 21) | (rest[7] << 14) | (rest[8] << 7) | rest[9];
        return Id3Header + size + ((rest[5] & 0x10) > 0 ? Id3Header : 0);
    }
}
