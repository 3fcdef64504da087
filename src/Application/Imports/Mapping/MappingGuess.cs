using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>Proposes how the columns of a file are mapped.</summary>
internal sealed class MappingGuess(ITrackerDb db)
{
    private const int MaxNames = 500;
    private const int MaxWords = 50;
    private const int MaxPartnerships = 50;

    /// <param name="fileName">A partnership may be called like the file.</param>
    public async Task<ImportColumns> ProposeAsync(FileSample sample, string fileName, CancellationToken ct)
    {
        var fields = FieldGuess.Of(sample.Columns, await KnownOrganizationsAsync(sample, ct));
        var columns = sample
            .Columns.Select(column =>
            {
                (string Field, Confidence Confidence)? guess = fields.TryGetValue(column.Name, out var found) ? found : null;
                var words = guess is { } g ? WordsOf(column, ImportField.Find(g.Field)!) : [];
                return new ImportColumn(column.Name, column.Kind, guess?.Field, guess?.Confidence, column.Samples, words);
            })
            .ToList();
        var dates = DateGuess.Of(sample.Columns.Where(c => IsOf(c, ColumnKind.Date)));
        var mapped = columns
            .Where(column => column.Field is not null)
            .Select(column =>
            {
                var field = ImportField.Find(column.Field)!;
                var values = sample.Columns.Single(c => c.Name == column.Name);
                var words = column.Words.Where(w => w.Value is not null).Select(w => new MappedWord(w.Word, w.Value!)).ToList();
                return new MappedColumn(
                    column.Name,
                    field.Path,
                    words.Count == 0 ? null : words,
                    field.IsList ? values.Separator(item => IsItem(field, item)) : null
                );
            })
            .ToList();
        var (partnership, known) = await PartnershipAsync(sample, fileName, ct);
        var mapping = new ImportMapping(
            partnership,
            mapped,
            null,
            sample.Layout == FileLayout.Default ? null : sample.Layout,
            dates.Formats.Count == 0 ? null : dates.Formats,
            dates.Order,
            DecimalMark: DecimalMarkOf(sample.Columns.Where(c => IsOf(c, ColumnKind.Number))),
            Empty: sample.Nothing.Count == 0 ? null : sample.Nothing
        );
        return new ImportColumns
        {
            Columns = columns,
            Mapping = mapping,
            IsProposal = true,
            Partnerships = known,
            AskedDates = dates.AmbiguousDates,
            MissingFields = [.. ImportField.All.Where(f => f.IsRequired && !mapping.Has(f.Path)).Select(f => f.Path)],
        };

        bool IsOf(ColumnSample column, ColumnKind kind) =>
            fields.TryGetValue(column.Name, out var guess) && ImportField.Find(guess.Field)!.Kind == kind;
    }

    /// <summary>The words of a column and what they mean; none for a field without words.</summary>
    public static IReadOnlyList<FoundWord> WordsOf(ColumnSample column, ImportField field)
    {
        if (field.Words is not { } words)
            return [];
        var separator = field.IsList ? column.Separator(item => IsItem(field, item)) ?? ";" : null;
        return
        [
            .. column
                .Values.SelectMany(value =>
                    separator is null
                        ? [value]
                        : value.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                )
                .GroupBy(word => word, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(group => group.Count())
                .Take(MaxWords)
                .Select(group => new FoundWord(group.Key, KnownWords.Find(words, group.Key), group.Count())),
        ];
    }

    private static bool IsItem(ImportField field, string item) =>
        field.Kind == ColumnKind.SdgTarget ? ColumnSample.IsTarget(item) : KnownWords.Find(field.Words!, item) is not null;

    /// <returns>Null where no number decides it: 1,234 may be either.</returns>
    private static DecimalMark? DecimalMarkOf(IEnumerable<ColumnSample> columns)
    {
        var numbers = columns.SelectMany(c => c.Distinct).Where(value => ColumnSample.Number().IsMatch(value)).ToList();
        var (comma, point) = (numbers.Exists(n => Ends(n, ',', '.')), numbers.Exists(n => Ends(n, '.', ',')));
        return comma == point ? null
            : comma ? DecimalMark.Comma
            : DecimalMark.Point;

        // The mark stands once, after the other one if there is one, and not before three digits.
        static bool Ends(string number, char mark, char other)
        {
            var at = number.LastIndexOf(mark);
            return at >= 0
                && number.IndexOf(mark) == at
                && number.LastIndexOf(other) < at
                && (number.Length - at - 1 != 3 || number.Contains(other) || number.Any(char.IsWhiteSpace));
        }
    }

    private async Task<HashSet<string>> KnownOrganizationsAsync(FileSample sample, CancellationToken ct)
    {
        var keys = sample
            .Columns.Where(c => c.Kind == ColumnKind.Text)
            .SelectMany(c => c.Distinct.Take(MaxWords))
            .Where(name => name.Length <= Limits.Title)
            .Select(TextKey.Of)
            .Distinct()
            .Take(MaxNames)
            .ToList();
        return [.. await db.Organizations.Where(o => keys.Contains(o.NameKey)).Select(o => o.NameKey).ToListAsync(ct)];
    }

    /// <summary>
    /// A partnership that is called like the title above the table, like the sheet or like the file; else the title as a name.
    /// </summary>
    private async Task<(MappedPartnership Proposed, IReadOnlyList<string> Known)> PartnershipAsync(
        FileSample sample,
        string fileName,
        CancellationToken ct
    )
    {
        var file = Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ');
        var names = new[] { sample.Title, sample.Layout.Sheet, file }
            .OfType<string>()
            .Where(name => name.Length is > 0 and <= Limits.Title && TextRules.IsLine(name))
            .ToList();
        var keys = names.ConvertAll(TextKey.Of);
        var known = await db
            .Partnerships.Where(p =>
                keys.Contains(p.NameKey) || p.Status == PartnershipStatus.Active || p.Status == PartnershipStatus.Proposed
            )
            .OrderBy(p => keys.Contains(p.NameKey) ? 0 : 1)
            .ThenBy(p => p.Seq)
            .Select(p => new
            {
                p.Name,
                p.NameKey,
                p.StartDate,
            })
            .Take(MaxPartnerships)
            .ToListAsync(ct);
        var same = known.Find(p => keys.Contains(p.NameKey)) ?? (known.Count == 1 ? known[0] : null);
        return (
            same is null ? new MappedPartnership(names.FirstOrDefault()?.Trim() ?? "") : new MappedPartnership(same.Name, same.StartDate),
            known.ConvertAll(p => p.Name)
        );
    }
}
