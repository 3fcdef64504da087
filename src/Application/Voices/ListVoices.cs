using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>
/// Lists what communities say about a commitment or about the outcomes of a dialogue, the newest first, with the voices that were hidden or
/// withdrawn.
/// </summary>
/// <param name="ClaimKind">Only voices on claims of this kind.</param>
/// <param name="ClaimId">Only voices on this claim.</param>
/// <param name="Stance">Only voices that say this; without those that were hidden or withdrawn.</param>
/// <param name="Unanswered">Only voices that dispute or confirm only partly, and have no answer yet; or all others.</param>
[Needs(Right.Read)]
public sealed record ListVoices(
    VoicePlace Place,
    VoiceClaimKind? ClaimKind = null,
    Guid? ClaimId = null,
    VoiceStance? Stance = null,
    int? Limit = null,
    string? Cursor = null,
    bool? Unanswered = null
) : IRequest<Page<VoiceDetails>>, IPaged;

internal sealed class ListVoicesValidator : AbstractValidator<ListVoices>
{
    public ListVoicesValidator()
    {
        RuleFor(q => q.ClaimKind).IsKnownValue();
        RuleFor(q => q.Stance).IsKnownValue();
        this.Paged();
    }
}

internal sealed class ListVoicesHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<ListVoices, Page<VoiceDetails>>
{
    public async Task<Page<VoiceDetails>> Handle(ListVoices query, CancellationToken ct)
    {
        await db.MustSeeAsync(user, query.Place, ct);
        var voices = db.Voices.AsNoTracking().At(query.Place);
        if (query.ClaimKind is { } kind)
            voices = voices.Where(v => v.ClaimKind == kind);
        if (query.ClaimId is { } claim)
            voices = voices.Where(v => v.ClaimId == claim);
        if (query.Stance is { } stance)
            voices = voices.WhereCounts().Where(v => v.Stance == stance);
        if (query.Unanswered is { } unanswered)
            voices = unanswered ? voices.WhereUnanswered() : voices.WhereNotUnanswered();
        var page = await voices.ToPageAsync(query, v => v.Seq, descending: true, rows => rows.Select(VoiceRows.Row(db)), ct);
        return new Page<VoiceDetails>([.. page.Items.Select(row => row.For(user, vocabulary))], page.Next, page.Total);
    }
}
