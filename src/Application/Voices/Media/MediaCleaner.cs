using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices.Media;

/// <param name="ContentType">Detected from the content.</param>
/// <param name="Content">The file without metadata.</param>
public sealed record CleanFile(string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>
/// Removes metadata (place, author, device, time) from photos and voice notes by writing their container anew with only what is needed to
/// see or hear them. Nothing is decoded, so that a hostile file can do no harm; what does not follow its format is refused.
/// </summary>
public static class MediaCleaner
{
    public const int MaxMegabytes = 5;

    public const int MaxBytes = MaxMegabytes * 1_000_000;

    /// <exception cref="DomainException">Too large, of another type, or malformed (422, <c>media</c>).</exception>
    public static CleanFile Clean(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MaxBytes)
            throw VoiceErrors.MediaTooLarge(MaxMegabytes);
        var start = file.Span;
        if (start.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return new CleanFile("image/jpeg", JpegCleaner.Clean(file));
        if (start.StartsWith(PngCleaner.Signature))
            return new CleanFile("image/png", PngCleaner.Clean(file));
        if (start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..].StartsWith("WAVE"u8))
            return new CleanFile("audio/wav", WavCleaner.Clean(file));
        if (start.StartsWith("OggS"u8))
            return new CleanFile("audio/ogg", OggCleaner.Clean(file));
        if (start.Length >= 8 && start[4..].StartsWith("ftyp"u8))
            throw VoiceErrors.MediaM4aRefused();
        if (Mp3Cleaner.LooksLike(start))
            return new CleanFile("audio/mpeg", Mp3Cleaner.Clean(file));
        throw VoiceErrors.MediaTypeRefused();
    }
}
