using MediatR;
using PartnershipTracker.Api.Commitments;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Api.Dashboard.Commitments.Actions;

/// <summary>The pages on which a milestone is completed, or reopened after a mistake.</summary>
internal static class MilestonePages
{
    public static void MapMilestonePages(this RouteGroupBuilder pages)
    {
        pages.MapForm<CompleteMilestone>("/commitments/{id:guid}/milestones/{milestoneId:guid}/complete", OpenCompletion, Complete);
        pages.MapForm<ReopenMilestone>("/commitments/{id:guid}/milestones/{milestoneId:guid}/reopen", OpenReopening, Reopen);
    }

    private static Task<IResult> OpenCompletion(Guid id, Guid milestoneId, ActionReader reader, CancellationToken ct) =>
        ShowCompletion(id, milestoneId, null, reader, ct);

    private static Task<IResult> Complete(
        Guid id,
        Guid milestoneId,
        FormPost post,
        ActionReader reader,
        IMediator mediator,
        CancellationToken ct
    ) =>
        post.SendAsync<CompleteMilestoneBody>(
            async body =>
            {
                await mediator.Send(new CompleteMilestone(new CommitmentId(id), new MilestoneId(milestoneId), body.CompletedOn), ct);
                return new Sent(Links.Commitment(id), "notice.milestone.completed");
            },
            form => ShowCompletion(id, milestoneId, form, reader, ct)
        );

    private static Task<IResult> ShowCompletion(Guid id, Guid milestoneId, Form? form, ActionReader reader, CancellationToken ct) =>
        reader.ShowAsync(
            id,
            CommitmentActionName.CompleteMilestone,
            form ?? new Form(),
            (commitment, _) =>
            {
                var today = reader.Today(commitment);
                form ??= Form.With("completedOn", today);
                return Pages.FormPage<MilestonePage>(
                    new
                    {
                        Commitment = commitment,
                        Form = form,
                        Milestone = commitment.Milestones.First(m => m.Id == milestoneId),
                        Today = today,
                    },
                    form
                );
            },
            milestoneId,
            ct
        );

    private static Task<IResult> OpenReopening(Guid id, Guid milestoneId, ActionReader reader, CancellationToken ct) =>
        ShowReopening(id, milestoneId, new Form(), reader, ct);

    private static Task<IResult> Reopen(
        Guid id,
        Guid milestoneId,
        FormPost post,
        ActionReader reader,
        IMediator mediator,
        CancellationToken ct
    ) =>
        post.SendAsync<ReasonBody>(
            async body =>
            {
                await mediator.Send(new ReopenMilestone(new CommitmentId(id), new MilestoneId(milestoneId), body.Reason), ct);
                return new Sent(Links.Commitment(id), "notice.milestone.reopened");
            },
            form => ShowReopening(id, milestoneId, form, reader, ct)
        );

    private static Task<IResult> ShowReopening(Guid id, Guid milestoneId, Form form, ActionReader reader, CancellationToken ct) =>
        reader.ShowAsync(
            id,
            CommitmentActionName.ReopenMilestone,
            form,
            (commitment, _) =>
                Pages.FormPage<MilestonePage>(
                    new
                    {
                        Commitment = commitment,
                        Form = form,
                        Milestone = commitment.Milestones.First(m => m.Id == milestoneId),
                        Today = reader.Today(commitment),
                    },
                    form
                ),
            milestoneId,
            ct
        );
}
