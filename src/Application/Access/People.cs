using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Access;

/// <summary>A person who may sign in, or could until they were deactivated.</summary>
public sealed record PersonDetails
{
    public Guid Id { get; init; }

    public string Email { get; init; } = "";

    public string? Name { get; init; }

    public Role Role { get; init; }

    public Guid? OrganizationId { get; init; }

    public string? OrganizationName { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeactivatedAt { get; init; }

    public int Version { get; init; }
}

[Needs(Right.ManagePeople)]
public sealed record ListPeople(int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null) : IRequest<Page<PersonDetails>>, ISupportsUpdatedSince;

internal sealed class ListPeopleValidator : AbstractValidator<ListPeople>
{
    public ListPeopleValidator() => this.Paged();
}

[Needs(Right.ManagePeople)]
public sealed record GetPerson(UserId UserId) : IRequest<PersonDetails>;

internal sealed class PeopleHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListPeople, Page<PersonDetails>>, IRequestHandler<GetPerson, PersonDetails>
{
    public Task<Page<PersonDetails>> Handle(ListPeople query, CancellationToken ct) =>
        db.Users.ManagedBy(user).ToPageAsync(query, u => u.Email, descending: false, Details, ct);

    public async Task<PersonDetails> Handle(GetPerson query, CancellationToken ct) =>
        await Details(db.Users.ManagedBy(user).Where(u => u.Id == query.UserId)).SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("person");

    private IQueryable<PersonDetails> Details(IQueryable<User> people) => people.Select(u => new PersonDetails
    {
        Id = u.Id.Value,
        Email = u.Email,
        Name = u.Name,
        Role = u.Role,
        OrganizationId = u.OrganizationId == null ? null : u.OrganizationId.Value.Value,
        OrganizationName = db.Organizations.Where(o => o.Id == u.OrganizationId).Select(o => o.Name).FirstOrDefault(),
        CreatedAt = u.CreatedAt,
        DeactivatedAt = u.DeactivatedAt,
        Version = u.Version,
    });
}

/// <summary>It counts from the person's next click: the role is asked for with every request.</summary>
/// <param name="OrganizationId">Another organization; where nothing is said it stays, and nobody of the secretariat has one.</param>
[Needs(Right.ManagePeople)]
public sealed record ChangeRole(UserId UserId, Role Role, OrganizationId? OrganizationId = null) : IRequest;

internal sealed class ChangeRoleValidator : AbstractValidator<ChangeRole>
{
    public ChangeRoleValidator() => RuleFor(c => c.Role).IsKnownValue();
}

/// <summary>The person is out at once, everywhere.</summary>
[Needs(Right.ManagePeople)]
public sealed record DeactivatePerson(UserId UserId) : IRequest;

internal sealed class ChangePersonHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ChangeRole>, IRequestHandler<DeactivatePerson>
{
    public async Task<Unit> Handle(ChangeRole command, CancellationToken ct)
    {
        var person = await GetAsync(command.UserId, ct);
        user.MustManage(command.Role);
        var organization = command.OrganizationId ?? (command.Role == Role.Secretariat ? null : person.OrganizationId);
        if (organization is { } id && id != person.OrganizationId) await db.ManagedOrganizationAsync(user, id, ct);
        if (command.Role != Role.Secretariat) await MustNotLockUsOutAsync(person, ct);
        person.ChangeRole(command.Role, organization);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }

    public async Task<Unit> Handle(DeactivatePerson command, CancellationToken ct)
    {
        var person = await GetAsync(command.UserId, ct);
        await MustNotLockUsOutAsync(person, ct);
        person.Deactivate(time.GetUtcNow());
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.UserId == person.Id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }

    private async Task<User> GetAsync(UserId id, CancellationToken ct)
    {
        var person = (await db.Users.ManagedBy(user).GetAsync("person", u => u.Id == id, ct)).MustBeExpectedBy(user);
        user.MustManage(person.Role);
        return person;
    }

    /// <summary>The last person of the secretariat stays; only a key of the secretariat, which can invite the next, may take them out.</summary>
    private async Task MustNotLockUsOutAsync(User person, CancellationToken ct)
    {
        if (person.Role != Role.Secretariat || user.Actor.Kind != ActorKind.User) return;
        if (!await db.Users.AnyAsync(u => u.Role == Role.Secretariat && u.DeactivatedAt == null && u.Id != person.Id, ct)) throw UserErrors.LastOfSecretariat();
    }
}
