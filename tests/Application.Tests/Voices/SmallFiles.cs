using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PartnershipTracker.Application.Tests.Voices;

/// <summary>Small files as phones make them, with a place and an author in every place where they can be.</summary>
internal static class SmallFiles
{
    public const string Secret = "GPS 23.8103N 90.4125E by Amina Diallo";

    private static readonly byte[] Hidden = Encoding.ASCII.GetBytes(Secret);

    /// <summary>A grey picture of 8 by 8 pixels.</summary>
    public static byte[] Jpeg()
    {
        byte[] quantization = [0, .. Enumerable.Repeat((byte)1, 64)];
        byte[] frame = [8, 0, 8, 0, 8, 1, 1, 0x11, 0];
        byte[] huffman = [0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] huffmanAc = [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] thumbnail = [2, 1, .. Enumerable.Repeat((byte)'G', 6)];
        return
        [
            0xFF,
            0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, .. thumbnail]),
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. Hidden]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Hidden]),
            .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, .. Hidden]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Hidden]),
            .. Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0, .. Hidden]),
            .. Segment(0xFE, Hidden),
            .. Segment(0xDB, quantization),
            .. Segment(0xC0, frame),
            .. Segment(0xC4, huffman),
            .. Segment(0xC4, huffmanAc),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            0x3F,
            0xFF,
            0x00,
            0xFF,
            0xD0,
            0x3F,
            0xFF,
            0xD9,
            .. Hidden,
        ];
    }

    public static byte[] Png()
    {
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write([0, 128]);
        return
        [
            0x89,
            0x50,
            0x4E,
            0x47,
            0x0D,
            0x0A,
            0x1A,
            0x0A,
            .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
            .. Chunk("eXIf", Hidden),
            .. Chunk("tEXt", [.. "Author\0"u8, .. Hidden]),
            .. Chunk("tIME", [7, 234, 11, 20, 12, 0, 0]),
            .. Chunk("IDAT", pixels.ToArray()),
            .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Hidden]),
            .. Chunk("IEND", []),
            .. Hidden,
        ];
    }

    public static byte[] Wav()
    {
        byte[] format = [1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0];
        byte[] content =
        [
            .. "WAVE"u8,
            .. Riff("bext", Hidden),
            .. Riff("fmt ", format),
            .. Riff("LIST", [.. "INFOIART"u8, (byte)Hidden.Length, 0, 0, 0, .. Hidden]),
            .. Riff("data", [128, 129, 130]),
            .. Riff("id3 ", Hidden),
        ];
        return [.. Riff("RIFF", content)];
    }

    /// <summary>Three frames of MPEG 1, layer III, 32 kbit/s, 32 kHz.</summary>
    public static byte[] Mp3()
    {
        byte[] frame = [0xFF, 0xFB, 0x18, 0x00, .. Enumerable.Repeat((byte)0x55, 140)];
        byte[] id3 = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, (byte)Hidden.Length, .. Hidden];
        byte[] ape = [.. "APETAGEX"u8, .. Hidden, .. new byte[32]];
        byte[] id3v1 = [.. "TAG"u8, .. Hidden, .. new byte[125 - Hidden.Length]];
        return [.. id3, .. frame, .. frame, .. Hidden, .. frame, .. frame, .. ape, .. id3v1];
    }

    public static byte[] Opus() =>
        [
            .. Page(2, 0, [.. "OpusHead"u8, 1, 1, 0, 0, 0x80, 0xBB, 0, 0, 0, 0, 0]),
            .. Page(0, 1, [.. "OpusTags"u8, 4, 0, 0, 0, .. "test"u8, 1, 0, 0, 0, (byte)Hidden.Length, 0, 0, 0, .. Hidden]),
            .. Page(4, 2, [0xF8, 0xFF, 0xFE]),
        ];

    public static byte[] Vorbis() =>
        [
            .. Page(2, 0, [1, .. "vorbis"u8, .. new byte[23]]),
            .. Page(
                0,
                1,
                [3, .. "vorbis"u8, 4, 0, 0, 0, .. "test"u8, 1, 0, 0, 0, (byte)Hidden.Length, 0, 0, 0, .. Hidden, 1],
                [5, .. "vorbis"u8, .. new byte[400]]
            ),
            .. Page(4, 2, [0x01, 0x02]),
        ];

    public static byte[] M4a() => [0, 0, 0, 24, .. "ftypM4A "u8, 0, 0, 0, 0, .. "isommp42"u8, .. Hidden];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string type, ReadOnlySpan<byte> content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc(named));
        return [.. length, .. named, .. check];
    }

    private static byte[] Riff(string id, ReadOnlySpan<byte> content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        byte[] padding = content.Length % 2 == 1 ? [0] : [];
        return [.. Encoding.ASCII.GetBytes(id), .. length, .. content, .. padding];
    }

    /// <summary>A page of Ogg with whole packets; its checksum is left empty, because the reader does not compare it.</summary>
    private static byte[] Page(byte type, byte number, params byte[][] packets)
    {
        var segments = packets.SelectMany(p => Enumerable.Repeat((byte)255, p.Length / 255).Append((byte)(p.Length % 255))).ToArray();
        return
        [
            .. "OggS"u8,
            0,
            type,
            .. new byte[8],
            7,
            0,
            0,
            0,
            number,
            0,
            0,
            0,
            .. new byte[4],
            (byte)segments.Length,
            .. segments,
            .. packets.SelectMany(p => p),
        ];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }
}
