using System.Security.Cryptography;
using System.Text;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Imports;

/// <summary>Reads rows with an import profile. Cells are taken literally, also those that look like formulas.</summary>
internal sealed class ProfileRowReader(ImportProfile profile, RowRules rules) : IRowReader
{
    private readonly ProposePartnership _partnership = profile.Proposed();
    private readonly DateReader _dates = profile.Dates();
    private readonly HashSet<string> _empty = (profile.Empty ?? []).Select(word => word.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<MilestoneMapping> _milestones = profile.Commitment.Milestones ?? [];

    public FileLayout Layout => profile.File ?? FileLayout.Default;

    public bool NamesSuccessors => profile.Commitment.SuccessorSourceId is not null;

    /// <summary>Also finds how many numbered milestones the file has.</summary>
    public void Check(IReadOnlyList<string> heading)
    {
        var known = heading.ToHashSet(ColumnNames.Comparer);
        _milestones = [.. (profile.Commitment.Milestones ?? []).SelectMany(mapping => mapping.In(known))];
        var columns = profile.Columns.Concat(_milestones.SelectMany(mapping => mapping.Columns)).Distinct(ColumnNames.Comparer);
        if (columns.Where(column => !known.Contains(column)).ToList() is { Count: > 0 } missing)
            throw DomainException.Refused("import.columnMissing", null, ColumnNames.Shown(missing));
    }

    public ImportRow Read(ISpreadsheetRow source)
    {
        string Cell(string column) => Given(source.Cell(column));
        var row = new Cells(source, Cell, _dates, rules.Vocabulary, knowsWords: profile.KnownWords, decimalMark: profile.DecimalMark);
        var (o, c) = (profile.Organization, profile.Commitment);
        var sourceId = c.SourceId is null ? MadeSourceId(Cell) ?? "" : row.RequiredLine(c.SourceId, "sourceId", Limits.SourceId);
        var name = row.Required(o.Name, "organization.name");
        var country = row.Country(o.CountryCode, "organization.countryCode");
        var organization = new RegisterOrganization(
            name,
            row.Required(o.Type, "organization.type", KnownWords.OrganizationTypes),
            country,
            o.TimeZone is null ? TimeZones.OfCapital(Countries.Find(country)?.Alpha2) : row.Optional(o.TimeZone, "organization.timeZone"),
            row.Optional(o.Identifier, "organization.identifier"),
            row.Optional(o.Website, "organization.website"),
            o.SourceId is null ? AsSourceId(name) : row.Required(o.SourceId, "organization.sourceId")
        );
        var draft = new CommitmentDraft
        {
            Title = row.Required(c.Title, "title"),
            SdgTargets = row.SdgTargets(c.SdgTargets, "sdgTargets"),
            DueDate = row.Day(c.DueDate, "dueDate"),
            Description = row.Optional(c.Description, "description"),
            Pillar = row.Term(c.Pillar, "pillar", VocabularyKind.Pillar, KnownWords.Pillars),
            Themes = row.Terms(c.Themes, "themes", VocabularyKind.Theme, KnownWords.Themes),
            CountryCodes = row.List(c.CountryCodes, "countryCodes", KnownWords.Countries),
            StartDate = row.Day(c.StartDate, "startDate", isStart: true),
            Measure = Measure(row, c.Measure),
            ReportingFrequency =
                row.Enum<ReportingFrequency>(c.ReportingFrequency, "reportingFrequency", KnownWords.Frequencies) ?? ReportingFrequency.None,
            Funding = Funding(row, c.Funding),
            TargetGroup = row.Optional(c.TargetGroup, "targetGroup"),
            Place = row.Optional(c.Place, "place"),
            Resources = row.Optional(c.Resources, "resources"),
            FundingStatus = row.Optional(c.FundingStatus, "fundingStatus"),
            Risks = row.Optional(c.Risks, "risks"),
            StatedNeed = row.Optional(c.StatedNeed, "statedNeed"),
        };
        var milestones = _milestones.SelectMany((mapping, i) => Milestones(row, mapping, i)).ToList();
        var past = Past(row);
        var progress = Progress(row, c.Progress);
        var successor = row.OptionalLine(c.SuccessorSourceId, "successorSourceId", Limits.SourceId);
        var accepted = rules.Accept(row, _partnership, organization, draft, milestones, past, progress, c.Incomplete);
        return new ImportRow(
            source.Line,
            _partnership,
            profile.Partnership.MemberRole,
            organization,
            sourceId,
            accepted.Terms,
            accepted.Progress,
            row.Warnings,
            accepted.Past,
            successor
        );
    }

    public (string, string)? KeyOf(ISpreadsheetRow row)
    {
        string Cell(string column) => Given(row.Cell(column));
        return (profile.Commitment.SourceId is { } mapped ? Blank.ToNull(mapped.Of(Cell)) : MadeSourceId(Cell)) is { } sourceId
            ? (TextKey.Of(_partnership.Name), sourceId)
            : null;
    }

    public string? SuccessorOf(ISpreadsheetRow row) =>
        Blank.ToNull(profile.Commitment.SuccessorSourceId?.Of(column => Given(row.Cell(column))));

    public bool IsExample(ISpreadsheetRow row) => false;

    /// <summary>
    /// The key of a row in a file without ids: the same organization and title have the same one when the file comes again.
    /// </summary>
    /// <returns>Null if the row lacks one of them, and is refused for that.</returns>
    private string? MadeSourceId(Func<string, string> cell)
    {
        var organization = Blank.ToNull((profile.Organization.SourceId ?? profile.Organization.Name).Of(cell));
        var title = Blank.ToNull(profile.Commitment.Title.Of(cell));
        if (organization is null || title is null)
            return null;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{TextKey.Of(organization)}\n{title.Trim()}"));
        return "row-" + Convert.ToHexStringLower(hash.AsSpan(0, 12));
    }

    private static string AsSourceId(string name) => name.Length <= Limits.SourceId ? name : name[..Limits.SourceId].TrimEnd();

    private string Given(string cell) => _empty.Count > 0 && _empty.Contains(cell.Trim()) ? "" : cell;

    private static MeasureDraft? Measure(Cells row, MeasureMapping? m) =>
        m is null
            ? null
            : new MeasureDraft(
                row.Optional(m.Indicator, "measure.indicator"),
                row.Optional(m.Unit, "measure.unit"),
                row.Number(m.Baseline, "measure.baseline"),
                row.Day(m.BaselineDate, "measure.baselineDate"),
                row.Number(m.Target, "measure.target"),
                row.Optional(m.MeansOfVerification, "measure.meansOfVerification")
            );

    private static FundingDraft? Funding(Cells row, FundingMapping? f) =>
        f is not null && row.Number(f.Amount, "funding.amount") is { } amount
            ? new FundingDraft(amount, row.Required(f.Currency, "funding.currency", KnownWords.Currencies))
            : null;

    /// <summary>
    /// The status as the profile maps it. Where no reason is mapped for an ending, the status as it is written is the reason.
    /// </summary>
    private CommitmentPast? Past(Cells row)
    {
        var c = profile.Commitment;
        if (c.Status is not { } mapped)
            return null;
        var status = row.Enum<CommitmentStatus>(mapped, "status", KnownWords.Statuses) ?? CommitmentStatus.Active;
        var past = new CommitmentPast(status, ClosedOn: row.Day(c.ClosedOn, "closedOn"));
        return past with
        {
            ClosingNarrative = past.HasEnded
                ? row.Optional(c.ClosingNarrative, "closingNarrative", Limits.Narrative)
                    ?? row.AsWritten(mapped, "status", Limits.Narrative)
                : null,
        };
    }

    private static List<RowMilestone> Milestones(Cells row, MilestoneMapping mapping, int index)
    {
        var field = $"milestones[{index}]";
        if (mapping.List is not { } list)
            return Milestone(row, mapping, field) is { } one ? [one] : [];
        return row.Items(list, field, '\n')
            .Select((item, i) => Item(row, mapping.Pattern!, item, $"{field}[{i}]"))
            .OfType<RowMilestone>()
            .ToList();
    }

    private static RowMilestone? Milestone(Cells row, MilestoneMapping mapping, string field)
    {
        var due = row.Day(mapping.DueDate, field + ".dueDate");
        if (due is null)
        {
            // A title that is the same in every row says nothing about this one.
            if (
                mapping.Title!.Columns.Any()
                && row.Optional(mapping.Title, field + ".title") is not null
                && !row.IsRefused(field + ".dueDate")
            )
                row.Warn(field + ".dueDate", "import.milestoneWithoutDate");
            return null;
        }

        var title = row.Required(mapping.Title!, field + ".title");
        var weight = row.Number(mapping.Weight, field + ".weight") ?? 1;
        var done = row.Day(mapping.CompletedOn, field + ".completedOn");
        return new RowMilestone(field + ".dueDate", new MilestoneDraft(title, due.Value, weight), new MilestonePast(done));
    }

    private static RowMilestone? Item(Cells row, ItemPattern pattern, string item, string field)
    {
        if (pattern.Read(item) is not { } part)
        {
            row.Refuse(field, "import.milestoneItem", item);
            return null;
        }

        string? Text(string name) => pattern.Parts.Contains(name) ? Blank.ToNull(part(name)) : null;
        var weight = row.Number(field, Text("weight")) ?? 1;
        var done = row.Day(field, Text("completedOn"));
        return row.Day(field, Text("dueDate")) is { } due
            ? new RowMilestone(field, new MilestoneDraft(part("title"), due, weight), new MilestonePast(done))
            : null;
    }

    private ProgressStatement? Progress(Cells row, ProgressMapping? p)
    {
        if (p is null || !p.When.Holds(row.Cell))
            return null;
        var report = new ReportProgress(
            default,
            row.RequiredDay(p.AsOf, "progress.asOf"),
            row.Required(p.Narrative, "progress.narrative"),
            row.Number(p.Value, "progress.value"),
            row.Optional(p.Barriers, "progress.barriers"),
            p.ReportsCompletion
        );
        row.Check("progress.", rules.Reports, report);
        return report.ToStatement();
    }
}
