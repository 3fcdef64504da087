using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Notices;

/// <summary>The mails about decisions: what was decided, why, and what to do next.</summary>
internal static class DecisionLetters
{
    public static Letter Of(Commitment commitment, Addressee to) =>
        commitment.Status == CommitmentStatus.Active
            ? New(
                to,
                commitment,
                Texts.Mail("decision.commitment.accepted.subject", commitment.Title),
                [Texts.Mail("decision.commitment.accepted", commitment.Title, commitment.DueDate), NextReport(commitment)]
            )
            : New(
                to,
                commitment,
                Texts.Mail("decision.commitment.returned.subject", commitment.Title),
                [
                    Texts.Mail("decision.commitment.returned", commitment.Title),
                    Texts.Mail("decision.reason", commitment.ReturnReason),
                    Texts.Mail("decision.commitment.returned.next"),
                ]
            );

    /// <param name="token">The token of a new report link; null if the mail has none.</param>
    /// <param name="linkLastDay">The last day on which that link works.</param>
    public static Letter Of(Commitment commitment, ProgressReport report, Addressee to, string? token, DateOnly linkLastDay)
    {
        if (report.Status == ProgressReportStatus.Accepted)
            return New(
                to,
                commitment,
                Texts.Mail("decision.report.accepted.subject", commitment.Title),
                [
                    Texts.Mail("decision.report.accepted", commitment.Title, report.AsOf),
                    report.ReviewNote is { } note ? Texts.Mail("decision.note", note) : null,
                    report.ReportsCompletion && commitment.Status == CommitmentStatus.Active
                        ? Texts.Mail("decision.report.completion.next")
                        : NextReport(commitment),
                ]
            );

        var letter = New(
            to,
            commitment,
            Texts.Mail("decision.report.returned.subject", commitment.Title),
            [
                Texts.Mail("decision.report.returned", commitment.Title, report.AsOf),
                Texts.Mail("decision.reason", report.ReviewNote),
                commitment.ReportDueOn is { } due ? Texts.Mail("decision.report.returned.next", due) : null,
            ]
        );
        return token is null
            ? letter
            : letter with
            {
                Button = new LetterLink(Texts.Mail("link.report.button"), "report/" + token),
                Small = [Texts.Mail("link.works", linkLastDay), Texts.Mail("link.secret"), .. letter.Small],
                HoldsKey = true,
            };
    }

    public static Letter Of(Commitment commitment, ChangeRequest request, Addressee to)
    {
        var milestone = commitment.Milestones.FirstOrDefault(m => m.Id == request.MilestoneId)?.Title;
        return request.Status == ChangeRequestStatus.Approved
            ? New(
                to,
                commitment,
                Texts.Mail("decision.change.approved.subject", commitment.Title),
                [
                    Approved(commitment, request, milestone),
                    request.Note is { } note ? Texts.Mail("decision.note", note) : null,
                    NextReport(commitment),
                ]
            )
            : New(
                to,
                commitment,
                Texts.Mail("decision.change.rejected.subject", commitment.Title),
                [
                    Rejected(commitment, request, milestone),
                    Texts.Mail("decision.reason", request.Note),
                    (request.OldDueDate ?? commitment.DueDate) is { } day
                        ? Texts.Mail("decision.change.rejected.next", milestone ?? commitment.Title, day)
                        : null,
                ]
            );
    }

    private static string Approved(Commitment commitment, ChangeRequest request, string? milestone) =>
        request switch
        {
            { Kind: ChangeRequestKind.Withdrawal } => Texts.Mail("decision.withdrawal.approved", commitment.Title),
            { Kind: ChangeRequestKind.Supersession } => Texts.Mail("decision.supersession.approved", commitment.Title),
            { NewDueDate: null } => Texts.Mail("decision.change.approved.other", commitment.Title),
            _ when milestone is null => Texts.Mail("decision.change.approved", commitment.Title, request.NewDueDate),
            _ => Texts.Mail("decision.change.approved.milestone", commitment.Title, request.NewDueDate, milestone),
        };

    private static string Rejected(Commitment commitment, ChangeRequest request, string? milestone) =>
        request switch
        {
            { Kind: ChangeRequestKind.Withdrawal } => Texts.Mail("decision.withdrawal.rejected", commitment.Title),
            { Kind: ChangeRequestKind.Supersession } => Texts.Mail("decision.supersession.rejected", commitment.Title),
            { NewDueDate: null } => Texts.Mail("decision.change.rejected.other", commitment.Title),
            _ when milestone is null => Texts.Mail("decision.change.rejected", commitment.Title, request.NewDueDate),
            _ => Texts.Mail("decision.change.rejected.milestone", commitment.Title, request.NewDueDate, milestone),
        };

    private static string NextReport(Commitment commitment) =>
        commitment.ReportDueOn is { } due ? Texts.Mail("decision.nextReport", due) : Texts.Mail("decision.nothing");

    private static Letter New(Addressee to, Commitment commitment, string subject, IEnumerable<string?> sentences) =>
        new(
            subject,
            [.. sentences.Prepend(to.Name is null ? null : Texts.Mail("dear", to.Name)).OfType<string>()],
            to.Contact is null ? new LetterLink(Texts.Mail("decision.open"), $"commitments/{commitment.Id.Value}") : null,
            [Texts.Mail("decision.why")]
        );
}
