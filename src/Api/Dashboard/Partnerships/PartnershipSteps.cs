using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Commitments;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Dashboard.Partnerships;

/// <summary>
/// The steps of a partnership that are confirmed on a page of their own, which says what will happen. Where open commitments stand in the
/// way, the page leads through them instead.
/// </summary>
internal static class PartnershipSteps
{
    public static void MapPartnershipSteps(this RouteGroupBuilder pages)
    {
        pages.MapStep<ActivatePartnership>(PartnershipStep.Activate, "notice.partnership.activated", id => new ActivatePartnership(id));
        pages.MapStep<CompletePartnership>(PartnershipStep.Complete, "notice.partnership.completed", id => new CompletePartnership(id));
        pages.MapStep<PublishPartnership>(
            PartnershipStep.Publish,
            "notice.partnership.published",
            id => new PublishPartnership(id, IsPublished: true)
        );
        pages.MapStep<PublishPartnership>(
            PartnershipStep.Unpublish,
            "notice.partnership.unpublished",
            id => new PublishPartnership(id, IsPublished: false)
        );
        pages.MapForm<DissolvePartnership>("/partnerships/{id:guid}/dissolve", ConfirmDissolve, Dissolve);
        pages.MapForm<LeavePartnership>("/partnerships/{id:guid}/members/{organizationId:guid}/leave", ConfirmLeave, Leave);
    }

    /// <summary>A step that needs no more than a button.</summary>
    /// <param name="notice">The key of the text that says afterwards what was done.</param>
    private static void MapStep<TCommand>(
        this RouteGroupBuilder pages,
        PartnershipStep step,
        string notice,
        Func<PartnershipId, IRequest> command
    ) =>
        pages.MapForm<TCommand>(
            $"/partnerships/{{id:guid}}/{Links.Word(step)}",
            (Guid id, IMediator mediator, CancellationToken ct) => Show(id, step, new Form(), mediator, ct),
            (Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
                post.SendAsync(
                    async () =>
                    {
                        await mediator.Send(command(new PartnershipId(id)), ct);
                        return new Sent(Links.Partnership(id), notice);
                    },
                    form => Show(id, step, form, mediator, ct)
                )
        );

    private static Task<IResult> ConfirmDissolve(Guid id, IMediator mediator, CancellationToken ct) =>
        Show(id, PartnershipStep.Dissolve, new Form(), mediator, ct);

    private static Task<IResult> Dissolve(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ReasonBody>(
            async body =>
            {
                await mediator.Send(new DissolvePartnership(new PartnershipId(id), body.Reason), ct);
                return new Sent(Links.Partnership(id), "notice.partnership.dissolved");
            },
            form => Show(id, PartnershipStep.Dissolve, form, mediator, ct)
        );

    private static Task<IResult> ConfirmLeave(Guid id, Guid organizationId, IMediator mediator, CancellationToken ct) =>
        ShowLeave(id, organizationId, new Form(), mediator, ct);

    private static Task<IResult> Leave(Guid id, Guid organizationId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ReasonBody>(
            async body =>
            {
                await mediator.Send(new LeavePartnership(new PartnershipId(id), new OrganizationId(organizationId), body.Reason), ct);
                return new Sent(Links.Partnership(id), "notice.member.left");
            },
            form => ShowLeave(id, organizationId, form, mediator, ct)
        );

    private static async Task<IResult> Show(Guid id, PartnershipStep step, Form form, IMediator mediator, CancellationToken ct)
    {
        var partnership = await mediator.Send(new GetPartnership(new PartnershipId(id)), ct);
        return await Pages.FormPage<StepPage>(
            new
            {
                Form = form,
                Step = step,
                Partnership = partnership,
                Summary = await mediator.Send(new GetPartnershipSummary(new PartnershipId(id)), ct),
                Open = step is PartnershipStep.Complete or PartnershipStep.Dissolve
                    ? await mediator.Send(new ListOpenCommitments(new PartnershipId(id), Limit: Search.PageSize), ct)
                    : new Page<OpenCommitment>([], null, 0),
            },
            form
        );
    }

    private static async Task<IResult> ShowLeave(Guid id, Guid organizationId, Form form, IMediator mediator, CancellationToken ct)
    {
        var (partnership, organization) = (new PartnershipId(id), new OrganizationId(organizationId));
        return await Pages.FormPage<LeavePage>(
            new
            {
                Form = form,
                Member = await mediator.Send(new GetMember(partnership, organization), ct),
                Partnership = await mediator.Send(new GetPartnership(partnership), ct),
                Open = await mediator.Send(new ListOpenCommitments(partnership, organization, Search.PageSize), ct),
            },
            form
        );
    }
}
