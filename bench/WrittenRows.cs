namespace PartnershipTracker.Bench;

/// <summary>
/// What both sides have written about a commitment, for comparison: everything but row numbers, ids, and what makes later changes in the
/// database visible, which the plain side does not write.
/// </summary>
internal static partial class WrittenRows
{
    private static readonly string[] Tables =
    [
        "CommitmentTargets",
        "CommitmentCountries",
        "CommitmentThemes",
        "Milestones",
        "ReportingPeriods",
        "ProgressReports",
        "CommitmentVersions",
        "History",
    ];

    private static readonly string[] LeftOut = [RecordedTable.Salt, nameof(HistoryEntry.Record)];

    /// <exception cref="InvalidOperationException">The sides have written different rows.</exception>
    public static async Task MustBeEqualAsync(PlainConnection product, Guid productId, PlainConnection plain, Guid plainId)
    {
        foreach (var (table, column) in Tables.Select(table => (table, "CommitmentId")).Prepend(("Commitments", "Id")))
            Comparison.MustBeEqual(
                table,
                await TextAsync(product, table, column, productId),
                await TextAsync(plain, table, column, plainId)
            );
    }

    public static string WithoutIds(string text) => Id().Replace(text, "");

    private static async Task<string> TextAsync(PlainConnection connection, string table, string column, Guid id)
    {
        var text = await connection.ReadAsync(
            $"""SELECT * FROM "{PlainConnection.Raw(table)}" WHERE "{PlainConnection.Raw(column)}" = {id} ORDER BY "Seq" """,
            async reader =>
            {
                var cells = new List<string?>();
                while (await reader.ReadAsync())
                    for (var i = 0; i < reader.FieldCount; i++)
                        if (!LeftOut.Contains(reader.GetName(i)))
                            cells.Add(
                                reader.GetName(i) == "Seq" ? "\n" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)
                            );
                return string.Join('|', cells);
            }
        );
        return WithoutIds(text);
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Id();
}
