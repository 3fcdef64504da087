using MediatR;
using PartnershipTracker.Api.Commitments;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Dashboard.Commitments.Actions;

/// <summary>The page on which a change of a commitment or of one of its milestones is requested.</summary>
internal static class ChangePages
{
    public const string Milestone = "milestoneId";

    public static void MapChangePages(this RouteGroupBuilder pages) =>
        pages.MapForm<RequestChange>("/commitments/{id:guid}/change", Open, Send);

    private static Task<IResult> Open(Guid id, ActionReader reader, CancellationToken ct, Guid? milestoneId = null)
    {
        var form = new Form();
        if (milestoneId is { } milestone)
            form.Set(Milestone, milestone.ToString());
        return Show(id, form, reader, ct);
    }

    private static Task<IResult> Send(Guid id, FormPost post, ActionReader reader, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ChangeRequestBody>(
            async body =>
            {
                var commitment = new CommitmentId(id);
                var request = await mediator.Send(new RequestChange(commitment, body.ToTerms()), ct);
                var details = await mediator.Send(new GetChangeRequest(commitment, request), ct);
                return new Sent(
                    Links.Commitment(id),
                    details.Status == ChangeRequestStatus.Requested ? "notice.change.requested" : "notice.change.applied"
                );
            },
            form => Show(id, form, reader, ct),
            () => reader.AgainAsync(id, post.Form, ct)
        );

    private static Task<IResult> Show(Guid id, Form form, ActionReader reader, CancellationToken ct)
    {
        Guid? milestone = Guid.TryParse(form[Milestone], out var chosen) ? chosen : null;
        return reader.ShowAsync(
            id,
            CommitmentActionName.RequestChange,
            form,
            (commitment, actions) =>
            {
                form.Version ??= commitment.Version;
                var possible = actions.Of(CommitmentActionName.RequestChange).Parts;
                var of = milestone is null
                    ? null
                    : commitment.Milestones.FirstOrDefault(m => m.Id == milestone) ?? throw DomainException.NotFound("milestone");
                return Pages.FormPage<ChangePage>(
                    new
                    {
                        Commitment = commitment,
                        Form = form,
                        Milestone = of,
                        Possible = possible,
                    },
                    form
                );
            },
            ct
        );
    }
}
