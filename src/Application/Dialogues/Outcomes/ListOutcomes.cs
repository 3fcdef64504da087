using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Lists the outcomes of a dialogue in the order in which they were written.</summary>
[Needs(Right.Read)]
public sealed record ListOutcomes(
    DialogueId DialogueId,
    OutcomeKind? Kind = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<OutcomeDetails>>, ISupportsUpdatedSince
{
    public bool TotalOnEveryPage { get; init; }
}

internal sealed class ListOutcomesValidator : AbstractValidator<ListOutcomes>
{
    public ListOutcomesValidator()
    {
        this.Paged();
        RuleFor(q => q.Kind).IsKnownValue();
    }
}

internal sealed class ListOutcomesHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListOutcomes, Page<OutcomeDetails>>
{
    public async Task<Page<OutcomeDetails>> Handle(ListOutcomes query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var dialogue =
            await db
                .Dialogues.VisibleTo(db, user)
                .Where(d => d.Id == query.DialogueId)
                .Select(d => new { d.Groups })
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("dialogue");
        var rows = db.Outcomes.Where(o => o.DialogueId == query.DialogueId);
        if (query.Kind is { } kind)
            rows = rows.Where(o => o.Kind == kind);
        var page = await rows.ToPageAsync(query, o => o.Seq, descending: false, outcomes => outcomes.AsDetails(db, now), ct);
        return page with { Items = await page.Items.WithPartsAsync(db, user, dialogue.Groups, now, ct) };
    }
}
