using System.IO.Compression;
using System.Text;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Infrastructure.Commitments;

namespace PartnershipTracker.Application.Tests.Commitments;

public sealed class FileTypeTests
{
    private const string Main = "application/vnd.openxmlformats-officedocument.";

    private static readonly Dictionary<string, byte[]> Accepted = new()
    {
        ["pdf"] = "%PDF-1.7\n"u8.ToArray(),
        ["png"] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0],
        ["jpg"] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10],
        ["gif"] = "GIF89a\0\0"u8.ToArray(),
        ["webp"] = "RIFF\x10\0\0\0WEBPVP8 "u8.ToArray(),
        ["docx"] = OfficeOpenXml(Main + "wordprocessingml.document.main+xml", "word/document.xml"),
        ["xlsx"] = OfficeOpenXml(Main + "spreadsheetml.sheet.main+xml", "xl/workbook.xml"),
        ["pptx"] = OfficeOpenXml(Main + "presentationml.presentation.main+xml", "ppt/presentation.xml"),
        ["odt"] = Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")),
        ["ods"] = Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")),
        ["csv"] = "\uFEFFpost,people\r\nKhulna,\"1,200\"\r\n"u8.ToArray(),
        ["csv;"] = "post;people\nKhulna;1200"u8.ToArray(),
        ["txt"] = "Six clinics have begun, says Rahima.\nMore soon. স্বাস্থ্য"u8.ToArray(),
        ["txt<"] = "people < 40, a<b"u8.ToArray(),
        ["txt long"] = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("é€😀 word ", 20_000))),
    };

    private static readonly Dictionary<string, byte[]> Refused = new()
    {
        ["html"] = "<!DOCTYPE html><html>"u8.ToArray(),
        ["html after blanks"] = "\uFEFF \n\t<p>x"u8.ToArray(),
        ["html after words"] = "Hello <ScRiPt>alert(1)</script>"u8.ToArray(),
        ["svg"] = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(),
        ["xml"] = "<?xml version='1.0'?><x/>"u8.ToArray(),
        ["script"] = "#!/bin/sh\nrm x"u8.ToArray(),
        ["php"] = "text <?php system(1);"u8.ToArray(),
        ["exe"] = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0],
        ["elf"] = [0x7F, .. "ELF"u8, 2, 1, 1, 0],
        ["old office"] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        ["latin-1"] = [.. "Z"u8, 0xFC, .. "rich"u8],
        ["half a letter"] = [.. "caf"u8, 0xC3],
        ["utf-16"] = Encoding.Unicode.GetBytes("post"),
        ["nul"] = "a\0b"u8.ToArray(),
        ["pdf inside"] = [0, .. "%PDF-1.7"u8],
        ["riff that is sound"] = "RIFF\x10\0\0\0WAVEfmt "u8.ToArray(),
        ["any zip"] = Zip(("readme.txt", "x")),
        ["jar"] = Zip(("META-INF/MANIFEST.MF", "x")),
        ["broken zip"] = [.. "PK"u8, 3, 4, 1, 2, 3],
        ["office without its main part"] = Zip(
            (
                "[Content_Types].xml",
                $"""<Types><Override PartName="/word/document.xml" ContentType="{Main}wordprocessingml.document.main+xml"/></Types>"""
            )
        ),
        ["office with macros by type"] = OfficeOpenXml("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml"),
        ["office with macros by part"] = OfficeOpenXml(
            Main + "wordprocessingml.document.main+xml",
            "word/document.xml",
            ("word/vbaProject.bin", "x")
        ),
        ["office that asks for a file"] = Zip(
            ("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><Types>&y;</Types>"),
            ("word/document.xml", "<x/>")
        ),
        ["unknown open document"] = Zip(("mimetype", "application/vnd.oasis.opendocument.formula")),
    };

    public static TheoryData<string> AcceptedKinds => [.. Accepted.Keys];

    public static TheoryData<string> RefusedKinds => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(AcceptedKinds))]
    public async Task The_type_of_evidence_is_detected_from_its_content(string kind) =>
        (await Of(Accepted[kind]))!.Extension.ShouldBe("." + kind.Split(' ', '<', ';')[0]);

    [Theory]
    [MemberData(nameof(RefusedKinds))]
    public async Task Any_other_content_is_refused(string kind) => (await Of(Refused[kind])).ShouldBeNull();

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("report.exe", "report.pdf")]
    [InlineData("C:\\Users\\Rahima\\report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf")]
    [InlineData("cod\u202Efdp.exe", "codfdp.pdf")]
    [InlineData("\"quoted\"; filename=x.pdf", "_quoted__ filename=x.pdf")]
    [InlineData("স্বাস্থ্য ২০২৬.pdf", "স্বাস্থ্য ২০২৬.pdf")]
    [InlineData("", "evidence.pdf")]
    [InlineData("...", "evidence.pdf")]
    [InlineData(".htaccess", "evidence.pdf")]
    [InlineData("CON.txt", "_CON.pdf")]
    public void A_file_name_is_made_safe_and_gets_the_extension_of_its_content(string given, string safe) =>
        SafeName.Of(given, ".pdf").ShouldBe(safe);

    [Fact]
    public void A_long_file_name_is_cut_between_characters()
    {
        var name = SafeName.Of(string.Concat(Enumerable.Repeat("😀a", 200)) + ".pdf", ".pdf");
        name.Length.ShouldBeLessThan(130);
        name.EnumerateRunes().ShouldAllBe(rune => rune != System.Text.Rune.ReplacementChar);
    }

    private static async Task<FileType?> Of(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await new FileTypes().FindAsync(stream, default);
    }

    private static byte[] OfficeOpenXml(string type, string part, params (string, string)[] more) =>
        Zip([
            (
                "[Content_Types].xml",
                $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"""
                    + $"""<Override PartName="/{part}" ContentType="{type}"/></Types>"""
            ),
            (part, "<x/>"),
            .. more,
        ]);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
