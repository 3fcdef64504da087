using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Deferred;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Api.Dashboard.Deferred;

/// <summary>Work in the background that waits, or that stopped after repeated failures.</summary>
internal static class DeferredPages
{
    private const int Shown = 50;

    public static void MapDeferredPages(this RouteGroupBuilder pages)
    {
        pages.MapRead<ListDeferredWork>(Links.Deferred, List);
        pages.MapSend<RetryDeferredWork>(Links.Deferred + "/{id:guid}/retry", Retry);
        pages.MapForm<DropDeferredWork>(Links.Deferred + "/{id:guid}/drop", ConfirmDrop, Drop);
    }

    private static Task<IResult> List(HttpContext http, IMediator mediator, CancellationToken ct, string? cursor = null)
    {
        var form = FilterForm.Of(http.Request);

        // What needs a decision comes first; everything is shown on request.
        if (!form.Fields.Contains("state"))
            form.Set("state", "parked");
        return ShowAsync(form, new Form(), cursor, mediator, ct);
    }

    private static Task<IResult> Retry(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RetryDeferredWork(new DeferredWorkId(id)), ct);
                return new Sent(Links.Deferred, "notice.deferred.retried");
            },
            form => ShowAsync(new Form(), form, null, mediator, ct)
        );

    private static Task<IResult> ConfirmDrop(Guid id, IMediator mediator, CancellationToken ct) =>
        ConfirmDropAsync(id, new Form(), mediator, ct);

    private static Task<IResult> Drop(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<DropBody>(
            async body =>
            {
                await mediator.Send(new DropDeferredWork(new DeferredWorkId(id), body.Reason), ct);
                return new Sent(Links.Deferred, "notice.deferred.dropped");
            },
            form => ConfirmDropAsync(id, form, mediator, ct)
        );

    private static async Task<IResult> ShowAsync(Form filter, Form form, string? cursor, IMediator mediator, CancellationToken ct)
    {
        var asked = filter.Read<Filter>();
        var work = asked is null
            ? new Page<DeferredWorkDetails>([], null, null)
            : await mediator.Send(new ListDeferredWork(asked.State, asked.Kind, Shown, cursor), ct);
        return await Pages.FormPage<DeferredPage>(
            new
            {
                Filter = filter,
                Form = form,
                Work = work,
            },
            filter.IsWrong ? filter : form
        );
    }

    private static async Task<IResult> ConfirmDropAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var work = await mediator.Send(new GetDeferredWork(new DeferredWorkId(id)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("deferred.drop.question", Texts.Word(work.Kind), Format.Name(work.About ?? "–")),
            what: Texts.Page(work.Kind == DeferredKind.Report ? "deferred.drop.report" : "deferred.drop.what"),
            button: Texts.Page("deferred.drop"),
            back: Links.Deferred,
            reason: Texts.Page("deferred.drop.reason")
        );
    }

    private sealed record Filter(DeferredState? State = null, DeferredKind? Kind = null);
}
