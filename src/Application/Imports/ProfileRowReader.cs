using System.Globalization;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Imports;

/// <summary>Reads rows with an import profile. Cells are taken literally, also those that look like formulas.</summary>
internal sealed class ProfileRowReader(ImportProfile profile, RowRules rules) : IRowReader
{
    private readonly ProposePartnership _partnership = profile.Proposed();

    public void Check(IReadOnlyList<string> heading)
    {
        if (profile.Columns.Except(heading, ColumnNames.Comparer).ToList() is { Count: > 0 } missing)
            throw DomainException.Refused("import.columnMissing", null, ColumnNames.Shown(missing));
    }

    public ImportRow Read(ISpreadsheetRow source)
    {
        var row = new Cells(source.Line, source.Cell);
        var (o, c) = (profile.Organization, profile.Commitment);
        row.Check("partnership.", rules.Partnerships, _partnership);
        var sourceId = row.RequiredLine(c.SourceId, "sourceId", Limits.SourceId);
        var dueDate = row.RequiredDay(c.DueDate, "dueDate");
        var organization = new RegisterOrganization(
            row.Required(o.Name, "organization.name"),
            row.Required(o.Type, "organization.type"),
            row.Required(o.CountryCode, "organization.countryCode"),
            row.Required(o.TimeZone, "organization.timeZone"),
            row.Optional(o.Identifier, "organization.identifier"),
            row.Optional(o.Website, "organization.website"),
            row.Required(o.SourceId, "organization.sourceId")
        );

        var commitment = new CommitmentDraft
        {
            Title = row.Required(c.Title, "title"),
            SdgTargets = row.List(c.SdgTargets, "sdgTargets"),
            DueDate = dueDate,
            Description = row.Optional(c.Description, "description"),
            Pillar = row.Enum<Pillar>(c.Pillar, "pillar"),
            Themes = row.Enums<Theme>(c.Themes, "themes"),
            CountryCodes = row.List(c.CountryCodes, "countryCodes"),
            StartDate = row.Day(c.StartDate, "startDate"),
            Measure = Measure(row, c.Measure),
            ReportingFrequency = row.Enum<ReportingFrequency>(c.ReportingFrequency, "reportingFrequency") ?? ReportingFrequency.None,
            Milestones = Milestones(row, c.Milestones, dueDate),
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
        var progress = Progress(row, c.Progress);
        row.MustBeAccepted();
        return new ImportRow(
            source.Line,
            _partnership,
            profile.Partnership.MemberRole,
            organization,
            sourceId,
            commitment.ToTerms(),
            progress,
            row.Warnings
        );
    }

    public (string, string)? KeyOf(ISpreadsheetRow row) =>
        Blank.ToNull(profile.Commitment.SourceId.Of(row.Cell)) is { } sourceId ? (TextKey.Of(_partnership.Name), sourceId) : null;

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
            ? new FundingDraft(amount, row.Required(f.Currency, "funding.currency"))
            : null;

    private static List<MilestoneDraft> Milestones(
        Cells row,
        IReadOnlyList<MilestoneMapping>? mappings,
        DateOnly dueDate
    )
    {
        var milestones = new List<MilestoneDraft>();
        foreach (var (mapping, i) in (mappings ?? []).Select((mapping, i) => (mapping, i)))
        {
            var field = $"milestones[{i}].dueDate";
            if (row.Day(mapping.DueDate, field) is not { } due)
                continue;
            if (dueDate != default && due > dueDate)
                row.Warn(field, "import.milestoneAfterDueDate", DateRules.Iso(due), DateRules.Iso(dueDate));
            else
                milestones.Add(
                    new MilestoneDraft(
                        row.Required(mapping.Title, $"milestones[{i}].title"),
                        due,
                        row.Number(mapping.Weight, $"milestones[{i}].weight") ?? 1
                    )
                );
        }

        return milestones;
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
