using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Reviews;
using PartnershipTracker.Api.Initiatives;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Dashboard.Initiatives;

/// <summary>The board's decision, and how an accepted initiative becomes a partnership or a commitment.</summary>
internal static class InitiativeDecisionPages
{
    /// <summary>How many supports and concerns the board sees beside its decision; the page of the initiative shows all.</summary>
    private const int Shown = 50;

    public static void MapInitiativeDecisionPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<AcceptInitiative>("/initiatives/{id:guid}/decide", Open, Decide);
        pages.MapForm<MakePartnership>("/initiatives/{id:guid}/partnership", AskPartnership, MakePartnership);
        pages.MapForm<MakeCommitment>("/initiatives/{id:guid}/commitment", AskCommitment, MakeCommitment);
    }

    private static Task<IResult> Open(Guid id, IMediator mediator, CancellationToken ct) => ShowDecision(id, new Form(), mediator, ct);

    private static async Task<IResult> Decide(Guid id, FormPost post, IMediator mediator, CancellationToken ct)
    {
        var initiative = new InitiativeId(id);
        if (post.Form.Action == DecisionFields.Check || post.Form.ReadDecision() is not { } accepts)
            return await ShowDecision(id, post.Form, mediator, ct);
        return await post.SendAsync(
            async () =>
            {
                var reason = post.Form[DecisionFields.Reason];
                if (accepts)
                    await mediator.Send(new AcceptInitiative(initiative, reason), ct);
                else
                    await mediator.Send(new DeclineInitiative(initiative, reason), ct);
                return new Sent(Links.Initiative(id), accepts ? "notice.initiative.accepted" : "notice.initiative.declined");
            },
            form => ShowDecision(id, form, mediator, ct),
            async () => post.Form.At((await mediator.Send(new GetInitiative(initiative), ct)).Version)
        );
    }

    /// <exception cref="DomainException">It is the caller's own.</exception>
    private static async Task<IResult> ShowDecision(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var initiative = new InitiativeId(id);
        var found = await mediator.Send(new GetInitiative(initiative), ct);
        if (found is { Status: InitiativeStatus.Proposed, MayDecide: false })
            throw AccessErrors.OwnFiling();
        if (found.Status != InitiativeStatus.Proposed && !form.IsWrong)
            return Results.LocalRedirect(Links.Initiative(id));
        form.Version ??= found.Version;
        var preview = await form.PreviewAsync(accepts =>
            mediator.Send(new PreviewInitiativeDecision(initiative, accepts, form[DecisionFields.Reason]), ct)
        );
        return Pages.Page<InitiativeDecidePage>(
            new
            {
                Initiative = found,
                Supports = await mediator.Send(new ListSupports(initiative, Shown), ct),
                Concerns = await mediator.Send(new ListConcerns(initiative, Shown), ct),
                Form = form,
                Preview = preview,
            },
            form.Status
        );
    }

    private static Task<IResult> AskPartnership(Guid id, IMediator mediator, CancellationToken ct) =>
        ShowPartnership(id, null, mediator, ct);

    private static Task<IResult> MakePartnership(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<MakePartnershipBody>(
            async body =>
            {
                var made = await mediator.Send(
                    new MakePartnership(new InitiativeId(id), body.Name, body.StartDate, body.Summary, Of(body.OrganizationId)),
                    ct
                );
                return new Sent(Links.Partnership(made.Value), "notice.partnership.proposed");
            },
            form => ShowPartnership(id, form, mediator, ct)
        );

    private static async Task<IResult> ShowPartnership(Guid id, Form? form, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetInitiative(new InitiativeId(id)), ct);
        if (form is null)
        {
            form = new Form();
            form.Set("name", found.Title);
            form.Set("summary", found.Idea);
            form.Set("organizationId", found.OrganizationId?.ToString() ?? "");
        }

        return Pages.Page<MakePartnershipPage>(
            new
            {
                Form = form,
                Initiative = found,
                Organizations = await InitiativePages.OrganizationsAsync(form["organizationId"], mediator, ct),
            },
            form.Status
        );
    }

    private static Task<IResult> AskCommitment(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        ShowCommitment(id, null, mediator, user, ct);

    private static Task<IResult> MakeCommitment(Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync<MakeCommitmentBody>(
            async body =>
            {
                var organization = Of(body.OrganizationId) ?? user.OrganizationId;
                var made = await mediator.Send(
                    new MakeCommitment(new InitiativeId(id), new PartnershipId(body.PartnershipId), organization, body.Title, body.DueDate),
                    ct
                );
                return new Sent(Links.CommitmentAction(made.Value, "revise"), "notice.initiative.becameCommitment");
            },
            form => ShowCommitment(id, form, mediator, user, ct)
        );

    /// <summary>An officer acts for their own organization, in its partnerships; the secretariat chooses both.</summary>
    /// <exception cref="DomainException">The caller's organization neither proposed the initiative nor supports it.</exception>
    private static async Task<IResult> ShowCommitment(Guid id, Form? form, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var found = await mediator.Send(new GetInitiative(new InitiativeId(id)), ct);
        if (found is { Status: InitiativeStatus.Accepted, CommitmentId: null, MayTakeUp: false })
            throw InitiativeErrors.NotInvolved();
        if (form is null)
        {
            form = new Form();
            form.Set("title", found.Title);
            form.Set("partnershipId", found.PartnershipId?.ToString() ?? "");
            form.Set("organizationId", found.OrganizationId?.ToString() ?? "");
        }

        var own = user.OrganizationId?.Value;
        var partnerships = await mediator.Send(new ListPartnerships(OrganizationId: own, Limit: Paging.MaxLimit), ct);
        return Pages.Page<MakeCommitmentPage>(
            new
            {
                Form = form,
                Initiative = found,
                Partnerships = partnerships
                    .Items.Where(p => p.Status is PartnershipStatus.Proposed or PartnershipStatus.Active)
                    .Select(p => new Option(p.Id.ToString(), p.Name))
                    .ToList(),
                Organizations = own is null ? await InitiativePages.OrganizationsAsync(form["organizationId"], mediator, ct) : [],
            },
            form.Status
        );
    }

    private static OrganizationId? Of(Guid? id) => id is { } given ? new OrganizationId(given) : null;
}
