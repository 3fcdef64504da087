using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Application.Imports.Profiles;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports;

/// <summary>Looks at the first rows of an uploaded file and proposes how its columns are mapped.</summary>
/// <param name="Sheet">The sheet of a workbook; if left out, the first with a table.</param>
/// <param name="HeadingRow">The line or row of the heading; if left out, it is looked for.</param>
/// <param name="Encoding">Of CSV; if left out, it is guessed.</param>
/// <param name="SavedProfile">The name of a saved profile whose mapping is shown instead of a proposal.</param>
[Needs(Right.Administer)]
public sealed record GetImportColumns(
    ImportId ImportId,
    string? Sheet = null,
    int? HeadingRow = null,
    TextEncoding? Encoding = null,
    string? SavedProfile = null
) : IRequest<ImportColumns>;

internal sealed class GetImportColumnsValidator : AbstractValidator<GetImportColumns>
{
    public GetImportColumnsValidator()
    {
        RuleFor(q => q.Sheet).OptionalLine(Limits.Name);
        RuleFor(q => q.HeadingRow).InclusiveBetween(1, FileLayout.MaxHeadingRow).WithText("form.between", 1, FileLayout.MaxHeadingRow);
        RuleFor(q => q.SavedProfile).OptionalLine(Limits.Name);
    }
}

internal sealed class GetImportColumnsHandler(ITrackerDb db, IFileStore files, ISpreadsheetReader spreadsheets)
    : IRequestHandler<GetImportColumns, ImportColumns>
{
    public async Task<ImportColumns> Handle(GetImportColumns query, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().GetAsync("import", i => i.Id == query.ImportId, ct);
        var saved = Blank.ToNull(query.SavedProfile) is { } name ? (await db.ImportProfiles.NamedAsync(name, ct)).Profile : null;
        var isGuess = query is { Sheet: null, HeadingRow: null, Encoding: null };
        var profile = saved ?? (isGuess ? import.Profile : null);
        var chosen = profile is null ? null : MappingProfile.Read(profile);

        await using var content = files.OpenUpload(import);
        var layout = new FileLayout(Blank.ToNull(query.Sheet), query.HeadingRow, query.Encoding);
        var given = profile is not null ? ImportProfile.Parse(profile).File ?? layout : layout;
        var sample = await FileSample.ReadAsync(spreadsheets, content, given, ct);
        var isOwn = profile is null && OwnRowReader.CanRead(sample.Heading);
        var refused =
            chosen is not null && saved is null ? await RefusedWordsAsync(import.Id, ct) : Enumerable.Empty<FoundWord>().ToLookup(_ => "");
        var proposal = await new MappingGuess(db).ProposeAsync(sample, import.FileName, ct);
        return proposal with
        {
            ImportId = import.Id.Value,
            FileName = import.FileName,
            IsOwnFormat = isOwn,
            Sheets = sample.Outline.Sheets,
            RowsRead = sample.Rows,
            Columns = chosen is null ? proposal.Columns : Chosen(proposal.Columns, sample, chosen, refused),
            Mapping =
                isOwn ? null
                : profile is null ? proposal.Mapping
                : chosen,
            IsProposal = profile is null && !isOwn,
        };
    }

    /// <summary>
    /// The words for which the last dry run refused rows, by field. Some may stand far below the rows that are looked at.
    /// </summary>
    private async Task<ILookup<string, FoundWord>> RefusedWordsAsync(ImportId id, CancellationToken ct)
    {
        var rows = await db
            .ImportItems.Where(i => i.ImportId == id && i.Code == "import.unknownValue" && i.Field != null)
            .GroupBy(i => new { i.Field, i.Args })
            .Select(g => new
            {
                g.Key.Field,
                g.Key.Args,
                Count = g.Count(),
            })
            .OrderByDescending(g => g.Count)
            .Take(ImportMapping.MaxWords)
            .ToListAsync(ct);
        return rows.ToLookup(r => r.Field!, r => new FoundWord(JsonSerializer.Deserialize<string[]>(r.Args)![0], null, r.Count));
    }

    /// <summary>The words of the columns that a person has chosen for a field of words.</summary>
    private static List<ImportColumn> Chosen(
        IReadOnlyList<ImportColumn> columns,
        FileSample sample,
        ImportMapping mapping,
        ILookup<string, FoundWord> refused
    ) =>
        [
            .. columns.Zip(
                sample.Columns,
                (column, values) =>
                    mapping.Columns.FirstOrDefault(c => ColumnNames.Comparer.Equals(c.Column, column.Name)) is { } chosen
                    && ImportField.Find(chosen.Field) is { Words: not null } field
                        ? column with
                        {
                            Words =
                            [
                                .. refused[field.Path]
                                    .Concat(MappingGuess.WordsOf(values, field))
                                    .DistinctBy(found => found.Word, StringComparer.OrdinalIgnoreCase),
                            ],
                        }
                        : column
            ),
        ];
}
