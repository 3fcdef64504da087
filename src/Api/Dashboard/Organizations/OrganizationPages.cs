using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Organizations;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dashboard.Organizations;

/// <summary>The pages of organizations.</summary>
internal static class OrganizationPages
{
    public static void MapOrganizationPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<RegisterOrganization>("/organizations/new", New, Register);
        pages.MapForm<ChangeOrganization>("/organizations/{id:guid}/edit", Edit, Change);
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

    private static Task<IResult> Show(Form form) =>
        Task.FromResult<IResult>(Pages.Page<OrganizationFormPage>(new { Form = form }, form.Status));

    private static async Task<Form> CurrentAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        var organization = await mediator.Send(new GetOrganization(new OrganizationId(id)), ct);
        return Form.Of(organization, organization.Version);
    }
}
