using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Access;

/// <param name="ExpiresOn">The last day on which it works (UTC).</param>
[Needs(Right.ManagePeople)]
public sealed record IssueApiKey(OrganizationId OrganizationId, string Name, Role Role, DateOnly? ExpiresOn = null) : IRequest<IssuedApiKey>;

/// <summary>A new key. This is the only answer that ever shows it.</summary>
public sealed record IssuedApiKey(Guid Id, string Key, string Prefix, Role Role, DateOnly? ExpiresOn);

internal sealed class IssueApiKeyValidator : AbstractValidator<IssueApiKey>
{
    public IssueApiKeyValidator()
    {
        RuleFor(k => k.Name).Required(ApiKey.NameMaxLength);
        RuleFor(k => k.Role).Known();
    }
}

internal sealed class IssueApiKeyHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<IssueApiKey, IssuedApiKey>
{
    public async Task<IssuedApiKey> Handle(IssueApiKey command, CancellationToken ct)
    {
        var organization = await db.Organizations.VisibleTo(db, user).GetAsync(command.OrganizationId, ct);
        user.MustActFor(organization.Id);
        if (user.Role == Role.Officer && command.Role is not (Role.Officer or Role.Reporter)) throw AccessErrors.KeyRole();
        var now = time.GetUtcNow();
        if (command.ExpiresOn < DateOnly.FromDateTime(now.UtcDateTime)) throw DomainException.Refused("apiKey.expiresInThePast", "expiresOn");

        var (record, key) = ApiKey.Issue(organization.Id, command.Name, command.Role, command.ExpiresOn, now);
        db.ApiKeys.Add(record);
        await db.SaveChangesAsync(ct);
        return new IssuedApiKey(record.Id.Value, key, record.Prefix, record.Role, record.ExpiresOn);
    }
}

/// <summary>A key, without the key.</summary>
public sealed record ApiKeyDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Prefix { get; init; } = "";

    public Role Role { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

internal sealed class ApiKeyMaps : Profile
{
    public ApiKeyMaps() => CreateMap<ApiKey, ApiKeyDetails>();
}

[Needs(Right.ManagePeople)]
public sealed record ListApiKeys(OrganizationId OrganizationId, int? Limit = null, string? Cursor = null) : IRequest<Page<ApiKeyDetails>>, IPaged;

internal sealed class ListApiKeysValidator : AbstractValidator<ListApiKeys>
{
    public ListApiKeysValidator() => this.Paged();
}

internal sealed class ListApiKeysHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<ListApiKeys, Page<ApiKeyDetails>>
{
    public async Task<Page<ApiKeyDetails>> Handle(ListApiKeys query, CancellationToken ct)
    {
        var organization = await db.Organizations.VisibleTo(db, user).GetAsync(query.OrganizationId, ct);
        user.MustActFor(organization.Id);
        return await db.ApiKeys.Where(k => k.OrganizationId == organization.Id)
            .ToPageAsync(query, k => k.Seq, descending: false, page => page.ProjectTo<ApiKeyDetails>(maps), ct);
    }
}

[Needs(Right.ManagePeople)]
public sealed record RevokeApiKey(OrganizationId OrganizationId, ApiKeyId ApiKeyId) : IRequest;

internal sealed class RevokeApiKeyHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<RevokeApiKey>
{
    public async Task<Unit> Handle(RevokeApiKey command, CancellationToken ct)
    {
        var organization = await db.Organizations.VisibleTo(db, user).GetAsync(command.OrganizationId, ct);
        user.MustActFor(organization.Id);
        var key = await db.ApiKeys.GetAsync("apiKey", k => k.Id == command.ApiKeyId && k.OrganizationId == organization.Id, ct);
        if (user.Role == Role.Officer && key.Role is not (Role.Officer or Role.Reporter)) throw AccessErrors.KeyRole();
        key.Revoke(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
