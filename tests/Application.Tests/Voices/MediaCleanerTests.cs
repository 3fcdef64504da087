using System.Text;
using PartnershipTracker.Application.Voices.Media;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Tests.Voices;

public sealed class MediaCleanerTests
{
    public static TheoryData<string, byte[]> Files =>
        new()
        {
            { "image/jpeg", SmallFiles.Jpeg() },
            { "image/png", SmallFiles.Png() },
            { "audio/wav", SmallFiles.Wav() },
            { "audio/mpeg", SmallFiles.Mp3() },
            { "audio/ogg", SmallFiles.Opus() },
            { "audio/ogg", SmallFiles.Vorbis() },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_place_and_the_author_are_removed_and_the_type_is_found_by_the_content(string type, byte[] file)
    {
        Text(file).ShouldContain(SmallFiles.Secret);
        var clean = MediaCleaner.Clean(file);
        clean.ContentType.ShouldBe(type);
        foreach (var part in new[] { "GPS", "Amina", "Exif", "ICC", "Author", "xmp", "LIST", "bext", "ID3", "TAG", "APE", "test" })
            Text(clean.Content.ToArray()).ShouldNotContain(part);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_clean_file_stays_as_it_is(string type, byte[] file)
    {
        var clean = MediaCleaner.Clean(file).Content.ToArray();
        var again = MediaCleaner.Clean(clean);
        again.ContentType.ShouldBe(type);
        again.Content.ToArray().ShouldBe(clean);
    }

    [Fact]
    public void Picture_and_sound_are_kept()
    {
        var jpeg = MediaCleaner.Clean(SmallFiles.Jpeg()).Content.ToArray();
        Text(jpeg).ShouldContain("\u003F\u00FF\0\u00FF\u00D0\u003F\u00FF\u00D9", customMessage: "the scan, and the end of the image");
        Text(jpeg).ShouldContain("Adobe", customMessage: "the colour transform");
        Text(jpeg).ShouldContain("JFIF\0\u0001\u0002\0\0\u0001\0\u0001\0\0", customMessage: "without a thumbnail");
        Text(MediaCleaner.Clean(SmallFiles.Png()).Content.ToArray()).ShouldContain("IDAT");
        MediaCleaner.Clean(SmallFiles.Wav()).Content.ToArray()[^4..].ShouldBe([128, 129, 130, 0]);
        MediaCleaner.Clean(SmallFiles.Mp3()).Content.Length.ShouldBe(4 * 144);
        Text(MediaCleaner.Clean(SmallFiles.Vorbis()).Content.ToArray()).ShouldContain("\u0005vorbis");
        MediaCleaner.Clean(SmallFiles.Opus()).Content.ToArray()[^3..].ShouldBe([0xF8, 0xFF, 0xFE]);
    }

    [Fact]
    public void The_pages_of_a_voice_note_have_valid_checksums_and_numbers()
    {
        var clean = MediaCleaner.Clean(SmallFiles.Vorbis()).Content.ToArray();
        var (at, number) = (0, 0);
        while (at < clean.Length)
        {
            var segments = clean[at + 26];
            var length = 27 + segments + clean[(at + 27)..(at + 27 + segments)].Sum(s => s);
            var page = clean[at..(at + length)];
            BitConverter.ToInt32(page, 18).ShouldBe(number++);
            var stored = BitConverter.ToUInt32(page, 22);
            page.AsSpan(22, 4).Clear();
            stored.ShouldBe(OggCrc(page));
            at += length;
        }

        number.ShouldBe(4, "head, comments, setup and sound");
    }

    [Fact]
    public void M4A_and_other_types_are_refused_with_a_sentence()
    {
        Refusal(SmallFiles.M4a()).ShouldBe("voice.mediaM4aRefused");
        Refusal("%PDF-1.7"u8.ToArray()).ShouldBe("voice.mediaTypeRefused");
        Refusal("GIF89a"u8.ToArray()).ShouldBe("voice.mediaTypeRefused");
        Refusal([]).ShouldBe("voice.mediaTypeRefused");
        Refusal(new byte[MediaCleaner.MaxBytes + 1]).ShouldBe("voice.mediaTooLarge");
    }

    /// <summary>Any cut or changed file is either cleaned or refused: there is no other exception, and no endless loop.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_damaged_file_is_refused_and_nothing_else_happens(string type, byte[] file)
    {
        type.ShouldNotBeEmpty();
        for (var length = 0; length < file.Length; length++)
            Refusal(file[..length])?.ShouldStartWith("voice.media");
        var dice = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var broken = file.ToArray();
            for (var changes = dice.Next(1, 4); changes > 0; changes--)
                broken[dice.Next(broken.Length)] = (byte)dice.Next(256);
            Refusal(broken)?.ShouldStartWith("voice.media");
        }
    }

    [Fact]
    public void A_large_file_of_nothing_but_tags_is_refused_quickly()
    {
        var tags = new byte[MediaCleaner.MaxBytes];
        for (var i = 0; i + 10 <= tags.Length; i += 10)
            "ID3"u8.CopyTo(tags.AsSpan(i));
        Refusal(tags).ShouldBe("voice.mediaMalformed");
        var sync = Enumerable.Repeat((byte)0xFF, MediaCleaner.MaxBytes).ToArray();
        "ID3"u8.CopyTo(sync);
        Refusal(sync).ShouldBe("voice.mediaMalformed");
    }

    private static string? Refusal(byte[] file)
    {
        try
        {
            MediaCleaner.Clean(file);
            return null;
        }
        catch (DomainException refusal)
        {
            return refusal.Code;
        }
    }

    private static string Text(byte[] file) => Encoding.Latin1.GetString(file);

    private static uint OggCrc(byte[] page)
    {
        var sum = 0u;
        foreach (var value in page)
        {
            for (var bit = 7; bit >= 0; bit--)
            {
                var carry = ((sum >> 31) ^ (uint)(value >> bit)) & 1;
                sum = (sum << 1) ^ (carry * 0x04C11DB7u);
            }
        }

        return sum;
    }
}
