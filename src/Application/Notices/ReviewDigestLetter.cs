using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;

namespace PartnershipTracker.Application.Notices;

/// <summary>The daily mail that says what awaits the review of a person, the oldest first.</summary>
internal static class ReviewDigestLetter
{
    /// <param name="name">The name of the person, if known.</param>
    /// <param name="waiting">The first page of what waits.</param>
    /// <param name="overdue">How many of all are overdue.</param>
    public static Letter Of(string? name, Page<WaitingReview> waiting, int overdue)
    {
        var (total, more) = (waiting.Total!.Value, waiting.Total.Value - waiting.Items.Count);
        return new Letter(
            Texts.Count("mail.digest.subject", total),
            [
                .. new[]
                {
                    name is null ? null : Texts.Mail("dear", name),
                    overdue > 0 ? Texts.Count("mail.digest.overdue", overdue) : null,
                    more > 0 ? Texts.Count("mail.digest.more", more) : null,
                }.OfType<string>(),
                Texts.Mail("digest.what"),
            ],
            new LetterLink(Texts.Mail("digest.open"), "reviews"),
            [Texts.Mail("digest.why")],
            Lines: [.. waiting.Items.Select(item => new LetterLink(Line(item), $"commitments/{item.CommitmentId}"))]
        );
    }

    private static string Line(WaitingReview item) =>
        Texts.Mail("digest.line", item.CommitmentTitle, item.OrganizationName, item.Kind, Left(item));

    private static string Left(WaitingReview item) =>
        item.IsOverdue ? Texts.Count("review.late", -item.DaysLeft) : Texts.Count("review.left", item.DaysLeft);
}
