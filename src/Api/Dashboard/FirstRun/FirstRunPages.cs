using MediatR;
using PartnershipTracker.Api.Access;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Dashboard.FirstRun;

/// <summary>
/// The forms that lead the secretariat from an empty installation to a commitment that a second person can accept. They ask for no more
/// than that needs; everything else can be added on the pages of each feature. The fourth form is that of every commitment.
/// </summary>
internal static class FirstRunPages
{
    public static void MapFirstRunPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<RegisterOrganization>(Links.Start("organization"), NewOrganization, RegisterFirst);
        pages.MapForm<RegisterOrganization>(Links.Start("partner"), NewPartner, RegisterPartner);
        pages.MapForm<ProposePartnership>(Links.Start("partnership"), NewPartnership, Propose);
        pages.MapRead<GetFirstSteps>(Links.Start("commitment"), ToCommitment);
        pages.MapForm<InvitePerson>(Links.Start("reviewer"), NewReviewer, Invite);
    }

    private static Task<IResult> NewOrganization() => ShowOrganization(new Form(), isPartner: false);

    private static Task<IResult> NewPartner() => ShowOrganization(new Form(), isPartner: true);

    private static Task<IResult> RegisterFirst(FormPost post, IMediator mediator, CancellationToken ct) =>
        RegisterAsync(post, isPartner: false, mediator, ct);

    private static Task<IResult> RegisterPartner(FormPost post, IMediator mediator, CancellationToken ct) =>
        RegisterAsync(post, isPartner: true, mediator, ct);

    private static Task<IResult> RegisterAsync(FormPost post, bool isPartner, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<RegisterOrganization>(
            async body =>
            {
                await mediator.Send(body with { Contact = body.Contact ?? new FirstContact("", "") }, ct);
                return new Sent(Links.Start(isPartner ? "partnership" : "partner"), "notice.organization.registered");
            },
            form => ShowOrganization(form, isPartner)
        );

    private static Task<IResult> ShowOrganization(Form form, bool isPartner) =>
        Pages.FormPage<FirstOrganizationPage>(new { Form = form, IsPartner = isPartner }, form);

    private static Task<IResult> NewPartnership(IMediator mediator, TimeProvider time, CancellationToken ct)
    {
        var form = new Form();
        form.Set("startDate", DateRules.Iso(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        return ShowPartnership(form, mediator, ct);
    }

    /// <summary>Proposes the partnership, adds its first two members and activates it, all or nothing.</summary>
    private static Task<IResult> Propose(FormPost post, IMediator mediator, CancellationToken ct)
    {
        var (lead, partner) = (MemberOf(post.Form, "lead"), MemberOf(post.Form, "partner"));
        if (lead is not null && lead == partner)
            post.Form.Add("partner", Texts.Page("start.partner.same"));
        return post.SendAsync<ProposePartnership>(
            async body =>
            {
                var id = await mediator.Send(body, ct);
                await mediator.Send(new AddMember(id, lead!.Value, MemberRole.Lead), ct);
                await mediator.Send(new AddMember(id, partner!.Value, MemberRole.Implementing), ct);
                await mediator.Send(new ActivatePartnership(id), ct);
                return new Sent(Links.Start("commitment"), "notice.partnership.activated");
            },
            form => ShowPartnership(form, mediator, ct)
        );
    }

    private static OrganizationId? MemberOf(Form form, string field)
    {
        if (Guid.TryParse(form[field], out var id))
            return new OrganizationId(id);
        form.Add(field, Texts.Page("input.choose"));
        return null;
    }

    private static async Task<IResult> ShowPartnership(Form form, IMediator mediator, CancellationToken ct)
    {
        var organizations = await mediator.Send(new ListOrganizations(Limit: Paging.MaxLimit), ct);
        if (organizations.Items.Count < Partnership.MinMembers)
            return new SeeOtherResult(Links.Overview);
        return await Pages.FormPage<FirstPartnershipPage>(new { Form = form, Organizations = organizations.Items }, form);
    }

    /// <summary>Leads to the form of a commitment, with its place filled in, or to the draft that waits to be submitted.</summary>
    private static async Task<IResult> ToCommitment(IMediator mediator, CancellationToken ct)
    {
        if ((await mediator.Send(new ListCommitments { Status = CommitmentStatus.Draft, Limit = 1 }, ct)).Items is [var draft])
            return new SeeOtherResult(Links.Commitment(draft.Id));
        if ((await mediator.Send(new ListPartnerships(Status: PartnershipStatus.Active, Limit: 1), ct)).Items is not [var place])
            return new SeeOtherResult(Links.Overview);
        var leads = await mediator.Send(new ListMembers(new PartnershipId(place.Id), MemberRole.Lead, 1), ct);
        return new SeeOtherResult(
            Links.NewCommitment(place.Id, leads.Items is [var lead] ? lead.OrganizationId : null, Links.Start("reviewer"))
        );
    }

    private static Task<IResult> NewReviewer() => ShowReviewer(new Form());

    private static Task<IResult> Invite(FormPost post, IMediator mediator, CancellationToken ct)
    {
        post.Form.Set("role", Links.Word(Role.Reviewer));
        return post.SendAsync<PersonBody>(
            async body =>
            {
                await mediator.Send(new InvitePerson(body.Email, Role.Reviewer, body.Name, Language: body.Language), ct);
                return new Sent(Links.Overview, "notice.start.reviewer");
            },
            ShowReviewer
        );
    }

    private static Task<IResult> ShowReviewer(Form form) => Pages.FormPage<FirstReviewerPage>(new { Form = form }, form);
}
