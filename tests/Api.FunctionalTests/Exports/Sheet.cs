using CsvHelper;

namespace PartnershipTracker.Api.FunctionalTests.Exports;

/// <summary>A CSV file as rows of named cells.</summary>
internal static class Sheet
{
    public static List<Dictionary<string, string>> Read(string csv)
    {
        using var reader = CsvReader.FromText(csv, new CsvReaderOptions { Separator = ',' });
        var rows = new List<Dictionary<string, string>>();
        string[] heading = [.. reader.Headers];
        while (reader.Read())
            rows.Add(heading.Select((name, i) => (name, Value: reader.GetString(i))).ToDictionary(c => c.name, c => c.Value));
        return rows;
    }

    /// <summary>Writes the rows as a spreadsheet program would save them.</summary>
    public static string Write(IReadOnlyList<Dictionary<string, string>> rows, char separator = ',')
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { Separator = separator }, leaveOpen: true))
        {
            csv.WriteHeader([.. rows[0].Keys]);
            foreach (var row in rows)
            {
                foreach (var cell in row.Values)
                    csv.WriteField(cell);
                csv.EndRecord();
            }
        }

        return text.ToString();
    }

    public static MultipartFormDataContent Form(string csv) => new() { { new StringContent(csv), "file", "commitments.csv" } };

    public static MultipartFormDataContent Form(byte[] content, string name) => new() { { new ByteArrayContent(content), "file", name } };
}
