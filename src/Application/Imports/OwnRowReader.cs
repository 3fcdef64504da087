using System.Globalization;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;

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
        .Concat(RefusedRows.AddedColumns)
        .ToHashSet(ColumnNames.Comparer);

    /// <returns>Whether this is the heading of an export or of the template.</returns>
    public static bool CanRead(IReadOnlyList<string> heading) =>
        heading.All(Known.Contains) && !CommitmentTable.Required.Except(heading, ColumnNames.Comparer).Any();

    /// <exception cref="DomainException">The heading lacks a required column or has an unknown one.</exception>
    public static void CheckHeading(IReadOnlyList<string> heading)
    {
        string[] missing = [.. CommitmentTable.Required.Except(heading, ColumnNames.Comparer)],
            unknown = [.. heading.Where(column => !Known.Contains(column)).Take(20)];
        if (missing.Length + unknown.Length == 0)
            return;
        var (isMissing, isUnknown) = (
            Texts.Error("import.missingColumns", ColumnNames.Shown(missing)),
            Texts.Error("import.unknownColumns", ColumnNames.Shown(unknown))
        );
        throw DomainException.Refused(
            "import.heading",
            "file",
            missing.Length == 0 ? isUnknown
                : unknown.Length == 0 ? isMissing
                : Texts.Page("sentences", isMissing, isUnknown)
        );
    }

    public FileLayout Layout => FileLayout.Default;

    public bool NamesSuccessors => true;

    public void Check(IReadOnlyList<string> heading)
    {
        // The heading was already checked when the file was uploaded.
    }

    public (string, string)? KeyOf(ISpreadsheetRow row) =>
        Blank.ToNull(Formula.Restore(row.Cell("sourceId"))) is { } sourceId
            ? (TextKey.Of(Formula.Restore(row.Cell("partnership"))), sourceId)
            : null;

    public string? SuccessorOf(ISpreadsheetRow row) => Blank.ToNull(Formula.Restore(row.Cell("successorSourceId")));

    public bool IsExample(ISpreadsheetRow row) =>
        row.Cell("sourceId") == GetImportTemplateHandler.ExampleId
        && row.Cell("organizationSourceId") == GetImportTemplateHandler.ExampleOrganizationId;

    public ImportRow Read(ISpreadsheetRow source)
    {
        var row = new Cells(source, column => Formula.Restore(source.Cell(column)), DateReader.Iso, rules.Vocabulary, ColumnOf);
        row.MustBeText(CommitmentTable.Columns.Select(column => column.Name));
        var partnership = Partnership(row);
        var organization = Organization(row);
        var draft = Draft(row);
        var milestones = row.Lines("milestones").Select(line => Milestone(row, line)).OfType<RowMilestone>().ToList();
        var memberRole = row.Enum<MemberRole>("memberRole") ?? MemberRole.Implementing;
        var sourceId = row.RequiredLine("sourceId", Limits.SourceId);
        var completion = CompletionReport(row);
        var past = Past(row);
        var successor = row.OptionalLine("successorSourceId", Limits.SourceId);
        var accepted = rules.Accept(row, partnership, organization, draft, milestones, past, completion, IncompleteRows.Refuse);
        return new ImportRow(
            source.Line,
            partnership,
            memberRole,
            organization,
            sourceId,
            accepted.Terms,
            accepted.Progress,
            row.Warnings,
            accepted.Past,
            successor
        );
    }

    /// <summary><c>organization.type</c> → <c>organizationType</c>, <c>measure.unit</c> → <c>unit</c>.</summary>
    private static string ColumnOf(string path) =>
        path.Split('[', '.') switch
        {
            ["measure", var part] => part,
            ["organization" or "partnership", "name", ..] names => names[0],
            ["organization" or "partnership" or "funding", var part, ..] parts => parts[0] + char.ToUpperInvariant(part[0]) + part[1..],
            var parts => parts[0],
        };

    private static ProposePartnership Partnership(Cells row) =>
        new(
            row.Required("partnership"),
            row.RequiredDay("partnershipStartDate"),
            row.Optional("partnershipSummary"),
            row.Terms("partnershipPillars", VocabularyKind.Pillar),
            row.Terms("partnershipThemes", VocabularyKind.Theme),
            row.List("partnershipCountryCodes"),
            row.SdgTargets("partnershipSdgTargets"),
            row.Day("partnershipEndDate")
        );

    private static RegisterOrganization Organization(Cells row) =>
        new(
            row.Required("organization"),
            row.Required("organizationType"),
            row.Country("organizationCountryCode"),
            row.Optional("organizationTimeZone"),
            row.Optional("organizationIdentifier"),
            row.Optional("organizationWebsite"),
            row.Required("organizationSourceId"),
            row.Yes("organizationIsCommunity")
        );

    private static CommitmentDraft Draft(Cells row)
    {
        var measure = new MeasureDraft(
            row.Optional("indicator"),
            row.Optional("unit"),
            row.Number("baseline"),
            row.Day("baselineDate"),
            row.Number("target"),
            row.Optional("meansOfVerification")
        );
        return new CommitmentDraft
        {
            Title = row.Required("title"),
            SdgTargets = row.SdgTargets("sdgTargets"),
            DueDate = row.Day("dueDate"),
            Description = row.Optional("description"),
            Pillar = row.Term("pillar", VocabularyKind.Pillar),
            Themes = row.Terms("themes", VocabularyKind.Theme),
            CountryCodes = row.List("countryCodes"),
            StartDate = row.Day("startDate"),
            Measure = measure == new MeasureDraft() ? null : measure,
            ReportingFrequency = row.Enum<ReportingFrequency>("reportingFrequency") ?? ReportingFrequency.None,
            Funding = row.Number("fundingAmount") is { } amount ? new FundingDraft(amount, row.Required("fundingCurrency")) : null,
            TargetGroup = row.Optional("targetGroup"),
            Place = row.Optional("place"),
            Resources = row.Optional("resources"),
            FundingStatus = row.Optional("fundingStatus"),
            Risks = row.Optional("risks"),
            StatedNeed = row.Optional("statedNeed"),
        };
    }

    /// <returns>Null if the line is refused.</returns>
    private static RowMilestone? Milestone(Cells row, string line)
    {
        var parts = MilestoneLines.Parts(line);
        string? Part(int i) => i < parts.Count ? Blank.ToNull(parts[i]) : null;
        DateOnly? Day(int i) => row.Day("milestones", Part(i));
        var times = 0;
        if (
            parts.Count is < 2 or > 7
            || Part(0) is null
            || Part(1) is not { } title
            || (Part(5) is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out times))
        )
        {
            row.Refuse("milestones", "import.milestoneLine", line);
            return null;
        }

        var weight = row.Number("milestones", Part(2) ?? "1");
        var past = new MilestonePast(Day(3), Day(4), times, Day(6));
        return Day(0) is { } due && weight is { } share
            ? new RowMilestone("milestones", new MilestoneDraft(title, due, share), past)
            : null;
    }

    private static CommitmentPast Past(Cells row) =>
        new(
            row.Enum<CommitmentStatus>("status") ?? CommitmentStatus.Active,
            row.Day("originalDueDate"),
            row.Whole("timesMoved") ?? 0,
            row.Day("closedOn"),
            row.Optional("closingNarrative", Limits.Narrative),
            row.Optional("returnReason", Limits.Reason),
            row.Optional("wasAccepted") is null || row.Yes("wasAccepted")
        );

    private static ProgressStatement? CompletionReport(Cells row) =>
        row.Day("reportedCompleteOn") is not { } day
            ? null
            : new ProgressStatement(
                day,
                row.Number("reportedCompleteValue"),
                row.Required("reportedCompleteNarrative", Limits.Narrative),
                row.Optional("reportedCompleteBarriers", Limits.Narrative),
                ReportsCompletion: true,
                null
            );
}
