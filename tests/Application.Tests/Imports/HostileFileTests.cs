using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Exports;
using PartnershipTracker.Infrastructure.Imports;

namespace PartnershipTracker.Application.Tests.Imports;

/// <summary>Files made to cost memory or time: each is refused with a sentence, when it is opened or at its hostile row.</summary>
public sealed partial class HostileFileTests
{
    private const int Many = 20_000;
    private static readonly SpreadsheetReader Reader = new();
    private static readonly string Heading = Workbook.Row(1, "id", "name");
    private static readonly string First = Workbook.Row(2, "A-1", "Dhaka");

    /// <summary>A hostile row, and the code with which it is refused.</summary>
    public static TheoryData<string, string> HostileRows() =>
        new()
        {
            { $"<row>{Nested("<c>", "</c>")}</row>", "import.tooDeep" },
            { $"<row><c t=\"inlineStr\"><is>{Nested("<r>", "</r>")}</is></c></row>", "import.tooDeep" },
            { $"<row><c t=\"inlineStr\"><is><rPh>{Nested("<rPh>", "</rPh>")}</rPh></is></c></row>", "import.tooDeep" },
            { Nested("<row>", "</row>"), "import.tooDeep" },
            { $"<row>{Times("<c><v>1</v></c>")}</row>", "import.tooManyCells" },
            { $"<row>{Times("<c r=\"A1\"/>")}</row>", "import.tooManyCells" },
            { "<row><c r=\"XFE1\"><v>1</v></c></row>", "import.noCell" },
            { "<row><c r=\"XFD1\"/><c><v>1</v></c></row>", "import.tooManyCells" },
            { $"<row><c r=\"{new string('A', 300_000)}1\"/></row>", "import.noCell" },
            { $"<row><c><v>{new string('1', 70_000)}</v></c></row>", "import.cellTooLong" },
            { $"<row><c t=\"inlineStr\"><is>{Times("<r><t>1234</t></r>")}</is></c></row>", "import.cellTooLong" },
            { $"<row>{string.Concat(Enumerable.Repeat($"<c><v>{new string('1', 60_000)}</v></c>", 17))}</row>", "import.rowTooLong" },
            { $"<row><c t=\"{new string(' ', 1_100_000)}\"/></row>", "import.tokenTooLong" },
            { $"<!--{new string(' ', 1_200_000)}-->", "import.tokenTooLong" },
            { $"<row><c>{new string('x', 1_200_000)}</c></row>", "import.tokenTooLong" },
            { "<row><c>&bomb;</c></row>", "import.rowUnreadable" },
            { "<row><c><v>&#0;</v></c></row>", "import.rowUnreadable" },
            { "<row><c><v>&#xD800;</v></c></row>", "import.rowUnreadable" },
            { "<row><c></row>", "import.rowUnreadable" },
        };

    [Theory]
    [MemberData(nameof(HostileRows))]
    public async Task A_hostile_row_is_refused_in_the_heading_and_in_the_middle(string row, string code)
    {
        await MustRefuse(new Workbook { Rows = row + First }.ToStream(), code, rowsBefore: null);
        await MustRefuse(new Workbook { Rows = Heading + First + row + Workbook.Row(3, "A-2", "Khulna") }.ToStream(), code, rowsBefore: 1);
    }

    [Fact]
    public async Task A_refusal_names_the_row_or_the_cell()
    {
        (await RefusalOf(new Workbook { Rows = Heading + First + $"<row r=\"7\">{Times("<c/>")}</row>" }.ToStream())).ShouldContain(
            "Row 7 "
        );
        (
            await RefusalOf(
                new Workbook { Rows = Heading + First + $"<row r=\"8\"><c r=\"AB8\"><v>{new string('1', 70_000)}</v></c></row>" }.ToStream()
            )
        ).ShouldContain("Cell AB8 ");
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_huge_one_is_refused_early()
    {
        // 400 MB of empty rows, packed to a few hundred thousand bytes.
        var bomb = new Workbook
        {
            WriteSheet = part =>
            {
                var rows = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<row/>", 100_000)));
                using (part)
                {
                    part.Write(Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{Workbook.Main}\"><sheetData>{Heading}"));
                    for (var i = 0; i < 700; i++)
                        part.Write(rows);
                    part.Write("</sheetData></worksheet>"u8);
                }
            },
        }.ToStream();
        var packed = bomb.Length;
        packed.ShouldBeLessThan(3_000_000);
        var read = 0L;
        using var watched = new MeteredStream(bomb, count => read = count);

        var before = GC.GetAllocatedBytesForCurrentThread();
        await MustRefuse(watched, "import.unpackedRatio", rowsBefore: 0);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50_000_000);
        read.ShouldBeLessThan(packed / 5, "most of the file must not be read");
    }

    [Fact]
    public async Task Declared_sizes_are_not_trusted()
    {
        var file = new Workbook { Rows = Heading + First }
            .ToStream()
            .ToArray();

        // Every entry of the zip directory declares a size of 0.
        for (var i = 0; i + 46 < file.Length; i++)
            if (file.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8))
                file.AsSpan(i + 24, 4).Clear();
        await MustRefuse(new MemoryStream(file), null, rowsBefore: null);
    }

    [Fact]
    public async Task A_very_long_list_of_parts_is_not_read()
    {
        var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
            for (var i = 0; i < 30_000; i++)
                zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/a-name-that-is-quite-long-{i}.xml"));
        file.Position = 0;
        await MustRefuse(file, "import.tooManyParts", rowsBefore: null);
    }

    [Fact]
    public async Task Shared_texts_are_limited_too()
    {
        var deep = $"<sst xmlns=\"{Workbook.Main}\"><si>{Nested("<r>", "</r>")}</si></sst>";
        await MustRefuse(new Workbook { Rows = Heading, Shared = deep }.ToStream(), "import.tooDeep", rowsBefore: null);
        var longOne = $"<sst xmlns=\"{Workbook.Main}\"><si><t>{new string('x', 70_000)}</t></si></sst>";
        await MustRefuse(new Workbook { Rows = Heading, Shared = longOne }.ToStream(), "import.sharedTextTooLong", rowsBefore: null);
        var many = $"<sst xmlns=\"{Workbook.Main}\">{string.Concat(Enumerable.Repeat("<si/>", XlsxLimits.SharedTexts + 1))}</sst>";
        await MustRefuse(new Workbook { Rows = Heading, Shared = many }.ToStream(), null, rowsBefore: null);
    }

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY bomb \"x\">]>")]
    [InlineData("<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1/x.dtd\">")]
    [InlineData("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    public async Task A_document_type_is_refused(string type)
    {
        var whole = new Workbook();
        await MustRefuse((whole with { Sheet = type + whole.WholeSheet(Heading) }).ToStream(), "import.rowUnreadable", rowsBefore: null);
        await MustRefuse((whole with { Rows = Heading, Shared = type + "<sst/>" }).ToStream(), "import.rowUnreadable", rowsBefore: null);
    }

    [Theory]
    [InlineData("_rels/.rels", "import.noWorkbook")]
    [InlineData("xl/workbook.xml", "import.noWorkbook")]
    [InlineData("xl/_rels/workbook.xml.rels", "import.noSheet")]
    [InlineData("xl/worksheets/sheet1.xml", "import.noSheet")]
    public async Task A_workbook_that_lacks_a_part_is_refused(string part, string code) =>
        await MustRefuse(new Workbook { Rows = Heading, Without = [part] }.ToStream(), code, rowsBefore: null);

    [Fact]
    public async Task A_truncated_workbook_is_refused()
    {
        var whole = new Workbook { Rows = Heading + First }
            .ToStream()
            .ToArray();
        foreach (var length in new[] { 4, 30, whole.Length / 2, whole.Length - 1 })
            await MustRefuse(new MemoryStream(whole[..length]), "import.rowUnreadable", rowsBefore: null);
    }

    [Fact]
    public async Task A_damaged_workbook_is_refused_with_what_to_do()
    {
        var whole = new Workbook { Rows = Heading + First }
            .ToStream()
            .ToArray();
        (await RefusalOf(new MemoryStream(whole[..(whole.Length / 2)]))).ShouldBe(
            "The file cannot be read. The file is not a complete .xlsx workbook. Save it again as .xlsx or CSV."
        );
        (await RefusalOf(new Workbook { Rows = "<row><c></row>" }.ToStream())).ShouldBe(
            "The file cannot be read. The workbook is damaged at line 1. Save it again."
        );
    }

    [Fact]
    public async Task A_workbook_as_spreadsheet_programs_write_it_is_read()
    {
        var book = new Workbook
        {
            Shared =
                $"<sst xmlns=\"{Workbook.Main}\"><si><t>plain</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">two </t>"
                + $"</r><r><t>runs</t></r><rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></si></sst>",
            Styles =
                "<numFmts><numFmt numFmtId=\"164\" formatCode=\"&quot;d&quot;0\"/><numFmt numFmtId=\"165\" "
                + "formatCode=\"dd/mm/yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>",
            Rows =
                "<row r=\"2\"><c r=\"A2\"/></row>"
                + Workbook.Row(3, "a", "b", "c", "d", "e", "f", "g", "h")
                + "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>0</v></c><c r=\"B5\" t=\"s\"><v>1</v></c><c r=\"C5\" s=\"1\"><v>46387</v></c>"
                + "<c r=\"D5\" s=\"2\"><v>1.5E3</v></c><c r=\"E5\" s=\"3\"><v>46387.5</v></c>"
                + "<c r=\"F5\" t=\"b\"><v>1</v></c><c r=\"G5\" t=\"str\"><f>A1&amp;B1</f><v>shown</v></c><c r=\"H5\" t=\"inlineStr\">"
                + "<is><t> in </t></is></c><c r=\"Z5\"><v>1</v></c></row>"
                + "<row r=\"6\"/><row r=\"9\"><c r=\"C9\"><v>7</v></c><c><v>8</v></c></row>",
        };
        foreach (
            var (file, day) in new[]
            {
                (book, "2026-12-31"),
                (book with { Properties = "<workbookPr date1904=\"1\"/>" }, "2031-01-01"),
                (
                    book with
                    {
                        Namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main",
                        RelationshipKinds = "http://purl.oclc.org/ooxml/officeDocument/relationships",
                    },
                    "2026-12-31"
                ),
            }
        )
        {
            var shared = file.Shared!.Replace(Workbook.Main, file.Namespace, StringComparison.Ordinal);
            await using var sheet = await Reader.OpenAsync((file with { Shared = shared }).ToStream(), FileLayout.Default, default);
            sheet.Heading.ShouldBe(["a", "b", "c", "d", "e", "f", "g", "h"]);
            (await sheet.ReadAsync(default)).ShouldBeTrue();
            (sheet.RowNumber, sheet.Line).ShouldBe((1L, 5));
            sheet.Heading.Select(sheet.Cell).ShouldBe(["plain", "two runs", day, "1500", day + "T12:00:00", "true", "shown", " in "]);
            (await sheet.ReadAsync(default)).ShouldBeTrue();
            (sheet.RowNumber, sheet.Line).ShouldBe((2L, 9));
            sheet.Heading.Select(sheet.Cell).ShouldBe(["", "", "7", "8", "", "", "", ""], "no cell of the previous row is left");
            (await sheet.ReadAsync(default)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task An_exported_workbook_is_read_whatever_its_length()
    {
        using var content = new MemoryStream();
        using (var book = new XlsxFile(content))
        {
            book.Begin("commitments", ["id", "text"]);
            for (var i = 0; i < 3000; i++)
                book.Row([(decimal)i, new string('x', i % 2 == 0 ? 10 : 40_000)]);
        }

        content.Position = 0;
        await using var file = await Reader.OpenAsync(content, FileLayout.Default, default);
        var rows = 0;
        while (await file.ReadAsync(default))
            file.Cell("id").ShouldBe((rows++).ToString(CultureInfo.InvariantCulture));
        rows.ShouldBe(3000);
    }

    [Fact]
    public async Task Days_outside_the_range_of_spreadsheets_are_exported_and_read_again()
    {
        using var content = new MemoryStream();
        using (var book = new XlsxFile(content))
        {
            book.Begin("days", ["first", "before", "from", "last"]);
            book.Row([DateOnly.MinValue, new DateOnly(1899, 12, 31), new DateOnly(1900, 1, 1), DateOnly.MaxValue]);
        }

        content.Position = 0;
        await using var file = await Reader.OpenAsync(content, FileLayout.Default, default);
        (await file.ReadAsync(default)).ShouldBeTrue();
        file.Heading.Select(file.Cell).ShouldBe(["0001-01-01", "1899-12-31", "1900-01-01", "9999-12-31"]);
    }

    [Theory]
    [InlineData("id,name\nA-1,Dhaka\nA-2,\"Khulna\nA-3,Sylhet\n", 3, 1)]
    [InlineData("id,name\nA-1,Dhaka\n\"A\n2\",\"Khulna\nA-3,Sylhet\n", 4, 1)]
    [InlineData("id,name\nA-1,\"Dhaka\nA-2,\"Khulna\",x\n", 2, 0)]
    [InlineData("id,\"name\nA-1,Dhaka\n", 1, null)]
    [InlineData("id,name\r\nA-1,Dhaka\r\nA-2,\"Khulna\r\nA-3,Sylhet\r\n", 3, 1)]
    public async Task An_unclosed_quote_is_refused_with_the_line_it_opens_on(string csv, int line, int? rowsBefore)
    {
        await MustRefuse(Csv(csv), "import.quoteNotClosed", rowsBefore);
        (await RefusalOf(Csv(csv))).ShouldContain($"line {line} ");

        // Followed by so many lines that no reader should search them all.
        var longer = Csv(csv + string.Concat(Enumerable.Repeat("A-9,Barishal\n", 200_000)));
        (await RefusalOf(longer)).ShouldContain($"line {line} ");
    }

    [Fact]
    public async Task A_stray_quote_affects_only_its_own_line()
    {
        await using var file = await Reader.OpenAsync(
            Csv("id,name\nA-1,A 5\" pipe\nA-2,\"B\" and C\nA-3,\"D \"\"E\"\"\nF\"\n"),
            FileLayout.Default,
            default
        );
        List<string> names = [];
        while (await file.ReadAsync(default))
            names.Add(file.Cell("name"));
        names.ShouldBe(["A 5\" pipe", "B and C", "D \"E\"\nF"]);
    }

    [Fact]
    public async Task An_endless_line_is_refused_with_its_number()
    {
        var line = "A-2," + new string('x', 5_000_000) + "\n";
        await MustRefuse(Csv("id,name\nA-1,Dhaka\n" + line), "import.rowTooLong", rowsBefore: 1);
        (await RefusalOf(Csv("id,name\nA-1,Dhaka\n" + line))).ShouldContain("Row 3 ");
        await MustRefuse(Csv(line), "import.rowTooLong", rowsBefore: null);
        await MustRefuse(Csv(new string(',', Many) + "\n"), "import.tooManyCells", rowsBefore: null);
    }

    [Fact]
    public void The_sentences_name_the_actual_limits()
    {
        foreach (
            var (code, limits) in new (string, long[])[]
            {
                ("import.cellTooLong", [XlsxLimits.CellLength]),
                ("import.sharedTextTooLong", [XlsxLimits.CellLength]),
                ("import.rowTooLong", [XlsxLimits.RowLength]),
                ("import.rowTooLong", [CsvRows.MaxRecordBytes]),
                ("import.tokenTooLong", [XlsxLimits.TokenSize]),
                ("import.tooDeep", [XlsxLimits.Depth]),
                ("import.tooManyCells", [XlsxLimits.Columns]),
                ("import.tooManyParts", [XlsxLimits.DirectorySize]),
                ("import.tooManyStyles", [XlsxLimits.Styles]),
                ("import.tooManyTexts", [XlsxLimits.SharedTexts, XlsxLimits.SharedLength]),
                ("import.unpackedRatio", [XlsxLimits.Ratio]),
                ("import.unpackedSize", [XlsxLimits.PartSize, XlsxLimits.WholeSize]),
            }
        )
            Number()
                .Matches(Texts.FindError(code)!.Replace("{0}", "", StringComparison.Ordinal))
                .Select(m => long.Parse(m.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))
                .ShouldBe(limits, code);
    }

    private static string Nested(string open, string close) => Times(open) + Times(close);

    private static string Times(string text) => string.Concat(Enumerable.Repeat(text, Many));

    private static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <param name="code">Null where any refusal will do.</param>
    /// <param name="rowsBefore">The rows that are read before; null where the file cannot even be opened.</param>
    private static async Task MustRefuse(Stream content, string? code, int? rowsBefore)
    {
        var (refusal, rows) = await ReadAsync(content);
        if (code is not null)
            refusal.Code.ShouldBe(code);
        rows.ShouldBe(rowsBefore);
        (refusal.Kind, refusal.Field).ShouldBe((RefusalKind.Malformed, "file"));
        var sentence = Texts.Error(refusal.Code, refusal.Args);
        sentence.Length.ShouldBeLessThan(600);
        sentence.ShouldNotContain("{");
        refusal.Args.Count.ShouldBeLessThan(2, "an import stores one value of a refusal");
    }

    private static async Task<string> RefusalOf(Stream content) =>
        (await ReadAsync(content)).Refusal is var refusal ? Texts.Error(refusal.Code, refusal.Args) : "";

    private static async Task<(DomainException Refusal, int? Rows)> ReadAsync(Stream content)
    {
        int? rows = null;
        try
        {
            await using var file = await Reader.OpenAsync(content, FileLayout.Default, default);
            rows = 0;
            while (await file.ReadAsync(default))
                rows++;
        }
        catch (DomainException refusal)
        {
            return (refusal, rows);
        }

        throw new InvalidOperationException("It was not refused.");
    }

    [GeneratedRegex(@"\d[\d,]*(?<!,)")]
    private static partial Regex Number();
}
