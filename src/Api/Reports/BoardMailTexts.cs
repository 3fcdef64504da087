using System.Text;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Reports;

namespace PartnershipTracker.Api.Reports;

/// <summary>What the board's mail says, for its HTML and its text alike.</summary>
internal static class BoardMailTexts
{
    /// <summary>The finding, as on the overview.</summary>
    public static string Subject(Overview overview) => Finding.Of(overview).Replace("**", "", StringComparison.Ordinal);

    /// <summary>What changed since the report before.</summary>
    public static string Change(ReportSnapshot snapshot) => snapshot switch
    {
        { PreviousOverdue: { } before, Since: { } since } => (snapshot.Overview.Overdue - before) switch
        {
            0 => Texts.Mail("change.none", DateOnly.FromDateTime(since.UtcDateTime)),
            > 0 and var more => Texts.Count("mail.more", more, DateOnly.FromDateTime(since.UtcDateTime)),
            var fewer => Texts.Count("mail.fewer", -fewer, DateOnly.FromDateTime(since.UtcDateTime)),
        },
        _ => Texts.Mail("change.first"),
    };

    public static IEnumerable<Figure> Figures(ReportSnapshot snapshot)
    {
        var o = snapshot.Overview;
        yield return new Figure(Format.Number(o.Overdue), "▲ " + Texts.Count("figure.overdue", o.Overdue), Texts.Count("mail.ofCommitments", o.Accepted), o.Overdue > 0);
        yield return new Figure(
            Format.Number(o.MilestonesOverdue), "▲ " + Texts.Count("figure.milestones", o.MilestonesOverdue), Texts.Count("mail.ofMilestones", o.MilestonesTotal), o.MilestonesOverdue > 0);
        yield return new Figure(
            Format.Number(o.DueIn90Days.Count), "○ " + Texts.Page("figure.due"), o.NextDue is { } next ? Texts.Mail("next", next) : Texts.Mail("next.none"), false);
        yield return new Figure(Format.Number(snapshot.DeliveredTotal), "✓ " + Texts.Mail("deliveredSince"), Texts.Count("mail.reportedComplete", o.ReportedComplete), false);
    }

    public static string Age(AgeCount age) => age switch
    {
        { FromYears: 0 } => Texts.Mail("age.first"),
        { ToYears: null } => Texts.Mail("age.last", age.FromYears),
        _ => Texts.Mail("age.between", age.FromYears, age.ToYears),
    };

    public static string NothingDelivered(ReportSnapshot snapshot) => snapshot.Since is { } since
        ? Texts.Mail("delivered.none", DateOnly.FromDateTime(since.UtcDateTime))
        : Texts.Mail("delivered.noneYet");

    public static string Delivered(DeliveredCommitment delivered) =>
        Texts.Mail(delivered.InTime ? "delivered.inTime" : "delivered.late", delivered.Status, Texts.ShortDay(delivered.ClosedOn));

    /// <returns>Where the sealed history ended; null while nothing was sealed.</returns>
    public static string? Audit(ReportSnapshot snapshot) => snapshot.AuditHead is { } head ? Texts.Mail("audit", head.Number, head.Hash) : null;

    /// <summary>The same as plain text.</summary>
    public static string Text(ReportSnapshot snapshot, PublicUrl url)
    {
        var (text, o) = (new StringBuilder(), snapshot.Overview);
        text.AppendLine("PartnershipTracker").AppendLine(Texts.Mail("kicker", snapshot.Name, o.Today)).AppendLine();
        text.AppendLine(Subject(o)).AppendLine().AppendLine(Change(snapshot)).AppendLine();
        foreach (var figure in Figures(snapshot)) text.Append(figure.Number).Append(' ').Append(figure.What).Append(" – ").AppendLine(figure.Means);
        if (o.Overdue > 0)
        {
            Head(Texts.Mail("age"));
            foreach (var age in o.OverdueByAge) text.Append(Age(age)).Append(": ").AppendLine(Format.Number(age.Overdue));
            Head(Texts.Mail("oldest"));
            foreach (var overdue in o.OldestOverdueCommitments)
                text.Append("- ").Append(overdue.Title).Append(" (").Append(overdue.OrganizationName).Append(", ").Append(Format.Country(overdue.CountryCode)).Append("), ")
                    .Append(Texts.ShortDay(overdue.DueDate)).Append(", ").AppendLine(Format.OverdueBy(overdue.DaysOverdue, overdue.DueDate)).Append("  ").AppendLine(url.To(Links.Commitment(overdue.Id)));
        }

        Head(Texts.Mail("delivered"));
        if (snapshot.Delivered.Count == 0) text.AppendLine(NothingDelivered(snapshot));
        foreach (var delivered in snapshot.Delivered)
            text.Append("- ").Append(delivered.Title).Append(" (").Append(delivered.OrganizationName).Append("): ").AppendLine(Delivered(delivered));
        text.AppendLine(Texts.Count("mail.milestones", snapshot.MilestonesCompleted));
        Head(Texts.Mail("ours"));
        text.AppendLine(Texts.Count("mail.reportedComplete", o.ReportedComplete)).AppendLine();
        text.Append(Texts.Mail("open")).Append(": ").AppendLine(url.To("/")).AppendLine();
        text.AppendLine(Texts.Mail("frozen", o.Today));
        if (Audit(snapshot) is { } audit) text.AppendLine(audit);
        text.AppendLine(Texts.Mail("why"));
        return text.ToString();

        void Head(string heading) => text.AppendLine().AppendLine(heading).AppendLine(new string('-', heading.Length));
    }
}
