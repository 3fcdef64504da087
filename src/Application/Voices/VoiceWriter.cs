using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices.Media;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Gives and withdraws voices. The use cases check who may do so.</summary>
internal sealed class VoiceWriter(ITrackerDb db, IFileStore files, VoicePeople people, CurrentUser user, TimeProvider time)
{
    /// <summary>
    /// Saves a voice. It replaces what the same person said on the claim before; a voice that says the same is given once.
    /// </summary>
    /// <param name="invitation">The link with which it is given; null for an account.</param>
    public async Task<VoiceId> GiveAsync(
        VoiceSubject subject,
        VoiceClaim claim,
        VoiceDraft draft,
        OrganizationId organization,
        VoicePerson person,
        CancellationToken ct,
        VoiceInvitation? invitation = null
    )
    {
        var former = await FormerAsync(claim, person, ct);
        if (draft.Media is null && former.Find(voice => voice.Says(draft.ToStatement(null))) is { } same)
            return same.Id;

        var clean = draft.Media is { } file ? MediaCleaner.Clean(file.Content) : null;
        var media = clean is null ? null : await StoreAsync(clean, ct);
        try
        {
            var now = time.GetUtcNow();
            var circle = new VoiceCircle(
                organization,
                VoiceCircle.Communities,
                await people.CountAsync(subject.ScopeId, organization, person.Key, ct)
            );
            var voice = Voice.Give(subject, claim, draft.ToStatement(media), circle, now);
            var left = former.Select(old => old.OrganizationId).OfType<OrganizationId>().Where(o => o != organization).ToHashSet();
            var unused = new List<VoiceMedia>();
            foreach (var old in former)
                unused.AddRange(await ForgetAsync(old, except: invitation, ct));
            db.Voices.Add(voice);
            db.VoiceIdentities.Add(new VoiceIdentity(voice, person.Key, person.Encrypted));
            invitation?.Use(voice.Id, now);
            var isNamed = invitation is null && voice.ShownAs == VoiceShownAs.Named && former.Count == 0;
            await SaveAsync(isNamed, subject.ScopeId, left, ct);
            Delete(unused);
            return voice.Id;
        }
        catch when (media is not null)
        {
            files.Delete(media.File);
            throw;
        }
    }

    /// <summary>
    /// Deletes what was said, the file and who said it, and saves. With the last voice of a person in the partnership or dialogue, their
    /// unused links are forgotten, too.
    /// </summary>
    public async Task WithdrawAsync(Voice voice, CancellationToken ct)
    {
        var left = new HashSet<OrganizationId>();
        if (voice.OrganizationId is { } organization)
            left.Add(organization);
        foreach (var link in await UnusedLinksAsync(voice, ct))
        {
            link.Forget(time.GetUtcNow());
            left.Add(link.OrganizationId);
        }

        var unused = await ForgetAsync(voice, except: null, ct);
        await SaveAsync(isNamed: false, voice.ScopeId, left, ct);
        Delete(unused);
    }

    /// <returns>The links that the person never used; none where another voice of theirs remains.</returns>
    private async Task<IReadOnlyList<VoiceInvitation>> UnusedLinksAsync(Voice voice, CancellationToken ct)
    {
        var key = await db.VoiceIdentities.Where(i => i.VoiceId == voice.Id).Select(i => i.PersonKey).SingleOrDefaultAsync(ct);
        return key is null || await db.VoiceIdentities.AnyAsync(i => i.PersonKey == key && i.VoiceId != voice.Id, ct)
            ? []
            : await db.VoiceInvitations.Where(i => i.PersonKey == key && i.VoiceId == null).ToListAsync(ct);
    }

    private Task<List<Voice>> FormerAsync(VoiceClaim claim, VoicePerson person, CancellationToken ct) =>
        db
            .Voices.Where(v => db.VoiceIdentities.Any(i => i.VoiceId == v.Id && i.PersonKey == person.Key && i.ClaimId == claim.Id))
            .ToListAsync(ct);

    /// <returns>The files to delete once this is saved.</returns>
    private async Task<IReadOnlyList<VoiceMedia>> ForgetAsync(Voice voice, VoiceInvitation? except, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        db.VoiceIdentities.RemoveRange(await db.VoiceIdentities.Where(i => i.VoiceId == voice.Id).ToListAsync(ct));
        foreach (var link in await db.VoiceInvitations.Where(i => i.VoiceId == voice.Id).ToListAsync(ct))
            if (link != except)
                link.Forget(now);
        return voice.Withdraw(now) is { } media ? [media] : [];
    }

    /// <param name="left">The organizations of which somebody was forgotten.</param>
    private async Task SaveAsync(bool isNamed, Guid scope, IReadOnlyCollection<OrganizationId> left, CancellationToken ct)
    {
        using var protection = isNamed ? null : user.ActProtected();
        await db.InTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync(ct);
                foreach (var organization in left)
                    await db.AfterForgettingAsync(scope, organization, ct);
            },
            ct
        );
    }

    private async Task<VoiceMedia> StoreAsync(CleanFile clean, CancellationToken ct)
    {
        // Not under its hash: the same file of two people is stored twice, so that each can be deleted.
        using var content = new MemoryStream(clean.Content.ToArray());
        return new VoiceMedia(await files.SaveAsync(content, ct), clean.ContentType, clean.Content.Length);
    }

    private void Delete(IEnumerable<VoiceMedia> unused)
    {
        foreach (var media in unused)
            files.Delete(media.File);
    }
}
