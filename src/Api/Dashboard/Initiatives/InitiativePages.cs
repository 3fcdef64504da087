using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using PartnershipTracker.Api.Dashboard.Commitments;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dashboard.Initiatives;

/// <summary>The pages on which initiatives are read, proposed and revised. The others are in <see cref="InitiativeActionPages"/>.</summary>
internal static class InitiativePages
{
    private const int Shown = 10;

    public static void MapInitiativePages(this RouteGroupBuilder pages)
    {
        pages.MapMethods(Links.Initiatives, Pages.Read, List);
        pages.MapMethods("/initiatives/{id:guid}", Pages.Read, Get);
        pages.MapForm<ProposeInitiative>(Links.NewInitiative, New, Propose);
        pages.MapForm<ReviseInitiative>("/initiatives/{id:guid}/edit", Edit, Revise);
    }

    private static async Task<RazorComponentResult> List(
        IMediator mediator,
        CancellationToken ct,
        string? q = null,
        string? pillar = null,
        string? theme = null,
        InitiativeStatus? status = null,
        bool? overdue = null,
        bool? mine = null,
        Guid? organizationId = null,
        bool? answeredInTime = null,
        bool? takenUp = null,
        bool? earlyCareer = null,
        string? cursor = null,
        int from = 1
    )
    {
        var query = new ListInitiatives(
            q,
            pillar,
            theme,
            status,
            overdue,
            mine,
            Search.PageSize,
            cursor,
            OrganizationId: organizationId,
            AnsweredInTime: answeredInTime,
            TakenUp: takenUp,
            EarlyCareer: earlyCareer
        )
        {
            TotalOnEveryPage = true,
        };
        return Pages.Page<InitiativesPage>(
            new
            {
                Query = query,
                Initiatives = await mediator.Send(query, ct),
                Board = await mediator.Send(new GetSoundingBoard(), ct),
                From = Math.Max(from, 1),
            }
        );
    }

    private static Task<IResult> Get(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        string? supports = null,
        string? concerns = null,
        string? comments = null,
        string? history = null
    ) => ShowAsync(id, new Form(), mediator, ct, supports, concerns, comments, history);

    /// <summary>The page of an initiative, with what was refused.</summary>
    public static async Task<IResult> ShowAsync(
        Guid id,
        Form form,
        IMediator mediator,
        CancellationToken ct,
        string? supports = null,
        string? concerns = null,
        string? comments = null,
        string? history = null
    )
    {
        var initiative = new InitiativeId(id);
        var found = await mediator.Send(new GetInitiative(initiative), ct);
        return Pages.Page<InitiativePage>(
            new
            {
                Initiative = found,
                Supports = await mediator.Send(new ListSupports(initiative, Shown, supports), ct),
                Concerns = await mediator.Send(new ListConcerns(initiative, Shown, concerns), ct),
                Comments = await mediator.Send(new ListComments(initiative, Shown, comments), ct),
                History = await mediator.Send(new GetInitiativeHistory(initiative, Shown, history), ct),
                Form = form,
            },
            form.Status
        );
    }

    /// <param name="pillar">What is chosen at first; also the theme.</param>
    private static Task<IResult> New(
        IMediator mediator,
        ICurrentUser user,
        AccountabilityRules rules,
        CancellationToken ct,
        string? pillar = null,
        string? theme = null
    )
    {
        var form = new Form();
        if (Blank.ToNull(pillar) is { } chosen)
            form.Set("pillar", chosen);
        if (Blank.ToNull(theme) is { } about)
            form.Set("themes", about);
        if (user.OrganizationId is { } own)
            form.Set("organizationId", own.Value.ToString());
        return ShowFormAsync(form, Links.Initiatives, mediator, user, rules, ct);
    }

    private static Task<IResult> Propose(
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        AccountabilityRules rules,
        CancellationToken ct
    ) =>
        post.SendAsync<InitiativeDraft>(
            async body => new Sent(
                Links.Initiative((await mediator.Send(new ProposeInitiative(body), ct)).Value),
                "notice.initiative.proposed"
            ),
            form => ShowFormAsync(form, Links.Initiatives, mediator, user, rules, ct)
        );

    private static async Task<IResult> Edit(Guid id, IMediator mediator, ICurrentUser user, AccountabilityRules rules, CancellationToken ct)
    {
        var found = await mediator.Send(new GetInitiative(new InitiativeId(id)), ct);
        if (!found.IsMine)
            throw InitiativeErrors.NotProposer();
        return await ShowFormAsync(FormOf(found), Links.Initiative(id), mediator, user, rules, ct);
    }

    private static Task<IResult> Revise(
        Guid id,
        FormPost post,
        IMediator mediator,
        ICurrentUser user,
        AccountabilityRules rules,
        CancellationToken ct
    ) =>
        post.SendAsync<InitiativeDraft>(
            async body =>
            {
                await mediator.Send(new ReviseInitiative(new InitiativeId(id), body), ct);
                return new Sent(Links.Initiative(id), "notice.initiative.revised");
            },
            form => ShowFormAsync(form, Links.Initiative(id), mediator, user, rules, ct),
            async () => FormOf(await mediator.Send(new GetInitiative(new InitiativeId(id)), ct))
        );

    private static Form FormOf(InitiativeDetails found) => Form.Of(found, found.Version);

    private static async Task<IResult> ShowFormAsync(
        Form form,
        string back,
        IMediator mediator,
        ICurrentUser user,
        AccountabilityRules rules,
        CancellationToken ct
    ) =>
        Pages.Page<InitiativeFormPage>(
            new
            {
                Form = form,
                Organizations = user.Role == Role.Secretariat ? await OrganizationsAsync(form["organizationId"], mediator, ct)
                : user.OrganizationId is { } own ? await OwnAsync(own, mediator, ct)
                : [],
                Days = rules.InitiativeDays,
                Back = back,
            },
            form.Status
        );

    private static async Task<IReadOnlyList<Option>> OwnAsync(OrganizationId own, IMediator mediator, CancellationToken ct)
    {
        var organization = await mediator.Send(new GetOrganization(own), ct);
        return [new Option(organization.Id.ToString(), organization.Name)];
    }

    /// <summary>The first organizations by name, and the chosen one.</summary>
    public static async Task<IReadOnlyList<Option>> OrganizationsAsync(string chosen, IMediator mediator, CancellationToken ct)
    {
        var first = (await mediator.Send(new ListOrganizations(Limit: Paging.MaxLimit), ct)).Items;
        if (Guid.TryParse(chosen, out var id) && first.All(o => o.Id != id))
            first = [.. first, await mediator.Send(new GetOrganization(new OrganizationId(id)), ct)];
        return [.. first.Select(o => new Option(o.Id.ToString(), o.Name))];
    }
}
