using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>A segment as it is planned.</summary>
/// <param name="Minutes">Its duration, 1 to 600.</param>
/// <param name="Position">Its place in the order, from 1; at the end if left out.</param>
public sealed record SegmentDraft(string Title, SegmentMethod Method, int Minutes, int? Position = null)
{
    internal SegmentTerms ToTerms() => new(Title, Method, Minutes);
}

internal sealed class SegmentDraftValidator : AbstractValidator<SegmentDraft>
{
    private const int MaxMinutes = 600;

    public SegmentDraftValidator()
    {
        RuleFor(s => s.Title).RequiredLine(Limits.Title);
        RuleFor(s => s.Method).IsKnownValue();
        RuleFor(s => s.Minutes).InclusiveBetween(1, MaxMinutes).WithText("form.between", 1, MaxMinutes);
        RuleFor(s => s.Position).InclusiveBetween(1, Dialogue.MaxSegments).WithText("form.between", 1, Dialogue.MaxSegments);
    }
}
