using System.Text;

namespace PartnershipTracker.Api.FunctionalTests.Voices;

/// <summary>Small files with a place in their metadata; all kinds are tried with the cleaner itself.</summary>
internal static class VoiceFiles
{
    public static byte[] Png()
    {
        byte[] place = [.. Encoding.ASCII.GetBytes("eXIfGPS 23.8N")];
        return
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            0x0A,
            .. Chunk([.. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0], 0x3A7E9B55),
            .. Chunk(place, 0),
            .. Chunk([.. "IDAT"u8, 0x78, 0x9C, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81], 0),
            .. Chunk([.. "IEND"u8], 0xAE426082),
        ];
    }

    public static byte[] Wav() =>
        [
            .. "RIFF"u8,
            39,
            0,
            0,
            0,
            .. "WAVEfmt "u8,
            16,
            0,
            0,
            0,
            1,
            0,
            1,
            0,
            0x40,
            0x1F,
            0,
            0,
            0x40,
            0x1F,
            0,
            0,
            1,
            0,
            8,
            0,
            .. "data"u8,
            2,
            0,
            0,
            0,
            128,
            129,
        ];

    private static byte[] Chunk(byte[] typed, uint check) =>
        [0, 0, 0, (byte)(typed.Length - 4), .. typed, (byte)(check >> 24), (byte)(check >> 16), (byte)(check >> 8), (byte)check];
}
