using System.Buffers.Binary;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices.Media;

/// <summary>WAV (RIFF): keeps the format and the sound; names, dates, places and broadcast data are in other chunks.</summary>
internal static class WavCleaner
{
    private const int RiffHeader = 12;
    private const int MinFormat = 16;
    private const int MaxFormat = 40;

    public static byte[] Clean(ReadOnlyMemory<byte> file)
    {
        var reader = new ByteReader(file.Span);
        reader.Take(RiffHeader);
        ReadOnlySpan<byte> format = [];
        while (!reader.IsAtEnd)
        {
            var id = reader.Take(4);
            var length = reader.UInt32LittleEndian();
            var content = reader.Take(length);
            if (length % 2 == 1 && !reader.IsAtEnd)
                reader.Take(1);
            if (id.SequenceEqual("fmt "u8))
                format = content;
            else if (id.SequenceEqual("data"u8))
                return Write(format, content);
        }

        throw VoiceErrors.MediaMalformed();
    }

    private static byte[] Write(ReadOnlySpan<byte> format, ReadOnlySpan<byte> sound)
    {
        if (format.Length is < MinFormat or > MaxFormat || format.Length % 2 == 1 || sound.Length == 0)
            throw VoiceErrors.MediaMalformed();
        using var clean = new MemoryStream(sound.Length + 64);
        var padding = sound.Length % 2;
        clean.Write("RIFF"u8);
        WriteLength(clean, 4 + 8 + format.Length + 8 + sound.Length + padding);
        clean.Write("WAVEfmt "u8);
        WriteLength(clean, format.Length);
        clean.Write(format);
        clean.Write("data"u8);
        WriteLength(clean, sound.Length);
        clean.Write(sound);
        if (padding > 0)
            clean.WriteByte(0);
        return clean.ToArray();
    }

    private static void WriteLength(MemoryStream clean, int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)length);
        clean.Write(bytes);
    }
}
