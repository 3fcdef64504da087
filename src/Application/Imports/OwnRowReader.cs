using System.Globalization;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Reads the product's own file format, as exported or filled in (<see cref="CommitmentTable"/>). Columns may be in any order, and
/// neutralized formulas are restored to their text.
/// </summary>
internal sealed class OwnRowReader(RowRules rules) : IRowReader
{
    private static readonly HashSet<string> Known = CommitmentTable
        .Columns.Concat(CommitmentTable.InstallationColumns)
        .Select(c => c.Name)
        .ToHashSet(ColumnNames.Comparer);

    /// <exception cref="DomainException">The heading lacks a required column or has an unknown one.</exception>
    public static void CheckHeading(IReadOnlyList<string> heading)
    {
        string[] missing = [.. CommitmentTable.Required.Except(heading, ColumnNames.Comparer)],
            unknown = [.. heading.Where(column => !Known.Contains(column)).Take(20)];
        if (missing.Length + unknown.Length == 0)
            return;
        var (isMissing, isUnknown) = (
            Texts.Error("import.missingColumns", NamesOf(missing)),
            Texts.Error("import.unknownColumns", NamesOf(unknown))
        );
        throw DomainException.Refused(
            "import.heading",
            "file",
            missing.Length == 0 ? isUnknown
                : unknown.Length == 0 ? isMissing
                : Texts.Page("sentences", isMissing, isUnknown)
        );
    }

    public void Check(IReadOnlyList<string> heading)
    {
        // The heading was already checked when the file was uploaded.
    }

    public (string, string)? KeyOf(Func<string, string> cell) =>
        Blank.ToNull(Formula.Restore(cell("sourceId"))) is { } sourceId
            ? (TextKey.Of(Formula.Restore(cell("partnership"))), sourceId)
            : null;

    public ImportRow Read(int line, Func<string, string> cell)
    {
        var row = new Cells(line, column => Formula.Restore(cell(column)));
        row.MustBeText(CommitmentTable.Columns.Select(column => column.Name));
        var partnership = Partnership(row);
        var organization = Organization(row);
        var (commitment, pasts) = Commitment(row);
        row.Check("partnership.", rules.Partnerships, partnership);
        row.Check("organization.", rules.Organizations, organization);
        row.Check("", rules.Commitments, commitment);
        var terms = commitment.ToTerms();
        return new ImportRow(
            line,
            partnership,
            row.Enum<MemberRole>("memberRole") ?? MemberRole.Implementing,
            organization,
            row.RequiredLine("sourceId", Limits.SourceId),
            terms with
            {
                Milestones = [.. terms.Milestones!.Zip(pasts, (milestone, past) => milestone with { Past = past })],
            },
            CompletionReport(row),
            [],
            Past(row),
            row.OptionalLine("successorSourceId", Limits.SourceId)
        );
    }

    private static ProposePartnership Partnership(Cells row) =>
        new(
            row.Required("partnership"),
            row.Date(row.Required("partnershipStartDate"), "partnershipStartDate"),
            row.Optional("partnershipSummary"),
            row.Enums<Pillar>("partnershipPillars"),
            row.Enums<Theme>("partnershipThemes"),
            row.List("partnershipCountryCodes"),
            row.List("partnershipSdgTargets"),
            row.OptionalDate("partnershipEndDate")
        );

    private static RegisterOrganization Organization(Cells row) =>
        new(
            row.Required("organization"),
            row.Required("organizationType"),
            row.Required("organizationCountryCode"),
            row.Required("organizationTimeZone"),
            row.Optional("organizationIdentifier"),
            row.Optional("organizationWebsite"),
            row.Required("organizationSourceId"),
            row.Yes("organizationIsCommunity")
        );

    private static (CommitmentDraft Draft, List<MilestonePast> Pasts) Commitment(Cells row)
    {
        var milestones = (row.Optional("milestones") ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => Milestone(row, text))
            .ToList();
        var measure = new MeasureDraft(
            row.Optional("indicator"),
            row.Optional("unit"),
            row.Number("baseline"),
            row.OptionalDate("baselineDate"),
            row.Number("target"),
            row.Optional("meansOfVerification")
        );
        var draft = new CommitmentDraft
        {
            Title = row.Required("title"),
            SdgTargets = row.List("sdgTargets"),
            DueDate = row.Date(row.Required("dueDate"), "dueDate"),
            Description = row.Optional("description"),
            Pillar = row.Enum<Pillar>("pillar"),
            Themes = row.Enums<Theme>("themes"),
            CountryCodes = row.List("countryCodes"),
            StartDate = row.OptionalDate("startDate"),
            Measure = measure == new MeasureDraft() ? null : measure,
            ReportingFrequency = row.Enum<ReportingFrequency>("reportingFrequency") ?? ReportingFrequency.None,
            Milestones = [.. milestones.Select(m => m.Draft)],
            Funding = row.Number("fundingAmount") is { } amount ? new FundingDraft(amount, row.Required("fundingCurrency")) : null,
            TargetGroup = row.Optional("targetGroup"),
            Place = row.Optional("place"),
            Resources = row.Optional("resources"),
            FundingStatus = row.Optional("fundingStatus"),
            Risks = row.Optional("risks"),
            StatedNeed = row.Optional("statedNeed"),
        };
        return (draft, [.. milestones.Select(m => m.Past)]);
    }

    private static (MilestoneDraft Draft, MilestonePast Past) Milestone(Cells row, string line)
    {
        var parts = MilestoneLines.Parts(line);
        if (parts.Count is < 2 or > 7)
            throw Unreadable();
        string? Part(int i) => i < parts.Count ? Blank.ToNull(parts[i]) : null;
        DateOnly? Day(int i) => Part(i) is { } text ? row.Date(text, "milestones") : null;
        return (
            new MilestoneDraft(
                Part(1) ?? throw Unreadable(),
                Day(0) ?? throw Unreadable(),
                Part(2) is { } weight ? row.Number(weight, "milestones") : 1
            ),
            new MilestonePast(Day(3), Day(4), Times(), Day(6))
        );

        int Times() =>
            Part(5) is not { } text ? 0
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times
            : throw Unreadable();
        RowRefusedException Unreadable() => row.Refused("milestones", "import.milestoneLine", line);
    }

    private static CommitmentPast Past(Cells row) =>
        new(
            row.Enum<CommitmentStatus>("status") ?? CommitmentStatus.Active,
            row.OptionalDate("originalDueDate"),
            row.Whole("timesMoved") ?? 0,
            row.OptionalDate("closedOn"),
            row.Optional("closingNarrative", Limits.Narrative),
            row.Optional("returnReason", Limits.Reason),
            row.Optional("wasAccepted") is null || row.Yes("wasAccepted")
        );

    private static ProgressStatement? CompletionReport(Cells row) =>
        row.OptionalDate("reportedCompleteOn") is not { } day
            ? null
            : new ProgressStatement(
                day,
                row.Number("reportedCompleteValue"),
                row.AtMost("reportedCompleteNarrative", row.Required("reportedCompleteNarrative"), Limits.Narrative),
                row.Optional("reportedCompleteBarriers", Limits.Narrative),
                ReportsCompletion: true,
                null
            );

    private static string NamesOf(string[] columns) =>
        string.Join(", ", columns.Select(column => TextRules.Shown(column, ColumnNames.MaxShownLength)));
}
