using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Organizations;

internal static class OrganizationEndpoints
{
    public static void MapOrganizations(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/organizations").WithTags("Organizations");
        group.MapPost("/", Register).WithName("registerOrganization").Produces<OrganizationDetails>(201);
        group.MapGet("/", List).WithName("listOrganizations");
        group.MapGet("/{id:guid}", Get).WithName("getOrganization").Produces<OrganizationDetails>();
        group.MapGet("/{id:guid}/overview", Overview).WithName("getOrganizationOverview");
        group.MapPut("/{id:guid}", Change).WithName("changeOrganization").Produces<OrganizationDetails>();
        group.MapPost("/{id:guid}/contacts", AddContact).WithName("addContact").Produces<ContactDetails>(201);
        group.MapGet("/{id:guid}/contacts", ListContacts).WithName("listContacts");
        group.MapGet("/{id:guid}/contacts/{contactId:guid}", GetContact).WithName("getContact").Produces<ContactDetails>();
        group.MapPut("/{id:guid}/contacts/{contactId:guid}", ChangeContact).WithName("changeContact").Produces<ContactDetails>();
        group
            .MapPost("/{id:guid}/contacts/{contactId:guid}/hand-over", HandOverContact)
            .WithName("handOverContact")
            .Produces<ContactDetails>();
        group.MapDelete("/{id:guid}/contacts/{contactId:guid}", RemoveContact).WithName("removeContact").Produces(204);
        group
            .MapPost("/{id:guid}/api-keys", IssueApiKey)
            .WithName("issueApiKey")
            .Produces<IssuedApiKey>(201)
            .WithMetadata(new ShowsSecret());
        group
            .MapPost("/{id:guid}/api-keys/{keyId:guid}/rotate", RotateApiKey)
            .WithName("rotateApiKey")
            .Produces<IssuedApiKey>(201)
            .WithMetadata(new ShowsSecret());
        group.MapGet("/{id:guid}/api-keys", ListApiKeys).WithName("listApiKeys");
        group.MapGet("/{id:guid}/api-keys/{keyId:guid}", GetApiKey).WithName("getApiKey").Produces<ApiKeyDetails>();
        group.MapDelete("/{id:guid}/api-keys/{keyId:guid}", RevokeApiKey).WithName("revokeApiKey").Produces(204);
    }

    private static async Task<IResult> Register(RegisterOrganization body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var organization = await mediator.Send(new GetOrganization(await mediator.Send(body, ct)), ct);
        return http.CreatedTagged($"/api/v1/organizations/{organization.Id}", organization, organization.Version);
    }

    private static Task<Page<OrganizationDetails>> List([AsParameters] ListOrganizations query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var organization = await mediator.Send(new GetOrganization(new OrganizationId(id)), ct);
        return http.Tagged(organization, organization.Version);
    }

    private static async Task<IResult> Change(Guid id, OrganizationBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(ChangeOrganization.Of(new OrganizationId(id), body), ct);
        return await Get(id, mediator, http, ct);
    }

    private static Task<OrganizationOverview> Overview(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetOrganizationOverview(new OrganizationId(id)), ct);

    private static async Task<IResult> AddContact(Guid id, ContactBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var organization = new OrganizationId(id);
        var added = await mediator.Send(new AddContact(organization, body.Name, body.Email, body.Role, body.Language), ct);
        var contact = await mediator.Send(new GetContact(organization, added), ct);
        return http.CreatedTagged($"/api/v1/organizations/{id}/contacts/{contact.Id}", contact, contact.Version);
    }

    private static async Task<IResult> GetContact(Guid id, Guid contactId, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var contact = await mediator.Send(new GetContact(new OrganizationId(id), new ContactId(contactId)), ct);
        return http.Tagged(contact, contact.Version);
    }

    private static async Task<IResult> ChangeContact(
        Guid id,
        Guid contactId,
        ContactBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        await mediator.Send(
            new ChangeContact(new OrganizationId(id), new ContactId(contactId), body.Name, body.Email, body.Role, body.Language),
            ct
        );
        return await GetContact(id, contactId, mediator, http, ct);
    }

    private static async Task<IResult> HandOverContact(
        Guid id,
        Guid contactId,
        SuccessorBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        var successor = await mediator.Send(
            new HandOverContact(new OrganizationId(id), new ContactId(contactId), body.Name, body.Email, body.Language),
            ct
        );
        return await GetContact(id, successor.Value, mediator, http, ct);
    }

    private static Task<Page<ContactDetails>> ListContacts(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListContacts(new OrganizationId(id), limit, cursor, updatedSince), ct);

    private static async Task<IResult> RemoveContact(Guid id, Guid contactId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveContact(new OrganizationId(id), new ContactId(contactId)), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> IssueApiKey(Guid id, ApiKeyBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var issued = await mediator.Send(new IssueApiKey(new OrganizationId(id), body.Name, body.Role, body.ExpiresOn), ct);
        return Shown(id, issued, http);
    }

    private static async Task<IResult> RotateApiKey(
        Guid id,
        Guid keyId,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct,
        RotateBody? body = null
    )
    {
        var overlap = body?.OverlapHours ?? Application.Access.RotateApiKey.UsualOverlap;
        return Shown(id, await mediator.Send(new RotateApiKey(new OrganizationId(id), new ApiKeyId(keyId), overlap), ct), http);
    }

    private static IResult Shown(Guid id, IssuedApiKey issued, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Created($"/api/v1/organizations/{id}/api-keys/{issued.Id}", issued);
    }

    private static Task<Page<ApiKeyDetails>> ListApiKeys(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListApiKeys(new OrganizationId(id), limit, cursor, updatedSince), ct);

    private static async Task<IResult> GetApiKey(Guid id, Guid keyId, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var key = await mediator.Send(new GetApiKey(new OrganizationId(id), new ApiKeyId(keyId)), ct);
        return http.Tagged(key, key.Version);
    }

    private static async Task<IResult> RevokeApiKey(Guid id, Guid keyId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RevokeApiKey(new OrganizationId(id), new ApiKeyId(keyId)), ct);
        return Results.NoContent();
    }
}
