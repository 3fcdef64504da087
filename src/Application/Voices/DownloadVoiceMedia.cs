using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>The photo or voice note of a voice that is neither hidden nor withdrawn; the secretariat reads hidden ones, too.</summary>
[Needs(Right.Read)]
public sealed record DownloadVoiceMedia(VoicePlace Place, VoiceId VoiceId) : IRequest<VoiceContent>;

/// <param name="Content">A stream that the caller disposes.</param>
public sealed record VoiceContent(string ContentType, Stream Content);

internal sealed class DownloadVoiceMediaHandler(ITrackerDb db, IFileStore files, ICurrentUser user)
    : IRequestHandler<DownloadVoiceMedia, VoiceContent>
{
    public async Task<VoiceContent> Handle(DownloadVoiceMedia query, CancellationToken ct)
    {
        await db.MustSeeAsync(user, query.Place, ct);
        var seesHidden = user.Role == Role.Secretariat;
        var media =
            await db
                .Voices.AsNoTracking()
                .At(query.Place)
                .Where(v => v.Id == query.VoiceId && (seesHidden || v.HiddenBecause == null))
                .Select(v => v.Media)
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("voiceMedia");
        try
        {
            return new VoiceContent(media.ContentType, files.Open(media.File));
        }
        catch (FileNotFoundException)
        {
            // Its voice is just being withdrawn.
            throw DomainException.NotFound("voiceMedia");
        }
    }
}
