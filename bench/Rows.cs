using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnershipTracker.Bench;

/// <summary>What both sides have written about a commitment, to be compared: all but places in tables, and ids, which differ by nature.</summary>
internal static partial class Rows
{
    private static readonly (string Table, string Column)[] Tables =
    [
        ("Commitments", "Id"), ("CommitmentTargets", "CommitmentId"), ("CommitmentCountries", "CommitmentId"), ("Milestones", "CommitmentId"), ("ReportingPeriods", "CommitmentId"),
        ("ProgressReports", "CommitmentId"), ("CommitmentVersions", "CommitmentId"), ("History", "CommitmentId"),
    ];

    /// <exception cref="InvalidOperationException">They are not the same.</exception>
    public static async Task MustBeSameAsync(DbConnection ours, Guid ourId, DbConnection plain, Guid plainId)
    {
        foreach (var (table, column) in Tables)
        {
            var (a, b) = (await TextAsync(ours, table, column, ourId), await TextAsync(plain, table, column, plainId));
            if (a != b) throw new InvalidOperationException($"{table} is not the same by plain SQL:\n{a}\nand\n{b}");
        }
    }

    public static string WithoutIds(string text) => Id().Replace(text, "");

    private static async Task<string> TextAsync(DbConnection connection, string table, string column, Guid id) => string.Join('\n', await connection.RowsAsync(
        $"SELECT * FROM \"{table}\" WHERE \"{column}\" = @id ORDER BY \"Seq\"",
        r => string.Join('|', Enumerable.Range(0, r.FieldCount).Where(i => r.GetName(i) != "Seq").Select(i => WithoutIds(Convert.ToString(r.GetValue(i), CultureInfo.InvariantCulture)!))),
        ("id", id)));

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Id();
}
