using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.History;

namespace PartnershipTracker.Api.Dashboard.History;

/// <summary>Whether the history is intact: the verifications, and a new one.</summary>
internal static class AuditPages
{
    private const int Shown = 10;

    public static void MapAuditPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<RequestAuditVerification>(Links.Audit, Get, Verify);
        pages.MapRead<GetAuditVerification>(Links.Audit + "/{id:guid}", GetVerification);
    }

    private static Task<IResult> Get(IMediator mediator, CancellationToken ct, string? cursor = null) =>
        ShowAsync(new Form(), cursor, mediator, ct);

    private static Task<IResult> Verify(FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<RequestAuditVerification>(
            async body => new Sent($"{Links.Audit}/{(await mediator.Send(body, ct)).Value}", "notice.audit.requested"),
            form => ShowAsync(form, null, mediator, ct)
        );

    private static async Task<IResult> GetVerification(Guid id, IMediator mediator, CancellationToken ct) =>
        Pages.Page<VerificationPage>(new { Verification = await mediator.Send(new GetAuditVerification(new AuditVerificationId(id)), ct) });

    private static async Task<IResult> ShowAsync(Form form, string? cursor, IMediator mediator, CancellationToken ct) =>
        await Pages.FormPage<AuditPage>(
            new
            {
                Form = form,
                Chain = await mediator.Send(new GetAuditHead(), ct),
                Verifications = await mediator.Send(new ListAuditVerifications(Limit: Shown, Cursor: cursor), ct),
            },
            form
        );
}
