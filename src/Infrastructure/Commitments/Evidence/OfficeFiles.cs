using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PartnershipTracker.Application.Commitments;

namespace PartnershipTracker.Infrastructure.Commitments;

/// <summary>Recognizes office files, which are zip files that name their type in one of their parts.</summary>
internal static class OfficeFiles
{
    private static readonly FileType Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    private static readonly FileType Excel = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    private static readonly FileType PowerPoint = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx");
    private static readonly FileType OpenText = new("application/vnd.oasis.opendocument.text", ".odt");
    private static readonly FileType OpenSheet = new("application/vnd.oasis.opendocument.spreadsheet", ".ods");

    /// <returns>Null for any other zip file, for one that is broken, and for a document with macros.</returns>
    public static FileType? TypeOf(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return null;
            return OpenDocument(zip) ?? OfficeOpenXml(zip);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>OpenDocument names its type in the first entry.</summary>
    private static FileType? OpenDocument(ZipArchive zip)
    {
        if (zip.Entries.FirstOrDefault() is not { FullName: "mimetype" } entry)
            return null;
        var type = Head(entry, 100).Trim();
        return new[] { OpenText, OpenSheet }.FirstOrDefault(t => t.ContentType == type);
    }

    /// <summary>Office Open XML names the type of each part. The type of the main part decides, and the main part must exist.</summary>
    private static FileType? OfficeOpenXml(ZipArchive zip)
    {
        if (zip.GetEntry("[Content_Types].xml") is not { } entry)
            return null;
        using var reader = XmlReader.Create(
            new StringReader(Head(entry, 1_000_000)),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
        );
        foreach (var part in XDocument.Load(reader).Root!.Elements().Where(e => e.Name.LocalName == "Override"))
        {
            var type = part.Attribute("ContentType")?.Value switch
            {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" => Word,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" => Excel,
                "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml" => PowerPoint,
                _ => null,
            };
            if (type is not null && zip.GetEntry(part.Attribute("PartName")?.Value.TrimStart('/') ?? "") is not null)
                return type;
        }

        return null;
    }

    /// <summary>Reads only the beginning of an entry, whatever its unpacked size.</summary>
    private static string Head(ZipArchiveEntry entry, int maxLength)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        var head = new char[maxLength];
        return new string(head, 0, reader.ReadBlock(head, 0, maxLength));
    }
}
