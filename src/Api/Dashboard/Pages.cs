using MediatR;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PartnershipTracker.Api.Commitments;
using PartnershipTracker.Api.Dashboard.Access;
using PartnershipTracker.Api.Dashboard.Board;
using PartnershipTracker.Api.Dashboard.Calendars;
using PartnershipTracker.Api.Dashboard.Commitments;
using PartnershipTracker.Api.Dashboard.Commitments.Actions;
using PartnershipTracker.Api.Dashboard.Commitments.Drafting;
using PartnershipTracker.Api.Dashboard.Configuration;
using PartnershipTracker.Api.Dashboard.Deferred;
using PartnershipTracker.Api.Dashboard.Dialogues;
using PartnershipTracker.Api.Dashboard.Engagement;
using PartnershipTracker.Api.Dashboard.FirstRun;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.HealthChecks;
using PartnershipTracker.Api.Dashboard.History;
using PartnershipTracker.Api.Dashboard.Imports;
using PartnershipTracker.Api.Dashboard.Inclusion;
using PartnershipTracker.Api.Dashboard.Initiatives;
using PartnershipTracker.Api.Dashboard.Organizations;
using PartnershipTracker.Api.Dashboard.Partnerships;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Dashboard.Programme;
using PartnershipTracker.Api.Dashboard.Reports;
using PartnershipTracker.Api.Dashboard.Reviews;
using PartnershipTracker.Api.Dashboard.Voices;
using PartnershipTracker.Api.Dashboard.Webhooks;
using PartnershipTracker.Api.Dashboard.Work;
using PartnershipTracker.Api.Exports;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Dashboard;

/// <summary>
/// The pages for people, rendered on the server without script. Whoever is signed in may open them, and in the demonstration everybody.
/// </summary>
/// <remarks>Each page sends its queries before anything is drawn, so that a refusal is a page of its own.</remarks>
internal static class Pages
{
    public const string Policy = "Pages";
    public static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];
    private const int ReportsShown = 10;
    private const int HistoryShown = 20;

    public static void MapPages(this WebApplication app)
    {
        // The origin of a form is checked in one place, SameOrigin.
        var pages = app.MapGroup("")
            .RequireAuthorization(Policy)
            .DisableAntiforgery()
            .ExcludeFromDescription()
            .AddEndpointFilter(Revalidate)
            .AddEndpointFilter(TakeNotice);
        pages.MapMethods("/", Read, Overview);
        pages.MapMethods("/commitments", Read, Commitments);
        pages.MapMethods("/commitments/{id:guid}", Read, Commitment);
        pages.MapMethods("/overdue", Read, Overdue);
        pages.MapMethods("/evidence/{evidenceId:guid}", Read, EvidenceEndpoints.Download);
        pages.MapMethods(Links.Rubric, Read, () => Page<RubricPage>(new { Rubric = SmartRubric.Current() })).AllowAnonymous();
        pages.MapFirstRunPages();
        pages.MapDraftingPages();
        pages.MapPageExports();
        pages.MapOrganizationPages();
        pages.MapProgrammePages();
        pages.MapVocabularyPages();
        pages.MapCommitmentActionPages();
        pages.MapPartnershipPages();
        pages.MapInitiativePages();
        pages.MapInitiativeActionPages();
        pages.MapDialoguePages();
        pages.MapHealthPages();
        pages.MapInclusionPages();
        pages.MapEngagementPages();
        pages.MapOutcomePages();
        pages.MapReviewPages();
        pages.MapWorkPages();
        pages.MapContactPages();
        pages.MapApiKeyPages();
        pages.MapPeoplePages();
        pages.MapImportPages();
        pages.MapReportPages();
        pages.MapSchedulePages();
        pages.MapHistoryPages();
        pages.MapAuditPages();
        pages.MapDeferredPages();
        pages.MapSecurityEventPages();
        pages.MapSettingPages();
        pages.MapCalendarPages();
        pages.MapWebhookPages();
        pages.MapVoicePages();
    }

    /// <summary>
    /// Browsers ask for a page again each time, because what is overdue changes at midnight and what a person sees depends on the role.
    /// </summary>
    private static ValueTask<object?> Revalidate(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        return next(context);
    }

    /// <summary>The page after a form says once what was done.</summary>
    public static ValueTask<object?> TakeNotice(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (HttpMethods.IsGet(context.HttpContext.Request.Method))
            FlashMessage.Take(context.HttpContext);
        return next(context);
    }

    /// <summary>A refusal as a page. It holds what was typed into a form.</summary>
    public static async Task WriteProblemAsync(HttpContext http, ProblemDetails problem)
    {
        http.Response.Headers.CacheControl = "no-store";
        var held = await HeldForm.OfAsync(http, http.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? http.GetEndpoint());
        await Page<ProblemPage>(new { Problem = problem, Held = held }, problem.Status!.Value).ExecuteAsync(http);
    }

    private static async Task<RazorComponentResult> Overview(IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var overview = await mediator.Send(new GetOverview(), ct);
        return overview.Accepted == 0 && user.Role == Role.Secretariat
            ? Page<FirstRunPage>(new { Steps = await mediator.Send(new GetFirstSteps(), ct) })
            : Page<OverviewPage>(new { Overview = overview });
    }

    private static async Task<RazorComponentResult> Commitments(
        HttpRequest request,
        IMediator mediator,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var search = Search.Read(request.Query);
        var page = await mediator.Send(search.Query, ct);
        var total = page.Total ?? await CountAsync(mediator, search.Query, ct);
        var notAccepted = search.InUse.Any() ? 0 : await CountAsync(mediator, search.Query with { Accepted = false }, ct);
        var hints = total == 0 ? await search.HintsAsync(filters => mediator.Send(new CountCommitments(filters), ct)) : [];
        return Page<CommitmentsPage>(
            new
            {
                Search = search,
                page.Items,
                page.Next,
                Total = total,
                NotAccepted = notAccepted,
                Hints = hints,
                Today = Today(time),
            }
        );
    }

    private static async Task<RazorComponentResult> Commitment(
        Guid id,
        HttpContext http,
        IMediator mediator,
        TimeProvider time,
        CancellationToken ct,
        string? reports = null,
        string? history = null
    )
    {
        var commitment = new CommitmentId(id);
        var found = await mediator.Send(new GetCommitment(commitment), ct);
        var record = await mediator.Send(new GetCommitmentRecord(found), ct);
        var isFirst = reports is null && history is null;
        return Page<CommitmentPage>(
            new
            {
                Commitment = found,
                record.Curve,
                Reports = await mediator.Send(new ListProgressReports(commitment, ReportsShown, reports), ct),
                History = await mediator.Send(new GetHistory(commitment, HistoryShown, history), ct),
                record.Assessments,
                record.Changes,
                record.Payments,
                Now = time.GetUtcNow(),
                Voices = isFirst ? await mediator.Send(new GetCommitmentVoices(found), ct) : CommitmentVoices.None,
                Actions = isFirst && http.User.Identity?.IsAuthenticated == true
                    ? await mediator.Send(new GetCommitmentActions(found), ct)
                    : null,
                IsFirst = isFirst,
            }
        );
    }

    private static async Task<RazorComponentResult> Overdue(
        IMediator mediator,
        TimeProvider time,
        CancellationToken ct,
        string? cursor = null,
        string? milestones = null,
        int from = 1,
        int milestonesFrom = 1
    )
    {
        var commitments = new ListCommitments
        {
            Overdue = true,
            Limit = Search.PageSize,
            Cursor = cursor,
        };
        var overdue = await mediator.Send(commitments, ct);
        var overdueMilestones = await mediator.Send(new ListOverdueMilestones(Search.PageSize, milestones) { TotalOnEveryPage = true }, ct);
        return Page<OverduePage>(
            new
            {
                Commitments = overdue with
                {
                    Total = overdue.Total ?? await CountAsync(mediator, commitments, ct),
                },
                Milestones = overdueMilestones,
                From = Math.Max(from, 1),
                MilestonesFrom = Math.Max(milestonesFrom, 1),
                Today = Today(time),
            }
        );
    }

    /// <summary>The answer holds the total on the first page only, but the heading of every page shows it.</summary>
    private static async Task<int> CountAsync(IMediator mediator, CommitmentFilter filter, CancellationToken ct) =>
        (await mediator.Send(new CountCommitments([filter]), ct))[0];

    private static DateOnly Today(TimeProvider time) => DueDay.Today(time.GetUtcNow(), TimeZoneInfo.Utc);

    /// <summary>A page with a form, with the status of the form. A task, because <see cref="FormPost"/> takes it as one.</summary>
    public static Task<IResult> FormPage<T>(object parameters, Form form)
        where T : Microsoft.AspNetCore.Components.IComponent => Task.FromResult<IResult>(Page<T>(parameters, form.Status));

    /// <summary>A page that says what will happen and does it only when that is confirmed.</summary>
    /// <param name="form">The form that is sent; empty the first time, with the errors after a refusal.</param>
    /// <param name="what">What will happen, in whole sentences.</param>
    /// <param name="back">The address to which the page is left without doing anything.</param>
    /// <param name="reason">The label of a field for a reason; null where none is asked for.</param>
    /// <param name="destroys">Whether it cannot be undone, so that the button warns.</param>
    public static RazorComponentResult<ConfirmPage> Confirm(
        Form form,
        string question,
        string what,
        string button,
        string back,
        string? reason = null,
        bool destroys = true
    ) =>
        Page<ConfirmPage>(
            new
            {
                Form = form,
                Question = question,
                What = what,
                Button = button,
                Back = back,
                Reason = reason,
                Destroys = destroys,
            },
            form.Status
        );

    public static RazorComponentResult<T> Page<T>(object parameters, int status = StatusCodes.Status200OK)
        where T : Microsoft.AspNetCore.Components.IComponent => new(parameters) { StatusCode = status, PreventStreamingRendering = true };
}
