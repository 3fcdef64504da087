using MediatR;
using PartnershipTracker.Api.Commitments;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dashboard.Commitments.Actions;

/// <summary>The pages on which a commitment is withdrawn, replaced by another, or handed over to another organization.</summary>
internal static class EndingPages
{
    public static void MapEndingPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<WithdrawCommitment>("/commitments/{id:guid}/withdraw", OpenWithdrawal, Withdraw);
        pages.MapForm<SupersedeCommitment>("/commitments/{id:guid}/supersede", OpenReplacement, Supersede);
        pages.MapForm<HandOverCommitment>("/commitments/{id:guid}/hand-over", OpenHandOver, HandOver);
    }

    private static Task<IResult> OpenWithdrawal(Guid id, ActionReader reader, CancellationToken ct) =>
        ShowWithdrawal(id, new Form(), reader, ct);

    private static Task<IResult> Withdraw(Guid id, FormPost post, ActionReader reader, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ReasonBody>(
            async body =>
            {
                var request = await mediator.Send(new WithdrawCommitment(new CommitmentId(id), body.Reason), ct);
                return new Sent(Links.Commitment(id), request is null ? "notice.withdraw.done" : "notice.withdraw.requested");
            },
            form => ShowWithdrawal(id, form, reader, ct)
        );

    private static Task<IResult> ShowWithdrawal(Guid id, Form form, ActionReader reader, CancellationToken ct) =>
        reader.ShowAsync(
            id,
            CommitmentActionName.Withdraw,
            form,
            (commitment, actions) =>
                Pages.FormPage<WithdrawPage>(
                    new
                    {
                        Commitment = commitment,
                        Form = form,
                        NeedsDecision = actions.EndNeedsDecision,
                    },
                    form
                ),
            ct
        );

    private static Task<IResult> OpenReplacement(Guid id, ActionReader reader, CancellationToken ct) =>
        ShowReplacement(id, new Form(), reader, ct);

    private static Task<IResult> Supersede(Guid id, FormPost post, ActionReader reader, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<SupersedeBody>(
            async body =>
            {
                var command = new SupersedeCommitment(new CommitmentId(id), new CommitmentId(body.SuccessorId), body.Reason);
                var request = await mediator.Send(command, ct);
                return new Sent(Links.Commitment(id), request is null ? "notice.supersede.done" : "notice.supersede.requested");
            },
            form => ShowReplacement(id, form, reader, ct)
        );

    private static Task<IResult> ShowReplacement(Guid id, Form form, ActionReader reader, CancellationToken ct) =>
        reader.ShowAsync(
            id,
            CommitmentActionName.Supersede,
            form,
            async (commitment, actions) =>
                await Pages.FormPage<SupersedePage>(
                    new
                    {
                        Commitment = commitment,
                        Form = form,
                        NeedsDecision = actions.EndNeedsDecision,
                        Successors = await reader.SuccessorsAsync(commitment, ct),
                    },
                    form
                ),
            ct
        );

    private static Task<IResult> OpenHandOver(Guid id, ActionReader reader, CancellationToken ct) =>
        ShowHandOver(id, new Form(), reader, ct);

    private static Task<IResult> HandOver(Guid id, FormPost post, ActionReader reader, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<HandOverBody>(
            async body =>
            {
                var to = new OrganizationId(body.OrganizationId);
                await mediator.Send(new HandOverCommitment(new CommitmentId(id), to, body.Reason), ct);
                return new Sent(Links.Commitment(id), "notice.handOver.done");
            },
            form => ShowHandOver(id, form, reader, ct)
        );

    private static Task<IResult> ShowHandOver(Guid id, Form form, ActionReader reader, CancellationToken ct) =>
        reader.ShowAsync(
            id,
            CommitmentActionName.HandOver,
            form,
            async (commitment, _) =>
                await Pages.FormPage<HandOverPage>(
                    new
                    {
                        Commitment = commitment,
                        Form = form,
                        Members = await reader.OtherMembersAsync(commitment, withSupporters: true, ct),
                    },
                    form
                ),
            ct
        );
}
