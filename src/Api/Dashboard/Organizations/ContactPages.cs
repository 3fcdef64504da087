using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Organizations;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dashboard.Organizations;

/// <summary>The forms of an organization's contacts.</summary>
internal static class ContactPages
{
    private const string Contacts = "/organizations/{id:guid}/contacts";

    public static void MapContactPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<AddContact>(Contacts + "/new", New, Add);
        pages.MapForm<ChangeContact>(Contacts + "/{contactId:guid}/edit", Edit, Change);
        pages.MapForm<HandOverContact>(Contacts + "/{contactId:guid}/hand-over", Leave, HandOver);
        pages.MapForm<RemoveContact>(Contacts + "/{contactId:guid}/remove", Confirm, Remove);
    }

    private static Task<IResult> New(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var form = new Form();
        form.Set("role", "focalPoint");
        return ShowNewAsync(id, form, mediator, user, ct);
    }

    private static Task<IResult> Add(Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync<ContactBody>(
            async body =>
            {
                await mediator.Send(new AddContact(new OrganizationId(id), body.Name, body.Email, body.Role, body.Language), ct);
                return new Sent(PartOf(id), "notice.contact.added");
            },
            form => ShowNewAsync(id, form, mediator, user, ct)
        );

    private static async Task<IResult> Edit(Guid id, Guid contactId, IMediator mediator, CancellationToken ct) =>
        await ShowAsync(id, await CurrentAsync(id, contactId, mediator, ct), null, mediator, ct);

    private static Task<IResult> Change(Guid id, Guid contactId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ContactBody>(
            async body =>
            {
                await mediator.Send(
                    new ChangeContact(new OrganizationId(id), new ContactId(contactId), body.Name, body.Email, body.Role, body.Language),
                    ct
                );
                return new Sent(PartOf(id), "notice.contact.changed");
            },
            form => ShowAsync(id, form, null, mediator, ct),
            () => CurrentAsync(id, contactId, mediator, ct)
        );

    private static async Task<IResult> Leave(Guid id, Guid contactId, IMediator mediator, CancellationToken ct) =>
        await ShowAsync(id, new Form(), await GetAsync(id, contactId, mediator, ct), mediator, ct);

    private static Task<IResult> HandOver(Guid id, Guid contactId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<SuccessorBody>(
            async body =>
            {
                await mediator.Send(
                    new HandOverContact(new OrganizationId(id), new ContactId(contactId), body.Name, body.Email, body.Language),
                    ct
                );
                return new Sent(PartOf(id), "notice.contact.handedOver");
            },
            async form => await ShowAsync(id, form, await GetAsync(id, contactId, mediator, ct), mediator, ct)
        );

    private static Task<IResult> Confirm(Guid id, Guid contactId, IMediator mediator, CancellationToken ct) =>
        ConfirmAsync(id, contactId, new Form(), mediator, ct);

    private static Task<IResult> Remove(Guid id, Guid contactId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RemoveContact(new OrganizationId(id), new ContactId(contactId)), ct);
                return new Sent(PartOf(id), "notice.contact.removed");
            },
            form => ConfirmAsync(id, contactId, form, mediator, ct)
        );

    private static async Task<IResult> ShowNewAsync(Guid id, Form form, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var page = await ShowAsync(id, form, null, mediator, ct);
        user.MustActFor(new OrganizationId(id));
        return page;
    }

    private static async Task<IResult> ShowAsync(Guid id, Form form, ContactDetails? leaving, IMediator mediator, CancellationToken ct) =>
        await Pages.FormPage<ContactFormPage>(
            new
            {
                Form = form,
                Organization = await mediator.Send(new GetOrganization(new OrganizationId(id)), ct),
                Leaving = leaving,
            },
            form
        );

    /// <summary>Says what the organization loses with this contact.</summary>
    private static async Task<IResult> ConfirmAsync(Guid id, Guid contactId, Form form, IMediator mediator, CancellationToken ct)
    {
        var organization = new OrganizationId(id);
        var contacts = (await mediator.Send(new ListContacts(organization, Organization.MaxContacts), ct)).Items;
        var contact = contacts.FirstOrDefault(c => c.Id == contactId) ?? throw DomainException.NotFound("contact");
        var overview = await mediator.Send(new GetOrganizationOverview(organization), ct);
        var open = overview
            .Commitments.Where(c => c.Status is CommitmentStatus.Draft or CommitmentStatus.Submitted or CommitmentStatus.Active)
            .Sum(c => c.Count);
        return Pages.Confirm(
            form,
            question: Texts.Page("contact.remove.heading", Format.Name(contact.Name), Format.Name(overview.Organization.Name)),
            what: Format.Sentences(contacts.Count > 1 ? null : Texts.Count("contact.remove.last", open), Texts.Page("contact.remove.what")),
            button: Texts.Page("contact.remove.button"),
            back: PartOf(id)
        );
    }

    private static Task<ContactDetails> GetAsync(Guid id, Guid contactId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetContact(new OrganizationId(id), new ContactId(contactId)), ct);

    private static async Task<Form> CurrentAsync(Guid id, Guid contactId, IMediator mediator, CancellationToken ct)
    {
        var contact = await GetAsync(id, contactId, mediator, ct);
        return Form.Of(contact, contact.Version);
    }

    private static string PartOf(Guid id) => Links.Organization(id) + "#contacts";
}
