using MediatR;
using PartnershipTracker.Api.Commitments;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dashboard.Commitments.Actions;

/// <summary>The pages on which organizations join a commitment as supporters, and leave it.</summary>
internal static class SupporterPages
{
    public static void MapSupporterPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<AddSupporter>("/commitments/{id:guid}/supporters", Open, Add);
        pages.MapForm<RemoveSupporter>("/commitments/{id:guid}/supporters/{organizationId:guid}/remove", OpenRemoval, Remove);
    }

    private static Task<IResult> Open(Guid id, ActionReader reader, CancellationToken ct) => Show(id, new Form(), reader, ct);

    private static Task<IResult> Add(Guid id, FormPost post, ActionReader reader, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<SupporterBody>(
            async body =>
            {
                await mediator.Send(new AddSupporter(new CommitmentId(id), new OrganizationId(body.OrganizationId), body.Share), ct);
                return new Sent(Links.CommitmentAction(id, "supporters"), "notice.supporter.added");
            },
            form => Show(id, form, reader, ct)
        );

    /// <summary>Who supports it is also shown when nobody can be added.</summary>
    private static async Task<IResult> Show(Guid id, Form form, ActionReader reader, CancellationToken ct)
    {
        var (commitment, add) = await reader.ReadAsync(id, CommitmentActionName.AddSupporter, ct);
        return await Pages.FormPage<SupportersPage>(
            new
            {
                Commitment = commitment,
                Form = form,
                WhyNot = add.Reason,
                Members = add.Allowed ? await reader.OtherMembersAsync(commitment, withSupporters: false, ct) : [],
            },
            form
        );
    }

    private static Task<IResult> OpenRemoval(Guid id, Guid organizationId, ActionReader reader, CancellationToken ct) =>
        ShowRemoval(id, organizationId, new Form(), reader, ct);

    private static Task<IResult> Remove(
        Guid id,
        Guid organizationId,
        FormPost post,
        ActionReader reader,
        IMediator mediator,
        CancellationToken ct
    ) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RemoveSupporter(new CommitmentId(id), new OrganizationId(organizationId)), ct);
                return new Sent(Links.CommitmentAction(id, "supporters"), "notice.supporter.removed");
            },
            form => ShowRemoval(id, organizationId, form, reader, ct)
        );

    private static async Task<IResult> ShowRemoval(Guid id, Guid organizationId, Form form, ActionReader reader, CancellationToken ct)
    {
        var (commitment, _) = await reader.ReadAsync(id, CommitmentActionName.AddSupporter, ct);
        var supporter =
            commitment.Supporters.FirstOrDefault(s => s.OrganizationId == organizationId)
            ?? throw Domain.Common.DomainException.NotFound("supporter");
        return await Pages.FormPage<RemoveSupporterPage>(
            new
            {
                Commitment = commitment,
                Form = form,
                Supporter = supporter,
            },
            form
        );
    }
}
