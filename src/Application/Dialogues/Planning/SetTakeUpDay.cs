using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Sets the day after which an outcome that nobody took up is flagged; it can be moved after publishing, too.</summary>
/// <param name="TakeUpBy">The last day, in the time zone of the dialogue; null for none.</param>
[Needs(Right.Organize)]
public sealed record SetTakeUpDay(DialogueId DialogueId, DateOnly? TakeUpBy) : IRequest;

internal sealed class SetTakeUpDayValidator : AbstractValidator<SetTakeUpDay>
{
    public SetTakeUpDayValidator() => RuleFor(d => d.TakeUpBy).OptionalDay();
}

internal sealed class SetTakeUpDayHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<SetTakeUpDay>
{
    public async Task<Unit> Handle(SetTakeUpDay command, CancellationToken ct)
    {
        (await db.GetForChangeAsync(user, command.DialogueId, ct)).SetTakeUpBy(command.TakeUpBy);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
