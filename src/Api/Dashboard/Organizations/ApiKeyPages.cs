using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Organizations;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Dashboard.Organizations;

/// <summary>The API keys of an organization. A new key is shown once, on a page that is not stored.</summary>
internal static class ApiKeyPages
{
    private const string Keys = "/organizations/{id:guid}/api-keys";
    private const int PageSize = 50;

    public static void MapApiKeyPages(this RouteGroupBuilder pages)
    {
        pages.MapRead<ListApiKeys>(Keys, List);
        pages.MapForm<IssueApiKey>(Keys + "/new", New, Issue);
        pages.MapForm<RotateApiKey>(Keys + "/{keyId:guid}/rotate", ChooseOverlap, Rotate);
        pages.MapForm<RevokeApiKey>(Keys + "/{keyId:guid}/revoke", Confirm, Revoke);
    }

    private static async Task<IResult> List(
        Guid id,
        IMediator mediator,
        ICurrentUser user,
        TimeProvider time,
        CancellationToken ct,
        string? cursor = null
    ) =>
        Pages.Page<ApiKeysPage>(
            new
            {
                Keys = await mediator.Send(new ListApiKeys(new OrganizationId(id), PageSize, cursor), ct),
                Organization = await GetAsync(id, mediator, ct),
                Managed = user.ManagedRoles(),
                Now = time.GetUtcNow(),
            }
        );

    private static Task<IResult> New(Guid id, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var form = new Form();
        form.Set("role", "reporter");
        return ShowAsync(id, form, mediator, user, ct);
    }

    private static Task<IResult> Issue(Guid id, FormPost post, IMediator mediator, ICurrentUser user, CancellationToken ct) =>
        post.SendAsync<ApiKeyBody>(
            async body => Shown(id, await mediator.Send(new IssueApiKey(new OrganizationId(id), body.Name, body.Role, body.ExpiresOn), ct)),
            form => ShowAsync(id, form, mediator, user, ct)
        );

    private static async Task<IResult> ChooseOverlap(Guid id, Guid keyId, IMediator mediator, CancellationToken ct)
    {
        var key = await GetAsync(id, keyId, mediator, ct);
        var form = new Form { Version = key.Version };
        form.Set("overlapHours", $"{RotateApiKey.UsualOverlap}");
        return await ShowRotateAsync(id, key, form, mediator, ct);
    }

    private static Task<IResult> Rotate(Guid id, Guid keyId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<RotateBody>(
            async body =>
            {
                var overlap = body.OverlapHours ?? RotateApiKey.UsualOverlap;
                return Shown(id, await mediator.Send(new RotateApiKey(new OrganizationId(id), new ApiKeyId(keyId), overlap), ct));
            },
            async form => await ShowRotateAsync(id, await GetAsync(id, keyId, mediator, ct), form, mediator, ct)
        );

    private static Task<IResult> Confirm(Guid id, Guid keyId, IMediator mediator, CancellationToken ct) =>
        ConfirmAsync(id, keyId, new Form(), mediator, ct);

    private static Task<IResult> Revoke(Guid id, Guid keyId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RevokeApiKey(new OrganizationId(id), new ApiKeyId(keyId)), ct);
                return new Sent(Links.ApiKeys(id), "notice.key.revoked");
            },
            form => ConfirmAsync(id, keyId, form, mediator, ct)
        );

    private static Sent Shown(Guid id, IssuedApiKey key) =>
        new(Links.ApiKeys(id)) { Secret = Pages.Page<ApiKeySecretPage>(new { Key = key, OrganizationId = id }) };

    private static async Task<IResult> ShowAsync(Guid id, Form form, IMediator mediator, ICurrentUser user, CancellationToken ct)
    {
        var organization = await GetAsync(id, mediator, ct);
        user.MustActFor(new OrganizationId(id));
        return await Pages.FormPage<ApiKeyFormPage>(
            new
            {
                Form = form,
                Organization = organization,
                Roles = user.ManagedRoles(),
            },
            form
        );
    }

    private static async Task<IResult> ShowRotateAsync(Guid id, ApiKeyDetails key, Form form, IMediator mediator, CancellationToken ct) =>
        await Pages.FormPage<ApiKeyRotatePage>(
            new
            {
                Form = form,
                Key = key,
                Organization = await GetAsync(id, mediator, ct),
            },
            form
        );

    private static async Task<IResult> ConfirmAsync(Guid id, Guid keyId, Form form, IMediator mediator, CancellationToken ct)
    {
        var key = await GetAsync(id, keyId, mediator, ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("key.revoke.heading", Format.Name(key.Name)),
            what: Format.Sentences(
                Texts.Page("key.revoke.what", key.Prefix),
                key.LastUsedAt is { } used ? Texts.Page("key.revoke.used", Format.Timestamp(used)) : Texts.Page("key.revoke.never")
            ),
            button: Texts.Page("key.revoke.button"),
            back: Links.ApiKeys(id)
        );
    }

    private static Task<OrganizationDetails> GetAsync(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetOrganization(new OrganizationId(id)), ct);

    private static Task<ApiKeyDetails> GetAsync(Guid id, Guid keyId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetApiKey(new OrganizationId(id), new ApiKeyId(keyId)), ct);
}
