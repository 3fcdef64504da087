using MediatR;
using PartnershipTracker.Api.Access;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dashboard.Access;

/// <summary>The people with an account whom the reader manages.</summary>
internal static class PeoplePages
{
    private const int PageSize = 50;

    public static void MapPeoplePages(this RouteGroupBuilder pages)
    {
        pages.MapRead<ListPeople>(Links.People, List);
        pages.MapForm<InvitePerson>(Links.People + "/new", New, Invite);
        pages.MapRead<GetPerson>(Links.People + "/{id:guid}", Get);
        pages.MapForm<ChangeRole>(Links.People + "/{id:guid}/role", Edit, Change);
        pages.MapForm<DeactivatePerson>(Links.People + "/{id:guid}/deactivate", Confirm, Deactivate);
        pages.MapSend<ReactivatePerson>(Links.People + "/{id:guid}/reactivate", Reactivate);
        pages.MapSend<ResendInvitation>(Links.People + "/{id:guid}/resend-invitation", Resend);
    }

    private static async Task<IResult> List(HttpContext http, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var form = FilterForm.Of(http.Request);
        var query = form.Read<ListPeople>();
        return await Pages.FormPage<PeoplePage>(
            new
            {
                Form = form,
                Query = query ?? new ListPeople(),
                People = query is null ? new Page<PersonDetails>([], null, null) : await mediator.Send(query with { Limit = PageSize }, ct),
                Organizations = IsOfOne(user) ? [] : await OptionsAsync(form["organizationId"], mediator, ct),
            },
            form
        );
    }

    private static Task<IResult> New(IMediator mediator, ICurrentUser user, CancellationToken ct, Guid? organizationId = null)
    {
        var form = new Form();
        if (organizationId is { } id)
            form.Set("organizationId", id.ToString());
        return ShowNewAsync(form, mediator, user, ct);
    }

    private static Task<IResult> Invite(FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync<PersonBody>(
            async body =>
            {
                return new Sent(Links.Person((await mediator.Send(body.ToCommand(), ct)).Value), "notice.person.invited");
            },
            form => ShowNewAsync(form, mediator, user, ct)
        );

    private static Task<IResult> Get(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        ShowAsync(id, new Form(), mediator, user, ct);

    private static async Task<IResult> Edit(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        await ShowRoleAsync(id, await CurrentAsync(id, mediator, ct), mediator, user, ct);

    private static Task<IResult> Change(Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync<RoleBody>(
            async body =>
            {
                await mediator.Send(body.ToCommand(new UserId(id)), ct);
                return new Sent(Links.Person(id), "notice.person.changed");
            },
            form => ShowRoleAsync(id, form, mediator, user, ct),
            () => CurrentAsync(id, mediator, ct)
        );

    private static Task<IResult> Confirm(Guid id, IMediator mediator, CancellationToken ct) => ConfirmAsync(id, new Form(), mediator, ct);

    private static Task<IResult> Deactivate(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new DeactivatePerson(new UserId(id)), ct);
                return new Sent(Links.Person(id), "notice.person.deactivated");
            },
            form => ConfirmAsync(id, form, mediator, ct)
        );

    private static Task<IResult> Reactivate(Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new ReactivatePerson(new UserId(id)), ct);
                return new Sent(Links.Person(id), "notice.person.reactivated");
            },
            form => ShowAsync(id, form, mediator, user, ct)
        );

    private static Task<IResult> Resend(Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new ResendInvitation(new UserId(id)), ct);
                return new Sent(Links.Person(id), "notice.person.invitationSent");
            },
            form => ShowAsync(id, form, mediator, user, ct)
        );

    private static async Task<IResult> ShowAsync(Guid id, Form form, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var person = await mediator.Send(new GetPerson(new UserId(id)), ct);
        return await Pages.FormPage<PersonPage>(
            new
            {
                Person = person,
                Form = form,
                IsManaged = user.ManagedRoles().Contains(person.Role),
                IsReader = user.Actor == new Actor(ActorKind.User, id),
            },
            form
        );
    }

    private static async Task<IResult> ShowNewAsync(Form form, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        await Pages.FormPage<PersonFormPage>(
            new
            {
                Form = form,
                Roles = user.ManagedRoles(),
                Organizations = IsOfOne(user) ? null : await OptionsAsync(form["organizationId"], mediator, ct),
            },
            form
        );

    private static async Task<IResult> ShowRoleAsync(Guid id, Form form, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var person = await mediator.Send(new GetPerson(new UserId(id)), ct);
        user.MustManage(person.Role);
        return await Pages.FormPage<RolePage>(
            new
            {
                Form = form,
                Person = person,
                Roles = user.ManagedRoles(),
                Organizations = IsOfOne(user) ? null : await OptionsAsync(form["organizationId"], mediator, ct),
            },
            form
        );
    }

    private static async Task<IResult> ConfirmAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var person = await mediator.Send(new GetPerson(new UserId(id)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("person.deactivate.heading", Format.Name(person.Name ?? person.Email)),
            what: Texts.Page("person.deactivate.what"),
            button: Texts.Page("person.deactivate.button"),
            back: Links.Person(id)
        );
    }

    private static async Task<Form> CurrentAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        var person = await mediator.Send(new GetPerson(new UserId(id)), ct);
        var form = Form.Of(new RoleBody(person.Role, person.OrganizationId, person.StakeholderGroup), person.Version);
        form.SetAnswer("isEarlyCareer", person.IsCareerKnown ? person.IsEarlyCareer : null);
        return form;
    }

    /// <summary>Whether the reader manages the people of one organization only.</summary>
    private static bool IsOfOne(ICurrentUser user) => user.OrganizationId is not null;

    /// <summary>The first organizations by name, and the chosen one; the people of others are invited from the page of theirs.</summary>
    private static async Task<IReadOnlyList<Option>> OptionsAsync(string chosen, IMediator mediator, CancellationToken ct)
    {
        var first = (await mediator.Send(new ListOrganizations(Limit: Paging.MaxLimit), ct)).Items;
        if (Guid.TryParse(chosen, out var id) && first.All(o => o.Id != id))
            first = [.. first, await mediator.Send(new GetOrganization(new OrganizationId(id)), ct)];
        return [.. first.Select(o => new Option(o.Id.ToString(), o.Name))];
    }
}
