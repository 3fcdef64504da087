using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Engagement;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Dashboard.Engagement;

/// <summary>The forms that record how the results of community engagement are measured.</summary>
internal static class ResultMeasurePages
{
    public static void MapResultMeasurePages(this RouteGroupBuilder pages)
    {
        pages.MapForm<RecordResultMeasure>("/partnerships/{id:guid}/result-measures/new", NewOfPartnership, RecordOfPartnership);
        pages.MapForm<RecordResultMeasure>("/commitments/{id:guid}/result-measures/new", NewOfCommitment, RecordOfCommitment);
        pages.MapForm<ReviseResultMeasure>("/result-measures/{id:guid}/edit", Edit, Revise);
        pages.MapForm<RemoveResultMeasure>("/result-measures/{id:guid}/remove", AskRemove, Remove);
    }

    private static Task<IResult> NewOfPartnership(Guid id, IMediator mediator, CancellationToken ct) =>
        ShowNewAsync(new PartnershipId(id), null, new Form(), mediator, ct);

    private static Task<IResult> NewOfCommitment(Guid id, IMediator mediator, CancellationToken ct) =>
        ShowNewAsync(null, new CommitmentId(id), new Form(), mediator, ct);

    private static Task<IResult> RecordOfPartnership(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        RecordAsync(new PartnershipId(id), null, post, mediator, ct);

    private static Task<IResult> RecordOfCommitment(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        RecordAsync(null, new CommitmentId(id), post, mediator, ct);

    private static Task<IResult> RecordAsync(
        PartnershipId? partnership,
        CommitmentId? commitment,
        FormPost post,
        IMediator mediator,
        CancellationToken ct
    ) =>
        post.SendAsync<ResultMeasureDraft>(
            async body =>
            {
                var id = await mediator.Send(new RecordResultMeasure(partnership, commitment, body), ct);
                var recorded = await mediator.Send(new GetResultMeasure(id), ct);
                return new Sent(Links.Engagement(recorded.PartnershipId, recorded.CommitmentId), "notice.measure.recorded");
            },
            form => ShowNewAsync(partnership, commitment, form, mediator, ct)
        );

    private static async Task<IResult> ShowNewAsync(
        PartnershipId? partnership,
        CommitmentId? commitment,
        Form form,
        IMediator mediator,
        CancellationToken ct
    ) => Show(await mediator.MayRecordAsync(partnership, commitment, ct), form);

    private static async Task<IResult> Edit(Guid id, IMediator mediator, CancellationToken ct) =>
        await ShowEditAsync(id, await CurrentAsync(id, mediator, ct), mediator, ct);

    private static Task<IResult> Revise(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ResultMeasureDraft>(
            async body =>
            {
                await mediator.Send(new ReviseResultMeasure(new ResultMeasureId(id), body), ct);
                var revised = await mediator.Send(new GetResultMeasure(new ResultMeasureId(id)), ct);
                return new Sent(Links.Engagement(revised.PartnershipId, revised.CommitmentId), "notice.measure.revised");
            },
            form => ShowEditAsync(id, form, mediator, ct),
            () => CurrentAsync(id, mediator, ct)
        );

    private static async Task<IResult> ShowEditAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetResultMeasure(new ResultMeasureId(id)), ct);
        return Show(await mediator.MayRecordAsync(found.PartnershipId, found.CommitmentId, ct), form);
    }

    private static RazorComponentResult<ResultMeasureFormPage> Show(EngagedSubject subject, Form form) =>
        Pages.Page<ResultMeasureFormPage>(new { Form = form, Subject = subject }, form.Status);

    private static async Task<Form> CurrentAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetResultMeasure(new ResultMeasureId(id)), ct);
        var draft = new ResultMeasureDraft(found.Result, found.Indicator, found.Unit, found.Baseline, found.Value, found.AsOf);
        return Form.Of(draft, found.Version);
    }

    private static Task<IResult> AskRemove(Guid id, IMediator mediator, CancellationToken ct) =>
        ShowRemoveAsync(id, new Form(), mediator, ct);

    private static async Task<IResult> Remove(Guid id, FormPost post, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetResultMeasure(new ResultMeasureId(id)), ct);
        return await post.SendAsync(
            async () =>
            {
                await mediator.Send(new RemoveResultMeasure(new ResultMeasureId(id)), ct);
                return new Sent(Links.Engagement(found.PartnershipId, found.CommitmentId), "notice.measure.removed");
            },
            form => ShowRemoveAsync(id, form, mediator, ct)
        );
    }

    private static async Task<IResult> ShowRemoveAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetResultMeasure(new ResultMeasureId(id)), ct);
        await mediator.MayRecordAsync(found.PartnershipId, found.CommitmentId, ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("measure.remove.question", Format.Name(found.Indicator)),
            what: Texts.Page("engagement.remove.what"),
            button: Texts.Page("measure.remove"),
            back: Links.Engagement(found.PartnershipId, found.CommitmentId)
        );
    }
}
