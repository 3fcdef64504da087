using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <param name="Field">As in the API, e.g. <c>measure.target</c>.</param>
internal sealed record Difference(string Field, object? Stored, object? InFile);

/// <summary>
/// Compares a row with the commitment that an earlier import made of it. An empty cell says nothing, so it is no difference.
/// </summary>
internal static class Differences
{
    /// <param name="here">With its targets, countries and milestones.</param>
    public static List<Difference> Of(ImportRow row, Commitment here)
    {
        var (terms, past) = (row.Commitment, row.Past);
        var (measure, context) = (here.Measure, here.Context);
        var differences = new List<Difference>();
        Compare("title", here.Title, terms.Title);
        Compare("description", here.Description, terms.Description);
        Compare("pillar", here.Pillar, terms.Pillar);
        Compare("themes", List(here.Themes), List(terms.Themes));
        Compare("sdgTargets", List(here.Targets.Select(t => t.Code)), List(Codes.SdgTargetList(terms.SdgTargets).Select(t => t.Code)));
        Compare(
            "countryCodes",
            List(here.Countries.Where(c => c.IsStated).Select(c => c.Code)),
            List(Codes.CountryList(terms.CountryCodes))
        );
        Compare("startDate", here.StartDate, terms.StartDate);

        // A source that knows of no move still names the first due date of a commitment that was moved here.
        if (past is { TimesMoved: > 0 } || terms.DueDate != here.OriginalDueDate)
            Compare("dueDate", here.DueDate, terms.DueDate);
        if (past is { TimesMoved: > 0 })
            Compare("originalDueDate", here.OriginalDueDate, past.OriginalDueDate);
        Compare("measure.indicator", measure?.Indicator, terms.Measure?.Indicator);
        Compare("measure.unit", measure?.Unit, terms.Measure?.Unit);
        Compare("measure.baseline", measure?.Baseline, terms.Measure?.Baseline);
        Compare("measure.baselineDate", measure?.BaselineDate, terms.Measure?.BaselineDate);
        Compare("measure.target", measure?.Target, terms.Measure?.Target);
        Compare("measure.meansOfVerification", measure?.MeansOfVerification, terms.Measure?.MeansOfVerification);
        if (terms.ReportingFrequency != ReportingFrequency.None)
            Compare("reportingFrequency", here.ReportingFrequency, terms.ReportingFrequency);
        Compare("funding.amount", here.Funding?.Amount, terms.Funding?.Amount);
        Compare("funding.currency", here.Funding?.Currency, terms.Funding?.Currency.ToUpperInvariant());
        Compare("targetGroup", context.TargetGroup, terms.Context?.TargetGroup);
        Compare("place", context.Place, terms.Context?.Place);
        Compare("resources", context.Resources, terms.Context?.Resources);
        Compare("fundingStatus", context.FundingStatus, terms.Context?.FundingStatus);
        Compare("risks", context.Risks, terms.Context?.Risks);
        Compare("statedNeed", context.StatedNeed, terms.Context?.StatedNeed);
        Compare("milestones", Milestones(here.Milestones), Milestones(terms.Milestones ?? []));
        if (past is not null)
        {
            Compare("status", here.Status, past.Status);
            Compare("closedOn", here.ClosedOn, past.ClosedOn);
        }

        return differences;

        void Compare(string field, object? ours, object? theirs)
        {
            var (a, b) = (Plain(ours), Plain(theirs));
            if (b is not null && !b.Equals(a))
                differences.Add(new Difference(field, a, b));
        }
    }

    /// <summary>The terms of a draft with the values of its row; what the row leaves open stays as it is.</summary>
    /// <param name="here">With its targets, countries and milestones.</param>
    public static CommitmentTerms Merge(CommitmentTerms row, Commitment here)
    {
        var (measure, context) = (row.Measure, row.Context ?? new CommitmentContext());
        return row with
        {
            Description = row.Description ?? here.Description,
            Pillar = row.Pillar ?? here.Pillar,
            Themes = row.Themes is { Count: > 0 } ? row.Themes : here.Themes,
            SdgTargets = row.SdgTargets.Count > 0 ? row.SdgTargets : [.. here.Targets.Select(t => t.Code)],
            CountryCodes = row.CountryCodes is { Count: > 0 }
                ? row.CountryCodes
                : [.. here.Countries.Where(c => c.IsStated).Select(c => c.Code)],
            StartDate = row.StartDate ?? here.StartDate,
            DueDate = row.DueDate ?? here.DueDate,
            Measure = here.Measure is not { } kept
                ? measure
                : kept with
                {
                    Indicator = measure?.Indicator ?? kept.Indicator,
                    Unit = measure?.Unit ?? kept.Unit,
                    Baseline = measure?.Baseline ?? kept.Baseline,
                    BaselineDate = measure?.BaselineDate ?? kept.BaselineDate,
                    Target = measure?.Target ?? kept.Target,
                    MeansOfVerification = measure?.MeansOfVerification ?? kept.MeansOfVerification,
                },
            ReportingFrequency = row.ReportingFrequency == ReportingFrequency.None ? here.ReportingFrequency : row.ReportingFrequency,
            Milestones = row.Milestones is { Count: > 0 }
                ? row.Milestones
                : [.. here.Milestones.Select(m => new MilestoneTerms(m.Title, m.DueDate, m.Weight))],
            Funding = row.Funding ?? here.Funding,
            Context = new CommitmentContext(
                context.TargetGroup ?? here.Context.TargetGroup,
                context.Place ?? here.Context.Place,
                context.Resources ?? here.Context.Resources,
                context.FundingStatus ?? here.Context.FundingStatus,
                context.Risks ?? here.Context.Risks,
                context.StatedNeed ?? here.Context.StatedNeed
            ),
        };
    }

    /// <returns>Null if none of the differences may change by a request.</returns>
    public static ChangeTerms? ToRequest(this List<Difference> differences, CommitmentTerms row, string explanation)
    {
        bool Differs(string field) => differences.Exists(d => d.Field == field);
        var terms = new ChangeTerms(
            Differs("dueDate") ? row.DueDate : null,
            ChangeReason.Data,
            explanation,
            Target: Differs("measure.target") ? row.Measure?.Target : null,
            Baseline: Differs("measure.baseline") ? row.Measure?.Baseline : null,
            BaselineDate: Differs("measure.baselineDate") ? row.Measure?.BaselineDate : null,
            Unit: Differs("measure.unit") ? row.Measure?.Unit : null,
            ReportingFrequency: Differs("reportingFrequency") ? row.ReportingFrequency : null
        );
        return terms.ChangesNothing ? null : terms;
    }

    private static object? Plain(object? value) =>
        value switch
        {
            string text => Blank.ToNull(text.ReplaceLineEndings("\n")),
            Enum word => Exports.ExportCell.WordOf(word),
            DateOnly day => DateRules.Iso(day),
            _ => value,
        };

    private static string List<T>(IEnumerable<T>? values) =>
        string.Join(';', (values ?? []).Distinct().Select(v => v is Enum word ? Exports.ExportCell.WordOf(word) : $"{v}").Order());

    private static string Milestones(IEnumerable<Milestone> milestones) =>
        Lines(milestones.Where(m => !m.IsDropped).Select(m => (m.DueDate, m.Title)));

    private static string Milestones(IEnumerable<MilestoneTerms> milestones) =>
        Lines(milestones.Where(m => m.Past?.DroppedOn is null).Select(m => (m.DueDate, m.Title.Trim())));

    private static string Lines(IEnumerable<(DateOnly DueDate, string Title)> milestones) =>
        string.Join('\n', milestones.Select(m => $"{DateRules.Iso(m.DueDate)} {m.Title}").Order(StringComparer.Ordinal));
}
