using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>
/// Lists the voices that dispute a claim of the caller's organization, or confirm it only partly, and have no answer yet, the one that has
/// waited longest first. Who belongs to no organization sees those on the claims of all.
/// </summary>
[Needs(Right.Contribute)]
public sealed record ListUnansweredVoices(int? Limit = null, string? Cursor = null) : IRequest<Page<VoiceDetails>>, IPaged
{
    public bool TotalOnEveryPage { get; init; }
}

internal sealed class ListUnansweredVoicesValidator : AbstractValidator<ListUnansweredVoices>
{
    public ListUnansweredVoicesValidator() => this.Paged();
}

internal sealed class ListUnansweredVoicesHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<ListUnansweredVoices, Page<VoiceDetails>>
{
    public async Task<Page<VoiceDetails>> Handle(ListUnansweredVoices query, CancellationToken ct)
    {
        var voices = db.Voices.AsNoTracking().WhereUnanswered();
        if (user.OrganizationId is { } own)
            voices = voices.WhereAnsweredBy(db, own);
        var page = await voices.ToPageAsync(query, v => v.Seq, descending: false, rows => rows.Select(VoiceRows.Row(db)), ct);
        return new Page<VoiceDetails>([.. page.Items.Select(row => row.For(user, vocabulary))], page.Next, page.Total);
    }
}
