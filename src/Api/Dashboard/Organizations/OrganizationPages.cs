using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Organizations;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dashboard.Organizations;

/// <summary>The pages of organizations.</summary>
internal static class OrganizationPages
{
    private const int PageSize = 50;

    public static void MapOrganizationPages(this RouteGroupBuilder pages)
    {
        pages.MapMethods(Links.Organizations, Pages.Read, List);
        pages.MapMethods("/organizations/{id:guid}", Pages.Read, Get);
        pages.MapForm<RegisterOrganization>("/organizations/new", New, Register);
        pages.MapForm<ChangeOrganization>("/organizations/{id:guid}/edit", Edit, Change);
    }

    private static async Task<IResult> List(HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var form = FilterForm.Of(http.Request);
        var query = form.Read<ListOrganizations>();
        return await Pages.FormPage<OrganizationsPage>(
            new
            {
                Form = form,
                Query = query ?? new ListOrganizations(),
                Organizations = query is null
                    ? new Page<OrganizationDetails>([], null, null)
                    : await mediator.Send(query with { Limit = PageSize }, ct),
            },
            form
        );
    }

    private static async Task<IResult> Get(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var organization = new OrganizationId(id);
        return Pages.Page<OrganizationPage>(
            new
            {
                Overview = await mediator.Send(new GetOrganizationOverview(organization), ct),
                Contacts = user.ManagesPeopleOf(organization)
                    ? (await mediator.Send(new ListContacts(organization, Organization.MaxContacts), ct)).Items
                    : null,
            }
        );
    }

    private static Task<IResult> New() => Show(new Form());

    private static Task<IResult> Register(FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<RegisterOrganization>(
            async body => new Sent(Links.Organization((await mediator.Send(body, ct)).Value), "notice.organization.registered"),
            Show
        );

    private static async Task<IResult> Edit(Guid id, IMediator mediator, CancellationToken ct) =>
        await Show(await CurrentAsync(id, mediator, ct));

    private static Task<IResult> Change(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<OrganizationBody>(
            async body =>
            {
                await mediator.Send(ChangeOrganization.Of(new OrganizationId(id), body), ct);
                return new Sent(Links.Organization(id), "notice.organization.changed");
            },
            Show,
            () => CurrentAsync(id, mediator, ct)
        );

    private static Task<IResult> Show(Form form) => Pages.FormPage<OrganizationFormPage>(new { Form = form }, form);

    private static async Task<Form> CurrentAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        var organization = await mediator.Send(new GetOrganization(new OrganizationId(id)), ct);
        return Form.Of(organization, organization.Version);
    }
}
