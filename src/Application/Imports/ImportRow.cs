using System.Globalization;
using System.Text.Json;
using FluentValidation;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Imports;

/// <summary>One row of the file, as our fields: either all of it, or the one reason why it is refused.</summary>
/// <param name="Successor">The source id of what took its place.</param>
/// <param name="Past">What became of it before; null where the file does not say.</param>
internal sealed record ImportRow(
    int Line, ProposePartnership Partnership, MemberRole MemberRole, RegisterOrganization Organization, string SourceId, CommitmentTerms Commitment,
    ProgressStatement? Progress, IReadOnlyList<RowIssue> Warnings, CommitmentPast? Past = null, string? Successor = null)
{
    public string PartnershipKey { get; } = TextKey.Of(Partnership.Name);

    public (string Partnership, string SourceId) Key => (PartnershipKey, SourceId);
}

/// <summary>Reads the rows of one kind of file.</summary>
internal interface IRowReader
{
    /// <exception cref="DomainException">The heading lacks a column, or has one that must not be there.</exception>
    void Check(IReadOnlyList<string> heading);

    /// <param name="cell">The cell of a column; empty where the file has no such column.</param>
    /// <exception cref="RowRefusedException">The row is refused.</exception>
    ImportRow Read(int line, Func<string, string> cell);

    /// <returns>What tells the row from others, or null where it has no source id and is refused.</returns>
    (string Partnership, string SourceId)? KeyOf(Func<string, string> cell);
}

/// <summary>What is wrong with a row, or worth a warning.</summary>
internal sealed record RowIssue(int Line, string? Field, string Code, IReadOnlyList<object?> Args)
{
    /// <summary>A cell that is refused may be a megabyte; its beginning tells which one it is.</summary>
    private const int MaxArgLength = 300;

    public ImportItem ToItem(ImportId importId, bool isWarning) => new(importId, Line, Field, Code, JsonSerializer.Serialize(Args.Select(Said)), isWarning);

    private static string? Said(object? arg) => Convert.ToString(arg, CultureInfo.InvariantCulture) is { } text ? TextRules.Shown(text, MaxArgLength) : null;
}

/// <summary>What a well-formed row is.</summary>
internal sealed record RowRules(IValidator<ProposePartnership> Partnerships, IValidator<RegisterOrganization> Organizations, IValidator<CommitmentDraft> Commitments)
{
    public IValidator<ReportProgress> Reports { get; } = new ReportProgressValidator();
}

/// <summary>Reads rows by a profile. A cell is data, whatever it looks like.</summary>
internal sealed class ProfileRowReader(ImportProfile profile, RowRules rules) : IRowReader
{
    private readonly ProposePartnership _partnership = profile.Proposed();

    public void Check(IReadOnlyList<string> heading)
    {
        if (profile.Columns.FirstOrDefault(column => !heading.Contains(column, Heading.Comparer)) is { } missing)
            throw DomainException.Refused("import.columnMissing", null, TextRules.Shown(missing, Heading.MaxShownLength));
    }

    public ImportRow Read(int line, Func<string, string> cell)
    {
        var row = new Cells(line, cell);
        var (o, c) = (profile.Organization, profile.Commitment);
        row.Check("partnership.", rules.Partnerships, _partnership);
        var sourceId = row.RequiredLine(c.SourceId, "sourceId", Domain.Commitments.Commitment.SourceIdMaxLength);
        var dueDate = row.Date(row.Required(c.DueDate, "dueDate"), "dueDate");
        var organization = new RegisterOrganization(
            row.Required(o.Name, "organization.name"), row.Required(o.Type, "organization.type"), row.Required(o.CountryCode, "organization.countryCode"),
            row.Required(o.TimeZone, "organization.timeZone"), row.Optional(o.Identifier, "organization.identifier"), row.Optional(o.Website, "organization.website"),
            row.Required(o.SourceId, "organization.sourceId"));

        var warnings = new List<RowIssue>();
        var commitment = new CommitmentDraft
        {
            Title = row.Required(c.Title, "title"),
            SdgTargets = row.List(c.SdgTargets, "sdgTargets"),
            DueDate = dueDate,
            Description = row.Optional(c.Description, "description"),
            Pillar = row.Enum<Pillar>(c.Pillar, "pillar"),
            Themes = [.. row.List(c.Themes, "themes").Select(theme => row.Enum<Theme>(theme, "themes"))],
            CountryCodes = row.List(c.CountryCodes, "countryCodes"),
            StartDate = row.OptionalDate(c.StartDate, "startDate"),
            Measure = Measure(row, c.Measure),
            ReportingFrequency = row.Enum<ReportingFrequency>(c.ReportingFrequency, "reportingFrequency") ?? ReportingFrequency.None,
            Milestones = Milestones(row, c.Milestones, dueDate, warnings),
            Funding = Funding(row, c.Funding),
            TargetGroup = row.Optional(c.TargetGroup, "targetGroup"),
            Place = row.Optional(c.Place, "place"),
            Resources = row.Optional(c.Resources, "resources"),
            FundingStatus = row.Optional(c.FundingStatus, "fundingStatus"),
            Risks = row.Optional(c.Risks, "risks"),
            StatedNeed = row.Optional(c.StatedNeed, "statedNeed"),
        };

        row.Check("organization.", rules.Organizations, organization);
        row.Check("", rules.Commitments, commitment);
        return new ImportRow(line, _partnership, profile.Partnership.MemberRole, organization, sourceId, commitment.ToTerms(), Progress(row, c.Progress), warnings);
    }

    public (string, string)? KeyOf(Func<string, string> cell) => Blank.ToNull(profile.Commitment.SourceId.Of(cell)) is { } sourceId ? (TextKey.Of(_partnership.Name), sourceId) : null;

    private static MeasureDraft? Measure(Cells row, MeasureMapping? m) => m is null ? null : new MeasureDraft(
        row.Optional(m.Indicator, "measure.indicator"), row.Optional(m.Unit, "measure.unit"), row.Number(m.Baseline, "measure.baseline"),
        row.OptionalDate(m.BaselineDate, "measure.baselineDate"), row.Number(m.Target, "measure.target"), row.Optional(m.MeansOfVerification, "measure.meansOfVerification"));

    private static FundingDraft? Funding(Cells row, FundingMapping? f) =>
        f is not null && row.Number(f.Amount, "funding.amount") is { } amount ? new FundingDraft(amount, row.Required(f.Currency, "funding.currency")) : null;

    private static List<MilestoneDraft> Milestones(Cells row, IReadOnlyList<MilestoneMapping>? mappings, DateOnly dueDate, List<RowIssue> warnings)
    {
        var milestones = new List<MilestoneDraft>();
        foreach (var (mapping, i) in (mappings ?? []).Select((mapping, i) => (mapping, i)))
        {
            var field = $"milestones[{i}].dueDate";
            if (row.OptionalDate(mapping.DueDate, field) is not { } due) continue;
            if (due > dueDate)
                warnings.Add(new RowIssue(row.Line, field, "import.milestoneAfterDueDate", [due.ToString("O", CultureInfo.InvariantCulture), dueDate.ToString("O", CultureInfo.InvariantCulture)]));
            else
                milestones.Add(new MilestoneDraft(row.Required(mapping.Title, $"milestones[{i}].title"), due, row.Number(mapping.Weight, $"milestones[{i}].weight") ?? 1));
        }

        return milestones;
    }

    private ProgressStatement? Progress(Cells row, ProgressMapping? p)
    {
        if (p is null || !p.When.Holds(row.Cell)) return null;
        var report = new ReportProgress(
            default, row.Date(row.Required(p.AsOf, "progress.asOf"), "progress.asOf"), row.Required(p.Narrative, "progress.narrative"), row.Number(p.Value, "progress.value"),
            row.Optional(p.Barriers, "progress.barriers"), p.ReportsCompletion);
        row.Check("progress.", rules.Reports, report);
        return new ProgressStatement(report.AsOf, report.Value, report.Narrative, report.Barriers, report.ReportsCompletion, null);
    }
}

/// <summary>A row is refused whole.</summary>
internal sealed class RowRefusedException(RowIssue issue) : Exception(issue.Code)
{
    public RowIssue Issue { get; } = issue;

    public static RowRefusedException Of(int line, DomainException refusal, string prefix = "") =>
        new(new RowIssue(line, refusal.Field is { } field ? prefix + field : null, refusal.Code, refusal.Args));
}
