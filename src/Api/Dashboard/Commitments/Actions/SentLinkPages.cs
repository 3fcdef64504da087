using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.ReportLinks;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Api.Dashboard.Commitments.Actions;

/// <summary>The pages on which report links are sent and revoked.</summary>
internal static class SentLinkPages
{
    private const int MaxContacts = 200,
        LinksShown = 25;

    public static void MapSentLinkPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<SendReportLink>("/commitments/{id:guid}/report-links", Open, Send);
        pages.MapRead<ListReportLinks>("/commitments/{id:guid}/report-links/sent", List);
        pages.MapForm<RevokeReportLink>("/commitments/{id:guid}/report-links/{linkId:guid}/revoke", OpenRevocation, Revoke);
    }

    private static Task<IResult> Open(Guid id, ActionReader reader, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        Show(id, new Form(), reader, mediator, user, ct);

    private static async Task<IResult> List(Guid id, IMediator mediator, CancellationToken ct, string? cursor = null)
    {
        var commitment = await mediator.Send(new GetCommitment(new CommitmentId(id)), ct);
        var sent = await mediator.Send(new ListReportLinks(new CommitmentId(id), LinksShown, cursor), ct);
        return Pages.Page<SentLinksPage>(new { Commitment = commitment, Sent = sent });
    }

    private static Task<IResult> Send(
        Guid id,
        FormPost post,
        ActionReader reader,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        post.SendAsync<ReportLinkBody>(
            async body =>
            {
                await mediator.Send(new SendReportLink(new CommitmentId(id), new ContactId(body.ContactId), body.Reason), ct);
                return new Sent(Links.CommitmentAction(id, "report-links/sent"), "notice.reportLink.sent");
            },
            form => Show(id, form, reader, mediator, user, ct)
        );

    private static Task<IResult> Show(
        Guid id,
        Form form,
        ActionReader reader,
        IMediator mediator,
        ICurrentUser user,
        CancellationToken ct
    ) =>
        reader.ShowAsync(
            id,
            CommitmentActionName.SendReportLink,
            form,
            async (commitment, _) =>
            {
                var organization = user.OrganizationId ?? new OrganizationId(commitment.OrganizationId);
                var contacts = await mediator.Send(new ListContacts(organization, MaxContacts), ct);
                return await Pages.FormPage<SendLinkPage>(
                    new
                    {
                        Commitment = commitment,
                        Form = form,
                        Contacts = contacts.Items,
                    },
                    form
                );
            },
            ct
        );

    private static Task<IResult> OpenRevocation(Guid id, Guid linkId, IMediator mediator, CancellationToken ct) =>
        ShowRevocation(id, linkId, new Form(), mediator, ct);

    private static Task<IResult> Revoke(Guid id, Guid linkId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RevokeReportLink(new CommitmentId(id), new ReportLinkId(linkId)), ct);
                return new Sent(Links.CommitmentAction(id, "report-links/sent"), "notice.reportLink.revoked");
            },
            form => ShowRevocation(id, linkId, form, mediator, ct)
        );

    private static async Task<IResult> ShowRevocation(Guid id, Guid linkId, Form form, IMediator mediator, CancellationToken ct)
    {
        var commitment = await mediator.Send(new GetCommitment(new CommitmentId(id)), ct);
        var link = await mediator.Send(new GetReportLink(new CommitmentId(id), new ReportLinkId(linkId)), ct);
        return await Pages.FormPage<RevokeLinkPage>(
            new
            {
                Commitment = commitment,
                Form = form,
                Link = link,
            },
            form
        );
    }
}
