using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using PartnershipTracker.Api.Dashboard.Commitments;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Partnerships;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Dashboard.Partnerships;

/// <summary>The pages of partnerships. How one begins and ends is in <see cref="PartnershipSteps"/>.</summary>
internal static class PartnershipPages
{
    public static void MapPartnershipPages(this RouteGroupBuilder pages)
    {
        pages.MapMethods(Links.Partnerships, Pages.Read, List);
        pages.MapMethods("/partnerships/{id:guid}", Pages.Read, Get);
        pages.MapForm<ProposePartnership>("/partnerships/new", New, Propose);
        pages.MapForm<RevisePartnership>("/partnerships/{id:guid}/edit", Edit, Revise);
        pages.MapForm<AddMember>("/partnerships/{id:guid}/members/new", NewMember, Add);
        pages.MapForm<ChangeMemberRole>("/partnerships/{id:guid}/members/{organizationId:guid}", EditRole, ChangeRole);
        pages.MapPartnershipSteps();
    }

    private static async Task<RazorComponentResult> List(
        IMediator mediator,
        CancellationToken ct,
        string? q = null,
        PartnershipStatus? status = null,
        string? cursor = null,
        string? pillar = null,
        string? theme = null,
        int from = 1
    )
    {
        var query = new ListPartnerships(q, status, Search.PageSize, cursor, Pillar: Blank.ToNull(pillar), Theme: Blank.ToNull(theme))
        {
            TotalOnEveryPage = true,
        };
        return Pages.Page<PartnershipsPage>(
            new
            {
                Query = query,
                Partnerships = await mediator.Send(query, ct),
                From = Math.Max(from, 1),
            }
        );
    }

    private static async Task<RazorComponentResult> Get(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        string? cursor = null,
        int from = 1
    )
    {
        var partnership = await mediator.Send(new GetPartnership(new PartnershipId(id)), ct);
        return Pages.Page<PartnershipPage>(
            new
            {
                Partnership = partnership,
                Summary = await mediator.Send(new GetPartnershipSummary(new PartnershipId(id)), ct),
                Members = await mediator.Send(
                    new ListMembers(new PartnershipId(id), Limit: Search.PageSize, Cursor: cursor) { WithoutTotal = true },
                    ct
                ),
                From = Math.Max(from, 1),
                Dialogues = await mediator.Send(new GetPartnershipDialogues(new PartnershipId(id)), ct),
                Health = await mediator.Send(new GetLatestHealth(new PartnershipId(id)), ct),
            }
        );
    }

    private static Task<IResult> New(TimeProvider time)
    {
        var form = new Form();
        form.Set("startDate", DateRules.Iso(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        return Show(form);
    }

    private static Task<IResult> Propose(FormPost post, IMediator mediator, CancellationToken ct) =>
        post.Form.Action == TargetChoices.Search
            ? Show(post.Form)
            : post.SendAsync<ProposePartnership>(
                async body => new Sent(Links.Partnership((await mediator.Send(body, ct)).Value), "notice.partnership.proposed"),
                Show
            );

    private static async Task<IResult> Edit(Guid id, IMediator mediator, CancellationToken ct) =>
        await Show(await CurrentAsync(id, mediator, ct));

    private static Task<IResult> Revise(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.Form.Action == TargetChoices.Search
            ? Show(post.Form)
            : post.SendAsync<ProposePartnership>(
                async body =>
                {
                    await mediator.Send(new RevisePartnership(new PartnershipId(id), body), ct);
                    return new Sent(Links.Partnership(id), "notice.partnership.revised");
                },
                Show,
                () => CurrentAsync(id, mediator, ct)
            );

    private static Task<IResult> Show(Form form) => Pages.FormPage<PartnershipFormPage>(new { Form = form }, form);

    private static async Task<Form> CurrentAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        var partnership = await mediator.Send(new GetPartnership(new PartnershipId(id)), ct);
        return Form.Of(partnership, partnership.Version);
    }

    private static Task<IResult> NewMember(Guid id, IMediator mediator, CancellationToken ct, string? q = null)
    {
        var form = new Form();
        form.Set("q", q ?? "");
        return ShowMember(id, form, mediator, ct);
    }

    private static Task<IResult> Add(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<MemberBody>(
            async body =>
            {
                await mediator.Send(new AddMember(new PartnershipId(id), new OrganizationId(body.OrganizationId), body.Role), ct);
                return new Sent(Links.Partnership(id), "notice.member.added");
            },
            form => ShowMember(id, form, mediator, ct)
        );

    private static async Task<IResult> ShowMember(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var partnership = await mediator.Send(new GetPartnership(new PartnershipId(id)), ct);
        var found = await mediator.Send(new ListOrganizations(form["q"], NotMemberOf: id, Limit: Search.PageSize), ct);
        return await Pages.FormPage<MemberFormPage>(
            new
            {
                Form = form,
                Partnership = partnership,
                Found = found,
            },
            form
        );
    }

    private static async Task<IResult> EditRole(Guid id, Guid organizationId, IMediator mediator, CancellationToken ct)
    {
        var member = await mediator.Send(new GetMember(new PartnershipId(id), new OrganizationId(organizationId)), ct);
        return await ShowRole(id, Form.Of(new MemberRoleBody(member.Role)), member);
    }

    private static Task<IResult> ChangeRole(Guid id, Guid organizationId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<MemberRoleBody>(
            async body =>
            {
                await mediator.Send(new ChangeMemberRole(new PartnershipId(id), new OrganizationId(organizationId), body.Role), ct);
                return new Sent(Links.Partnership(id), "notice.member.roleChanged");
            },
            async form =>
                await ShowRole(id, form, await mediator.Send(new GetMember(new PartnershipId(id), new OrganizationId(organizationId)), ct))
        );

    private static Task<IResult> ShowRole(Guid id, Form form, MemberDetails member) =>
        Pages.FormPage<MemberRolePage>(
            new
            {
                Form = form,
                PartnershipId = id,
                Member = member,
            },
            form
        );
}
