using System.Globalization;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Bench;

/// <summary>
/// Commitments with a past: those that make reports overdue, reviews overdue and plans fall behind, long ago or since the last sweep, and the deep ones
/// with 200 entries of history, each with a twin of the same terms and three.
/// </summary>
internal static class Lives
{
    /// <summary>Entries in the history of a deep one.</summary>
    public const int DeepEntries = 200;

    public const string Deep = "DEEP-";
    public const string Twin = "TWIN-";

    private const int Months = 33;
    private static readonly DateTimeOffset Spring = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Summer = new(2026, 8, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset DeepStart = new(2024, 2, 1, 12, 0, 0, TimeSpan.Zero);

    // From these days on, a report is owed for 15 days and a review for 14: until yesterday, as the sweep has not seen yet.
    private static readonly DateTimeOffset ReturnedThen = new(2026, 11, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset ReportedThen = new(2026, 11, 6, 12, 0, 0, TimeSpan.Zero);

    public static int DeepOnes(int commitments) => Math.Min(500, commitments / 10);

    /// <param name="kind">From 0 to 0.07, where each hundredth is another past.</param>
    public static IEnumerable<Entity> Of(double kind, Partnership partnership, Organization organization, CommitmentTerms terms, string sourceId)
    {
        var monthly = terms with { ReportingFrequency = ReportingFrequency.Monthly };
        var quarterly = terms with { ReportingFrequency = ReportingFrequency.Quarterly };
        return kind switch
        {
            < 0.01 => Returned(Begin(monthly, ReturnedThen.AddDays(-3)), ReturnedThen),
            < 0.02 => Reported(Begin(quarterly, Spring), ReportedThen),
            < 0.03 => Behind(Generator.DueYesterday),
            < 0.05 => Begin(quarterly, Spring).Until(Generator.Written),
            < 0.06 => Reported(Begin(quarterly, Spring), Summer),
            _ => Behind(new DateOnly(2026, 10, 1)),
        };

        Life Begin(CommitmentTerms begun, DateTimeOffset from) => new(partnership, organization, begun, from, Actor.System, sourceId);

        // By the straight line, a fifth of the way is behind by more than the margin for one who has done nothing.
        IEnumerable<Entity> Behind(DateOnly offTrack)
        {
            var start = offTrack.AddDays(-100);
            var straight = quarterly with { StartDate = start, DueDate = start.AddDays(499), Milestones = null, Measure = new Measure("People reached", "people", 0, start, 5000, "Register") };
            var life = Begin(straight, Spring);
            var report = life.On(Summer, (c, context) => c.ReportProgress(organization.Id, Said(context, 0), context));
            life.On(Summer.AddDays(2), (c, context) => c.AcceptProgressReport(report, null, null, context));
            return life.Until(Generator.Written);
        }

        IEnumerable<Entity> Reported(Life life, DateTimeOffset when)
        {
            life.On(when, (c, context) => c.ReportProgress(organization.Id, Said(context, 100), context));
            return life.Until(Generator.Written);
        }

        IEnumerable<Entity> Returned(Life life, DateTimeOffset when)
        {
            var report = life.On(when.AddDays(-1), (c, context) => c.ReportProgress(organization.Id, Said(context, 100), context));
            life.On(when, (c, context) => c.ReturnProgressReport(report, "Please add the register.", null, context));
            return life.Until(Generator.Written);
        }
    }

    /// <summary>A report, its acceptance, a moved date, its approval, a second report and its return: month by month, then an assessment.</summary>
    public static IEnumerable<Entity> DeepOne(int i, Partnership partnership, Organization organization, ApiKey key)
    {
        var life = new Life(partnership, organization, Terms(i), DeepStart, new Actor(ActorKind.ApiKey, key.Id.Value), $"{Deep}{i}");
        for (var n = 0; n < Months; n++)
        {
            var (month, value) = (DeepStart.AddMonths(n), n * 100m);
            var report = life.On(month.AddDays(2), (c, context) => c.ReportProgress(organization.Id, Said(context, value), context));
            life.On(month.AddDays(4), (c, context) => c.AcceptProgressReport(report, "Seen.", null, context));
            var change = life.On(month.AddDays(7), (c, context) => c.RequestChange(new ChangeTerms(c.DueDate.AddDays(10), ChangeReason.Funding, "The second part of the money comes later."), isPending: false, context));
            life.On(month.AddDays(9), (c, context) => c.ApproveChangeRequest(change, null, null, context));
            var second = life.On(month.AddDays(14), (c, context) => c.ReportProgress(organization.Id, Said(context, value + 50), context));
            life.On(month.AddDays(16), (c, context) => c.ReturnProgressReport(second, "Please add the register.", null, context));
        }

        life.On(DeepStart.AddMonths(Months), (c, context) => c.Assess(CompletionLevel.Limited, "About as far as they say.", context.Today, context));
        return life.Until(Generator.Written);
    }

    public static IEnumerable<Entity> TwinOf(int i, Partnership partnership, Organization organization, ApiKey key)
    {
        var life = new Life(partnership, organization, Terms(i), DeepStart, new Actor(ActorKind.ApiKey, key.Id.Value), $"{Twin}{i}");
        var report = life.On(Summer, (c, context) => c.ReportProgress(organization.Id, Said(context, 3000), context));
        life.On(Summer.AddDays(2), (c, context) => c.AcceptProgressReport(report, "Seen.", null, context));
        return life.Until(Generator.Written);
    }

    private static CommitmentTerms Terms(int i) => new(
        string.Create(CultureInfo.InvariantCulture, $"Train 5,000 nurses in palliative care by 2030 ({i})"),
        "What is promised, to whom and how it will be known: two or three sentences as people write them in their own spreadsheets, of about this length.",
        Pillar.CapacityStrengthening, [Theme.NonCommunicableDiseases], ["3.4", "17.9"], ["KE", "BD"], new DateOnly(2024, 2, 1), new DateOnly(2030, 6, 30),
        new Measure("Nurses trained", "nurses", 0, new DateOnly(2024, 1, 1), 5000, "Register of the ministry"), ReportingFrequency.Monthly,
        [.. Enumerable.Range(2027, 4).Select(year => new MilestoneTerms($"The class of {year}", new DateOnly(year, 3, 31)))], new Funding(200_000, "USD"), null);

    private static ProgressStatement Said(DecisionContext context, decimal value) => new(
        context.Today, value, "What was done since the last report, in a paragraph of the length that people write: who was trained, where, and what is still missing.",
        "Travel in the rainy season.", ReportsCompletion: false, [new EvidenceLink("Register", "https://example.org/register")]);
}
