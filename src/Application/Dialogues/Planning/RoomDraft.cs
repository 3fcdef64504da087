using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <param name="Place">Where it is, or the address of an online room.</param>
public sealed record RoomDraft(string Name, string? Place = null)
{
    internal RoomTerms ToTerms() => new(Name, Place);
}

internal sealed class RoomDraftValidator : AbstractValidator<RoomDraft>
{
    public RoomDraftValidator()
    {
        RuleFor(r => r.Name).RequiredLine(Limits.Title);
        RuleFor(r => r.Place).OptionalLine(Limits.Url);
    }
}
