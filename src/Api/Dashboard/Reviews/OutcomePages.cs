using MediatR;
using PartnershipTracker.Api.Commitments;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Dashboard.Reviews;

/// <summary>The pages on which a commitment is assessed, closed and reopened. The first leads to the second.</summary>
internal static class OutcomePages
{
    private const int ReportsRead = 5;

    public static void MapOutcomePages(this RouteGroupBuilder pages)
    {
        pages.MapForm<AssessCommitment>("/commitments/{id:guid}/assess", OpenAssessment, Assess);
        pages.MapForm<CloseCommitment>("/commitments/{id:guid}/close", OpenClosing, Close);
        pages.MapForm<ReopenCommitment>("/commitments/{id:guid}/reopen", OpenReopening, Reopen);
    }

    private static Task<IResult> OpenAssessment(Guid id, ReviewReader reader, CancellationToken ct) => ShowAssessment(id, null, reader, ct);

    private static Task<IResult> Assess(Guid id, FormPost post, ReviewReader reader, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<AssessmentBody>(
            async body =>
            {
                var commitment = new CommitmentId(id);
                await mediator.Send(new AssessCommitment(commitment, body.Level, body.Narrative, body.AsOf), ct);
                return (await mediator.Send(new GetCommitment(commitment), ct)).ReportedCompleteOn is null
                    ? new Sent(Links.Commitment(id), "notice.review.assessed")
                    : new Sent(Links.CommitmentAction(id, ReviewLink.Close), "notice.review.assessedThenClose");
            },
            form => ShowAssessment(id, form, reader, ct),
            () => reader.AgainAsync(id, post.Form, ct)
        );

    private static async Task<IResult> ShowAssessment(Guid id, Form? form, ReviewReader reader, CancellationToken ct)
    {
        var (found, actions) = await reader.ReadAsync(id, ct);
        form ??= Form.With("asOf", reader.Today(found));
        if (ReviewReader.NothingToDecide(found, actions.Of(CommitmentActionName.Assess), form) is { } nothing)
            return nothing;
        form.Version ??= found.Version;
        return await Pages.FormPage<AssessPage>(
            new
            {
                Commitment = found,
                Last = await reader.LastReportAsync(id, ReportsRead, ct),
                Assessment = await reader.AssessmentAsync(found, ct),
                Voices = await reader.VoicesAsync(found, ct),
                Form = form,
            },
            form
        );
    }

    private static Task<IResult> OpenClosing(Guid id, ReviewReader reader, CancellationToken ct) => ShowClosing(id, null, reader, ct);

    private static Task<IResult> Close(Guid id, FormPost post, ReviewReader reader, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<CloseBody>(
            async body =>
            {
                await mediator.Send(new CloseCommitment(new CommitmentId(id), body.Outcome, body.Narrative, body.ClosedOn), ct);
                return new Sent(Links.Reviews, "notice.review.closed");
            },
            form => ShowClosing(id, form, reader, ct),
            () => reader.AgainAsync(id, post.Form, ct)
        );

    private static async Task<IResult> ShowClosing(Guid id, Form? form, ReviewReader reader, CancellationToken ct)
    {
        var (found, actions) = await reader.ReadAsync(id, ct);
        form ??= Form.With("closedOn", reader.Today(found));
        if (!actions.Allows(CommitmentActionName.Close) && actions.Allows(CommitmentActionName.Assess))
            return new SeeOtherResult(Links.CommitmentAction(id, ReviewLink.Assess));
        if (ReviewReader.NothingToDecide(found, actions.Of(CommitmentActionName.Close), form) is { } nothing)
            return nothing;
        form.Version ??= found.Version;
        return await Pages.FormPage<ClosePage>(
            new
            {
                Commitment = found,
                Last = await reader.LastReportAsync(id, ReportsRead, ct),
                Assessment = await reader.AssessmentAsync(found, ct),
                Voices = await reader.VoicesAsync(found, ct),
                Form = form,
            },
            form
        );
    }

    private static Task<IResult> OpenReopening(Guid id, ReviewReader reader, CancellationToken ct) =>
        ShowReopening(id, new Form(), reader, ct);

    private static Task<IResult> Reopen(Guid id, FormPost post, ReviewReader reader, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ReasonBody>(
            async body =>
            {
                await mediator.Send(new ReopenCommitment(new CommitmentId(id), body.Reason), ct);
                return new Sent(Links.Commitment(id), "notice.review.reopened");
            },
            form => ShowReopening(id, form, reader, ct),
            () => reader.AgainAsync(id, post.Form, ct)
        );

    private static async Task<IResult> ShowReopening(Guid id, Form form, ReviewReader reader, CancellationToken ct)
    {
        var (found, actions) = await reader.ReadAsync(id, ct);
        if (ReviewReader.NothingToDecide(found, actions.Of(CommitmentActionName.Reopen), form) is { } nothing)
            return nothing;
        form.Version ??= found.Version;
        return await Pages.FormPage<ReopenPage>(new { Commitment = found, Form = form }, form);
    }
}
