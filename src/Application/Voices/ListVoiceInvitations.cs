using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Voices;

/// <summary>Lists the links that the caller's organization sent, the newest first.</summary>
[Needs(Right.AddVoice)]
public sealed record ListVoiceInvitations(int? Limit = null, string? Cursor = null) : IRequest<Page<VoiceInvitationDetails>>, IPaged;

internal sealed class ListVoiceInvitationsValidator : AbstractValidator<ListVoiceInvitations>
{
    public ListVoiceInvitationsValidator() => this.Paged();
}

internal sealed class ListVoiceInvitationsHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListVoiceInvitations, Page<VoiceInvitationDetails>>
{
    public async Task<Page<VoiceInvitationDetails>> Handle(ListVoiceInvitations query, CancellationToken ct)
    {
        var page = await db
            .VoiceInvitations.AsNoTracking()
            .Where(i => i.OrganizationId == user.OrganizationId)
            .ToPageAsync(query, i => i.Seq, descending: true, rows => rows, ct);
        return new Page<VoiceInvitationDetails>(
            [.. page.Items.Select(row => VoiceInvitationDetails.Of(row, time.GetUtcNow()))],
            page.Next,
            page.Total
        );
    }
}
