using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Lists the voices that the caller gave and did not withdraw, the newest first.</summary>
[Needs(Right.AddVoice)]
public sealed record ListOwnVoices(int? Limit = null, string? Cursor = null) : IRequest<Page<VoiceDetails>>, IPaged;

internal sealed class ListOwnVoicesValidator : AbstractValidator<ListOwnVoices>
{
    public ListOwnVoicesValidator() => this.Paged();
}

internal sealed class ListOwnVoicesHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary, VoicePeople people)
    : IRequestHandler<ListOwnVoices, Page<VoiceDetails>>
{
    public async Task<Page<VoiceDetails>> Handle(ListOwnVoices query, CancellationToken ct)
    {
        var own = await people.KeysOfCallerAsync(ct);
        var page = await db
            .Voices.AsNoTracking()
            .Where(v => db.VoiceIdentities.Any(i => i.VoiceId == v.Id && own.Contains(i.PersonKey)))
            .ToPageAsync(query, v => v.Seq, descending: true, rows => rows.Select(VoiceRows.Row(db)), ct);
        return new Page<VoiceDetails>([.. page.Items.Select(row => row.For(user, vocabulary))], page.Next, page.Total);
    }
}
