using System.Text;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Dashboard.Board;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Voices;

namespace PartnershipTracker.Api.Reports;

/// <summary>The texts of the mail to the board, for its HTML part and its plain text part.</summary>
internal static class BoardMailTexts
{
    /// <summary>The heading of the overview.</summary>
    public static string Subject(Overview overview) => Finding.Of(overview).Replace("**", "", StringComparison.Ordinal);

    /// <summary>What changed since the previous accountability report.</summary>
    public static string Change(ReportSnapshot snapshot) =>
        snapshot switch
        {
            { PreviousOverdue: { } before, Since: { } since } => (snapshot.Overview.Overdue - before) switch
            {
                0 => Texts.Mail("change.none", DateOnly.FromDateTime(since.UtcDateTime)),
                > 0 and var more => Texts.Count("mail.more", more, DateOnly.FromDateTime(since.UtcDateTime)),
                var fewer => Texts.Count("mail.fewer", -fewer, DateOnly.FromDateTime(since.UtcDateTime)),
            },
            _ => Texts.Mail("change.first"),
        };

    /// <summary>What was withdrawn or replaced while overdue, so that fewer overdue commitments are not taken for progress.</summary>
    /// <returns>Null if nothing was.</returns>
    public static string? EndedOverdue(ReportSnapshot snapshot) =>
        snapshot switch
        {
            { Overview.EndedOverdue: 0 } => null,
            { PreviousEndedOverdue: { } before, Since: { } since } when snapshot.Overview.EndedOverdue > before => Texts.Count(
                "mail.endedOverdue.since",
                snapshot.Overview.EndedOverdue - before,
                DateOnly.FromDateTime(since.UtcDateTime),
                snapshot.Overview.EndedOverdue
            ),
            _ => Texts.Count("mail.endedOverdue", snapshot.Overview.EndedOverdue),
        };

    public static IEnumerable<Figure> Figures(ReportSnapshot snapshot)
    {
        var o = snapshot.Overview;
        yield return new Figure(
            Format.Number(o.Overdue),
            "▲",
            Texts.Count("figure.overdue", o.Overdue),
            Texts.Mail("figure.ofCommitments", Format.Number(o.Accepted)),
            o.Overdue > 0
        );
        yield return new Figure(
            Format.Number(o.MilestonesOverdue),
            "▲",
            Texts.Count("figure.milestones", o.MilestonesOverdue),
            Texts.Mail("figure.ofMilestones", Format.Number(o.MilestonesTotal)),
            o.MilestonesOverdue > 0
        );
        yield return new Figure(
            Format.Number(o.DueIn90Days.Count),
            "○",
            Texts.Page("figure.due"),
            o.NextDue is { } next ? Texts.Mail("next", next) : Texts.Mail("next.none"),
            false
        );
        yield return new Figure(
            Format.Number(snapshot.DeliveredTotal),
            "✓",
            Texts.Mail("deliveredSince"),
            Texts.Count("mail.reportedComplete", o.ReportedComplete),
            false
        );
    }

    public static string Age(AgeCount age) =>
        age switch
        {
            { FromYears: 0 } => Texts.Mail("age.first"),
            { ToYears: null } => Texts.Mail("age.last", age.FromYears),
            _ => Texts.Mail("age.between", age.FromYears, age.ToYears),
        };

    public static string NothingDelivered(ReportSnapshot snapshot) =>
        snapshot.Since is { } since
            ? Texts.Mail("delivered.none", DateOnly.FromDateTime(since.UtcDateTime))
            : Texts.Mail("delivered.noneYet");

    public static string Delivered(CompletedCommitment delivered) =>
        delivered.ClosedOn is { } day
            ? Texts.Mail(delivered.InTime is false ? "delivered.late" : "delivered.inTime", delivered.Status, Texts.ShortDay(day))
            : Texts.Mail("delivered.unknownDay", delivered.Status);

    /// <summary>Where voices of communities differ: on how many commitments and outcomes, and the address of their list.</summary>
    public static IEnumerable<(string Sentence, string Address)> VoicesDiffer(Overview overview)
    {
        if (overview.VoicesDiffer > 0)
            yield return (Texts.Count("mail.voices", overview.VoicesDiffer), Links.Commitments(("voices", VoiceFilter.Diverging)));
        if (overview.OutcomesDiffer > 0)
            yield return (
                Texts.Count("mail.voices.outcomes", overview.OutcomesDiffer),
                Links.With(Links.Dialogues, ("voices", VoiceFilter.Diverging))
            );
    }

    /// <summary>How the board answers what members propose.</summary>
    /// <returns>Null where nothing was proposed yet.</returns>
    public static string? SoundingBoard(ReportSnapshot snapshot) =>
        snapshot.SoundingBoard is { All: { Proposed: > 0 } all, EarlyCareer: var early }
            ? Format.Sentences(
                Texts.Count("mail.soundingBoard.proposed", all.Proposed, Format.Number(early.Proposed)),
                Texts.Count("mail.soundingBoard.answered", all.AnsweredInTime, Format.Number(all.AnsweredLate)),
                Texts.Count("mail.soundingBoard.waiting", all.Waiting, Format.Number(all.Overdue)),
                Texts.Count("mail.soundingBoard.takenUp", all.TakenUp, Format.Number(all.Accepted), Format.Number(early.TakenUp))
            )
            : null;

    /// <returns>How long the board's answer is overdue; a dash while it is not.</returns>
    public static string OverdueBy(WaitingInitiative initiative) =>
        initiative.DaysOverdue > 0 ? Format.OverdueBy(initiative.DaysOverdue, initiative.DecisionDueOn) : "–";

    /// <summary>How many more initiatives wait than are listed.</summary>
    /// <returns>Null where all are.</returns>
    public static string? MoreWaiting(ReportSnapshot snapshot) =>
        snapshot is { SoundingBoard.All.Waiting: var all, Waiting.Count: var shown } && all > shown
            ? Texts.Count("mail.soundingBoard.more", all - shown)
            : null;

    /// <summary>The outcome, or the step of it, that nobody took up.</summary>
    public static string Title(OutcomeNotTakenUp outcome) =>
        outcome.Step is { } step ? Texts.Mail("notTakenUp.step", outcome.Title, step) : outcome.Title;

    /// <summary>By when it should have been taken up, and where it comes from.</summary>
    public static string Due(OutcomeNotTakenUp outcome) => Texts.Mail("notTakenUp.due", Texts.ShortDay(outcome.DueDate), outcome.Dialogue);

    /// <returns>How many outcomes and steps the list leaves out; null if none.</returns>
    public static string? NotListed(OutcomesNotTakenUp outcomes) =>
        outcomes.Total > outcomes.Longest.Count ? Texts.Count("mail.notTakenUp.more", outcomes.Total - outcomes.Longest.Count) : null;

    /// <returns>Up to which entry the history was sealed; null while no entry was sealed.</returns>
    public static string? Audit(ReportSnapshot snapshot) =>
        snapshot.AuditHead is { } head ? Texts.Mail("audit", head.Number, head.Hash) : null;

    /// <summary>The plain text part. Each line is one text, so that a translator sees it whole.</summary>
    public static string Text(ReportSnapshot snapshot, PublicUrl url)
    {
        var (text, o) = (new StringBuilder(), snapshot.Overview);
        text.AppendLine("PartnershipTracker").AppendLine(Texts.Mail("kicker", snapshot.Name, o.Today)).AppendLine();
        text.AppendLine(Subject(o)).AppendLine().AppendLine(Format.Sentences(Change(snapshot), EndedOverdue(snapshot))).AppendLine();
        foreach (var figure in Figures(snapshot))
            text.AppendLine(Texts.Mail("line.figure", figure.Mark, figure.What, figure.Number, figure.Means));
        if (o.Overdue > 0)
        {
            Head(Texts.Mail("age"));
            foreach (var age in o.OverdueByAge)
                text.AppendLine(Texts.Mail("line.age", Age(age), Format.Number(age.Overdue)));
            Head(Texts.Mail("oldest"));
            foreach (var overdue in o.OldestOverdueCommitments)
                text.AppendLine(Line(overdue)).Append("  ").AppendLine(url.To(Links.Commitment(overdue.Id)));
        }

        Head(Texts.Mail("delivered"));
        if (snapshot.Delivered.Count == 0)
            text.AppendLine(NothingDelivered(snapshot));
        foreach (var delivered in snapshot.Delivered)
            text.AppendLine(Texts.Mail("line.delivered", delivered.Title, delivered.OrganizationName, Delivered(delivered)));
        text.AppendLine(Texts.Count("mail.milestones", snapshot.MilestonesCompleted));
        if (VoicesDiffer(o).ToList() is { Count: > 0 } voices)
        {
            Head(Texts.Mail("voices"));
            foreach (var (sentence, address) in voices)
                text.AppendLine(sentence).AppendLine(url.To(address));
        }

        if (snapshot.OutcomesNotTakenUp is { Total: > 0 } outcomes)
        {
            Head(Texts.Mail("notTakenUp"));
            text.AppendLine(Texts.Count("mail.notTakenUp", outcomes.Outcomes));
            foreach (var outcome in outcomes.Longest)
                text.AppendLine(Texts.Mail("line.notTakenUp", Title(outcome), Due(outcome)))
                    .Append("  ")
                    .AppendLine(url.To(Links.Dialogue(outcome.DialogueId, $"outcomes/{outcome.OutcomeId}")));
            if (NotListed(outcomes) is { } more)
                text.AppendLine(more);
        }

        Head(Texts.Mail("ours"));
        text.AppendLine(Texts.Count("mail.reportedComplete", o.ReportedComplete));
        if (SoundingBoard(snapshot) is { } soundingBoard)
        {
            Head(Texts.Mail("soundingBoard"));
            text.AppendLine(soundingBoard).Append("  ").AppendLine(url.To(Links.Initiatives));
            foreach (var one in snapshot.Waiting ?? [])
                text.AppendLine(Line(one)).Append("  ").AppendLine(url.To(Links.Initiative(one.Id)));
            if (MoreWaiting(snapshot) is { } more)
                text.AppendLine(more);
        }

        text.AppendLine();
        text.AppendLine(Texts.Mail("line.open", url.To("/"))).AppendLine();
        text.AppendLine(Texts.Mail("frozen", o.Today));
        if (Audit(snapshot) is { } audit)
            text.AppendLine(audit);
        text.AppendLine(Texts.Mail("why"));
        if (Texts.NotTranslated is { } remark)
            text.AppendLine(remark);
        return text.ToString();

        void Head(string heading) => text.AppendLine().AppendLine(heading).AppendLine(new string('-', heading.Length));
    }

    private static string Line(WaitingInitiative initiative) =>
        initiative.DaysOverdue > 0
            ? Texts.Mail("line.initiative.overdue", initiative.Title, Texts.ShortDay(initiative.DecisionDueOn), OverdueBy(initiative))
            : Texts.Mail("line.initiative", initiative.Title, Texts.ShortDay(initiative.DecisionDueOn));

    private static string Line(OverdueCommitment overdue) =>
        Texts.Mail(
            "line.overdue",
            overdue.Title,
            overdue.OrganizationName,
            Format.Country(overdue.CountryCode),
            Texts.ShortDay(overdue.DueDate),
            Format.OverdueBy(overdue.DaysOverdue, overdue.DueDate)
        );
}
