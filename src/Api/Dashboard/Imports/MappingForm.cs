using System.Globalization;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Dashboard.Imports;

/// <summary>
/// The mapping of columns as a form. All columns and words of the file stand in it; those for which nothing is chosen are no part of the
/// mapping.
/// </summary>
internal static class MappingForm
{
    /// <summary>What is chosen for a word that says nothing.</summary>
    public const string SaysNothing = "-";

    /// <summary>What stands between the items of a list in the fields for forms of dates and empty cells.</summary>
    private const char Separator = ';';

    /// <summary>The fields for which one value for all rows can be given.</summary>
    public static readonly string[] Fixed =
    [
        "organization.name",
        "organization.type",
        "organization.countryCode",
        "sdgTargets",
        "funding.currency",
    ];

    public static Form Of(ImportColumns columns, string? name)
    {
        var form = new Form();
        if (name is not null)
            form.Set("name", name);
        if (columns.IsOwnFormat)
            form.Set("own", "true");
        if (columns.Mapping is not { } mapping)
            return form;
        foreach (var (column, i) in columns.Columns.Select((column, i) => (column, i)))
        {
            var mapped = mapping.Columns.FirstOrDefault(c => ColumnNames.Comparer.Equals(c.Column, column.Name));
            form.Set($"columns[{i}].column", column.Name);
            form.Set($"columns[{i}].field", mapped?.Field ?? "");
            form.Set($"columns[{i}].split", mapped?.Split ?? "");
            var words = (mapped?.Words ?? []).ToDictionary(w => w.Word, w => w.Value, StringComparer.OrdinalIgnoreCase);
            foreach (var found in mapped is null ? [] : column.Words)
                words.TryAdd(found.Word, found.Value ?? "");
            foreach (var (word, j) in words.Select((word, j) => (word, j)))
            {
                form.Set($"columns[{i}].words[{j}].word", word.Key);
                var isDecided = mapped?.Words?.Any(w => w.Word.Equals(word.Key, StringComparison.OrdinalIgnoreCase)) == true;
                form.Set($"columns[{i}].words[{j}].value", word.Value.Length == 0 && isDecided ? SaysNothing : word.Value);
            }
        }

        foreach (var value in mapping.Fixed ?? [])
            form.Set($"fixed.{value.Field}", value.Value);
        form.Set("mapping.partnership.name", mapping.Partnership.Name);
        form.Set("mapping.partnership.startDate", mapping.Partnership.StartDate is { } start ? DateRules.Iso(start) : "");
        form.Set("mapping.file.sheet", mapping.File?.Sheet ?? "");
        form.Set("mapping.file.headingRow", mapping.File?.HeadingRow?.ToString(CultureInfo.InvariantCulture) ?? "");
        form.Set("mapping.file.encoding", mapping.File?.Encoding?.ToString() ?? "");
        form.Set("mapping.dateFormats", Joined(mapping.DateFormats));
        form.Set("mapping.dateOrder", mapping.DateOrder?.ToString() ?? "");
        form.Set("mapping.partialDates", mapping.PartialDates.ToString());
        form.Set("mapping.decimalMark", mapping.DecimalMark?.ToString() ?? "");
        form.Set("mapping.empty", Joined(mapping.Empty));
        form.Set("mapping.incomplete", mapping.Incomplete.ToString());
        return form;
    }

    /// <summary>
    /// Leaves the form as it is, so that the page can show all of it again. What cannot be read becomes an error of the form.
    /// </summary>
    public static ImportMapping Read(Form form)
    {
        var columns = form.Rows("columns").Where(i => form[$"columns[{i}].field"].Length > 0).Select(i => Column(form, i)).ToList();
        var values = Fixed
            .Where(field => form[$"fixed.{field}"].Trim().Length > 0)
            .Select(field => new FixedValue(field, form[$"fixed.{field}"].Trim()))
            .ToList();
        return new ImportMapping(
            new MappedPartnership(form["mapping.partnership.name"].Trim(), Day(form, "mapping.partnership.startDate")),
            columns,
            values.Count == 0 ? null : values,
            File(form),
            Items(form["mapping.dateFormats"]),
            Choice<DateOrder>(form["mapping.dateOrder"]),
            Choice<PartialDates>(form["mapping.partialDates"]) ?? PartialDates.LastDay,
            Choice<DecimalMark>(form["mapping.decimalMark"]),
            Items(form["mapping.empty"]),
            Choice<IncompleteRows>(form["mapping.incomplete"]) ?? IncompleteRows.Refuse
        );
    }

    private static MappedColumn Column(Form form, int i)
    {
        var start = $"columns[{i}]";
        var words = form.Rows($"{start}.words")
            .Select(j => (Word: form[$"{start}.words[{j}].word"], Value: form[$"{start}.words[{j}].value"].Trim()))
            .Where(word => word.Value.Length > 0)
            .Select(word => new MappedWord(word.Word, word.Value == SaysNothing ? "" : word.Value))
            .ToList();
        return new MappedColumn(
            form[$"{start}.column"],
            form[$"{start}.field"],
            words.Count == 0 ? null : words,
            form[$"{start}.split"] is { Length: > 0 } split ? split : null
        );
    }

    private static FileLayout? File(Form form)
    {
        var row = int.TryParse(form["mapping.file.headingRow"], out var number) ? number : (int?)null;
        var layout = new FileLayout(Blank.ToNull(form["mapping.file.sheet"]), row, Choice<TextEncoding>(form["mapping.file.encoding"]));
        return layout == FileLayout.Default ? null : layout;
    }

    private static DateOnly? Day(Form form, string field)
    {
        if (form[field].Trim() is not { Length: > 0 } typed)
            return null;
        if (DateRules.TryRead(typed, out var day))
            return day;
        form.Add(field, Texts.Page("input.day.wrong", typed));
        return null;
    }

    private static TEnum? Choice<TEnum>(string typed)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(typed, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;

    private static List<string>? Items(string typed) =>
        typed.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } items
            ? [.. items]
            : null;

    private static string Joined(IReadOnlyList<string>? items) => string.Join($"{Separator} ", items ?? []);
}
