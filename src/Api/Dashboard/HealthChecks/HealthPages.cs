using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.HealthChecks;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Dashboard.HealthChecks;

/// <summary>The health check of a partnership: its results, its rounds, and the instrument, which everybody may read.</summary>
internal static class HealthPages
{
    public static void MapHealthPages(this RouteGroupBuilder pages)
    {
        pages
            .MapMethods(
                Links.HealthCheck,
                Pages.Read,
                (int? version) => Pages.Page<InstrumentPage>(new { Instrument = HealthInstrumentDetails.Of(version) })
            )
            .AllowAnonymous();
        pages.MapMethods("/partnerships/{id:guid}/health", Pages.Read, Show);
        pages.MapMethods("/partnerships/{id:guid}/health/{roundId:guid}", Pages.Read, ShowRound);
        pages.MapForm<OpenHealthCheckRound>("/partnerships/{id:guid}/health/new", New, Open);
        pages.MapForm<PlanHealthChecks>("/partnerships/{id:guid}/health/plan", AskPlan, Plan);
        pages.MapForm<CancelHealthCheckRound>("/partnerships/{id:guid}/health/{roundId:guid}/cancel", AskCancel, Cancel);
    }

    private static async Task<IResult> Show(Guid id, IMediator mediator, CancellationToken ct, string? cursor = null)
    {
        var partnership = new PartnershipId(id);
        return Pages.Page<HealthPage>(
            new
            {
                Partnership = await mediator.Send(new GetPartnership(partnership), ct),
                Trend = await mediator.Send(new GetHealthTrend(partnership), ct),
                Rounds = await mediator.Send(new ListHealthCheckRounds(partnership, HealthPage.Shown, cursor), ct),
                Plan = await mediator.Send(new GetHealthCheckPlan(partnership), ct),
            }
        );
    }

    private static async Task<IResult> ShowRound(Guid id, Guid roundId, IMediator mediator, CancellationToken ct)
    {
        var (partnership, round) = (new PartnershipId(id), new HealthCheckRoundId(roundId));
        var results = await mediator.Send(new GetHealthCheckResults(partnership, round), ct);
        return Pages.Page<RoundPage>(
            new
            {
                Partnership = await mediator.Send(new GetPartnership(partnership), ct),
                results.Round,
                Results = results.Round.State == HealthCheckState.Closed ? results : null,
                NotAsked = await mediator.Send(new ListMembersNotAsked(partnership, round, RoundPage.Shown), ct),
                MayLead = await mediator.Send(new GetLeadership(partnership), ct),
            }
        );
    }

    private static Task<IResult> New(Guid id, IMediator mediator, TimeProvider time, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var form = new Form();
        form.Set("opensOn", DateRules.Iso(today));
        form.Set("closesOn", DateRules.Iso(today.AddDays(HealthCheckRound.DefaultDays - 1)));
        return ShowNewAsync(id, form, mediator, ct);
    }

    private static Task<IResult> Open(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<HealthCheckBody>(
            async body =>
            {
                await mediator.Send(new OpenHealthCheckRound(new PartnershipId(id), body.Period, body.OpensOn, body.ClosesOn), ct);
                return new Sent(Links.Health(id), "notice.health.opened");
            },
            form => ShowNewAsync(id, form, mediator, ct)
        );

    private static async Task<IResult> ShowNewAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var partnership = await mediator.Send(new GetPartnership(new PartnershipId(id)), ct);
        await MustLeadAsync(id, mediator, ct);
        return Pages.Page<RoundFormPage>(new { Form = form, Partnership = partnership }, form.Status);
    }

    private static async Task<IResult> AskPlan(Guid id, IMediator mediator, TimeProvider time, CancellationToken ct)
    {
        var plan = await mediator.Send(new GetHealthCheckPlan(new PartnershipId(id)), ct);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var opensOn = plan.NextOn is { } next && next > today ? next : today;
        return await ShowPlanAsync(id, Form.Of(new HealthCheckPlanBody(plan.Months, opensOn)), mediator, ct);
    }

    private static Task<IResult> Plan(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<HealthCheckPlanBody>(
            async body =>
            {
                await mediator.Send(new PlanHealthChecks(new PartnershipId(id), body.Months, body.OpensOn), ct);
                return new Sent(Links.Health(id), body.Months is null ? "notice.health.planEnded" : "notice.health.planned");
            },
            form => ShowPlanAsync(id, form, mediator, ct)
        );

    private static async Task<IResult> ShowPlanAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var partnership = await mediator.Send(new GetPartnership(new PartnershipId(id)), ct);
        await MustLeadAsync(id, mediator, ct);
        return Pages.Page<HealthPlanPage>(new { Form = form, Partnership = partnership }, form.Status);
    }

    private static Task<IResult> AskCancel(Guid id, Guid roundId, IMediator mediator, CancellationToken ct) =>
        ShowCancelAsync(id, roundId, new Form(), mediator, ct);

    private static Task<IResult> Cancel(Guid id, Guid roundId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ReasonBody>(
            async body =>
            {
                await mediator.Send(new CancelHealthCheckRound(new PartnershipId(id), new HealthCheckRoundId(roundId), body.Reason), ct);
                return new Sent(Links.Health(id), "notice.health.cancelled");
            },
            form => ShowCancelAsync(id, roundId, form, mediator, ct)
        );

    private static async Task<IResult> ShowCancelAsync(Guid id, Guid roundId, Form form, IMediator mediator, CancellationToken ct)
    {
        var round = await mediator.Send(new GetHealthCheckRound(new PartnershipId(id), new HealthCheckRoundId(roundId)), ct);
        await MustLeadAsync(id, mediator, ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("health.cancel.question", round.Period),
            what: Texts.Count("health.cancel.what", round.Answers),
            button: Texts.Page("health.cancel.button"),
            back: Links.Health(id),
            reason: Texts.Page("partnership.reason")
        );
    }

    private static async Task MustLeadAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        if (!await mediator.Send(new GetLeadership(new PartnershipId(id)), ct))
            throw AccessErrors.NotLead();
    }
}
