using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>Changes the language and the time zone of the signed-in person. An API key has neither.</summary>
/// <param name="Language">The language of mails to them: one of the six UN languages; unknown if left out.</param>
/// <param name="TimeZone">IANA id; daily mail is sent in the morning there. That of the organization, or UTC, if left out.</param>
[Needs(Right.SignIn)]
public sealed record ChangePreferences(string? Language = null, string? TimeZone = null) : IRequest;

internal sealed class ChangePreferencesValidator : AbstractValidator<ChangePreferences>
{
    public ChangePreferencesValidator()
    {
        RuleFor(c => c.Language).OptionalLanguage();
        RuleFor(c => c.TimeZone).OptionalLine(Limits.TimeZone);
    }
}

internal sealed class ChangePreferencesHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ChangePreferences>
{
    public async Task<Unit> Handle(ChangePreferences command, CancellationToken ct)
    {
        if (user.Actor is not { Kind: ActorKind.User, Id: { } id })
            throw AccessErrors.NotAllowed();
        var person = await db.Users.SingleAsync(u => u.Id == new UserId(id), ct);
        person.Prefer(command.Language, command.TimeZone);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
