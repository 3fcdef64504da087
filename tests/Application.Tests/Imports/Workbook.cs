using System.IO.Compression;
using System.Text;

namespace PartnershipTracker.Application.Tests.Imports;

/// <summary>A workbook with the parts that a test sets; all other parts are well formed.</summary>
internal sealed record Workbook
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The XML of the rows of the first sheet, including the heading row.</summary>
    public string Rows { get; init; } = "";

    /// <summary>The XML of the whole first sheet, instead of one with <see cref="Rows"/>.</summary>
    public string? Sheet { get; init; }

    public string SheetName { get; init; } = "One";

    public string? Shared { get; init; }

    public string Styles { get; init; } = "";

    public string Properties { get; init; } = "";

    public string Namespace { get; init; } = Main;

    public string RelationshipKinds { get; init; } = Kinds;

    /// <summary>Paths of the parts that are left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Writes the first sheet, for content that is too large for a string.</summary>
    public Action<Stream>? WriteSheet { get; init; }

    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";

    public string WholeSheet(string rows) => $"<worksheet xmlns=\"{Namespace}\"><sheetData>{rows}</sheetData></worksheet>";

    public MemoryStream ToStream()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Write(
                zip,
                "_rels/.rels",
                $"<Relationships xmlns=\"{Package}\">{Relationship("r1", "officeDocument", "xl/workbook.xml")}</Relationships>"
            );
            Write(
                zip,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Namespace}\" xmlns:r=\"{RelationshipKinds}\">{Properties}<sheets><sheet name=\"{SheetName}"
                    + $"\" sheetId=\"1\" r:id=\"first\"/><sheet name=\"Two\" sheetId=\"2\" r:id=\"second\"/></sheets>"
                    + $"</workbook>"
            );
            Write(
                zip,
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Package}\">{Relationship("second", "worksheet", "worksheets/sheet2.xml")}"
                    + $"{Relationship("first", "worksheet", "/xl/worksheets/sheet1.xml")}"
                    + $"{Relationship("styles", "styles", "styles.xml")}"
                    + $"{Relationship("texts", "sharedStrings", "sharedStrings.xml")}</Relationships>"
            );
            Write(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Namespace}\">{Styles}</styleSheet>");
            if (Shared is not null)
                Write(zip, "xl/sharedStrings.xml", Shared);
            Write(zip, "xl/worksheets/sheet2.xml", WholeSheet(Row(1, "not this one")));
            if (WriteSheet is not null)
                WriteSheet(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            else
                Write(zip, "xl/worksheets/sheet1.xml", Sheet ?? WholeSheet(Rows));
        }

        file.Position = 0;
        return file;
    }

    private string Relationship(string id, string kind, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{RelationshipKinds}/{kind}\" Target=\"{target}\"/>";

    private void Write(ZipArchive zip, string path, string content)
    {
        if (Without.Contains(path))
            return;
        using var part = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
