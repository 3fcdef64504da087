using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>
/// Opens the rounds that partnerships have planned, invites to the rounds that are open, reminds once before they close those who have not
/// answered, and closes what has ended. Contacts and members who join while a round is open are invited, too.
/// </summary>
[Needs(Right.Administer)]
public sealed record RunHealthChecks : IRequest<int>;

internal sealed class RunHealthChecksHandler(ITrackerDb db, ILetterRenderer letters, TimeProvider time)
    : IRequestHandler<RunHealthChecks, int>
{
    private const int AtOnce = 100;

    /// <returns>The number of mails that were requested.</returns>
    public async Task<int> Handle(RunHealthChecks command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await OpenPlannedAsync(DateOnly.FromDateTime(now.UtcDateTime), ct);
        var begun = await db
            .HealthCheckRounds.AsNoTracking()
            .Where(r => r.CancelledAt == null && r.ClosedAt == null && r.OpensAt <= now)
            .OrderBy(r => r.Seq)
            .Select(r => new Begun(r, db.Partnerships.Where(p => p.Id == r.PartnershipId).Select(p => p.Name).First()))
            .ToListAsync(ct);
        var mails = 0;
        foreach (var (round, partnership) in begun)
        {
            if (round.StateAt(now) == HealthCheckState.Closed)
            {
                await ChangeAsync(round.Id, r => r.Close(now), ct);
                continue;
            }

            mails += await InviteAsync(round, partnership, ct);
            if (round.RemindedAt is null && round.ClosesAt.AddDays(-HealthCheckRound.RemindDaysBefore) <= now)
            {
                mails += await RemindAsync(round, partnership, ct);
                await ChangeAsync(round.Id, r => r.Reminded(now), ct);
            }
        }

        return mails;
    }

    /// <summary>Each is saved alone. After a time in which nothing ran, one round opens and not several.</summary>
    private async Task OpenPlannedAsync(DateOnly today, CancellationToken ct)
    {
        var planned = await db
            .Partnerships.Where(p => p.Status == PartnershipStatus.Active && p.HealthCheckMonths != null && p.HealthChecksFrom <= today)
            .OrderBy(p => p.Seq)
            .WithPlans(db)
            .ToListAsync(ct);
        foreach (var due in planned.Where(plan => plan.NextOn <= today))
        {
            db.HealthCheckRounds.Add(
                HealthCheckRound.OpenPlanned(due.Partnership, due.Rounds + 1, due.Partnership.HealthCheckMonths!.Value, today)
            );
            await db.SaveChangesAsync(ct);
            db.Session.ClearTracked();
        }
    }

    /// <summary>
    /// People who are contacts of members and have no invitation: focal points and alternates, and authorized officers where a member has
    /// neither. Whoever is a contact of a member in two roles is asked once for it. Each batch is saved with its mails, so that nobody is
    /// invited twice.
    /// </summary>
    private async Task<int> InviteAsync(HealthCheckRound round, string partnership, CancellationToken ct)
    {
        var waiting =
            from m in db.Members
            join o in db.Organizations on m.OrganizationId equals o.Id
            join c in db.Contacts on m.OrganizationId equals c.OrganizationId
            where m.PartnershipId == round.PartnershipId
            where
                c.Role != ContactRole.AuthorizedOfficer
                || !db.Contacts.Any(other => other.OrganizationId == c.OrganizationId && other.Role != ContactRole.AuthorizedOfficer)
            where
                !db.HealthCheckInvitations.Any(i =>
                    i.RoundId == round.Id
                    && i.OrganizationId == c.OrganizationId
                    && (i.ContactId == c.Id || db.Mails.Any(mail => mail.Id == i.MailId && mail.Recipient == c.Email))
                )
            orderby c.Seq
            select new Respondent(o.Id, c.Id, c.Name, c.Email, c.Language, m.Role, o.Sector);
        var invited = 0;
        while (await waiting.Take(AtOnce).ToListAsync(ct) is { Count: > 0 } contacts)
        {
            var some = contacts.DistinctBy(contact => (contact.OrganizationId, contact.Email)).ToList();
            await AddGroupsAsync(round, [.. some.Select(r => (r.Role, r.Sector)).Distinct()], ct);
            foreach (var to in some)
            {
                var (invitation, token) = HealthCheckInvitation.Make(round.Id, to.OrganizationId, to.ContactId, to.Role, to.Sector);
                var mail = await letters.RenderAsync(
                    to.Email,
                    to.Language,
                    () => HealthCheckLetters.Invitation(round, partnership, to.Name, token)
                );
                invitation.SentBy(mail.Id);
                db.Mails.Add(mail);
                db.HealthCheckInvitations.Add(invitation);
            }

            await db.InTransactionAsync(
                async () =>
                {
                    await db.SaveChangesAsync(ct);
                    await db
                        .HealthCheckRounds.Where(r => r.Id == round.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(r => r.Invited, r => r.Invited + some.Count), ct);
                },
                ct
            );
            db.Session.ClearTracked();
            invited += some.Count;
        }

        return invited;
    }

    /// <summary>The counts of a group exist before its first answer, so that an answer adds no row.</summary>
    private async Task AddGroupsAsync(HealthCheckRound round, List<(MemberRole Role, Sector Sector)> groups, CancellationToken ct)
    {
        var counts = db.HealthTallies.Where(t => t.RoundId == round.Id);
        var known = await counts.Select(t => new { t.Role, t.Sector }).Distinct().ToListAsync(ct);
        foreach (var (role, sector) in groups.Except(known.Select(k => (k.Role, k.Sector))))
            db.HealthTallies.AddRange(HealthTally.Of(round.Id, round.InstrumentVersion, role, sector));
    }

    private async Task<int> RemindAsync(HealthCheckRound round, string partnership, CancellationToken ct)
    {
        var waiting =
            from i in db.HealthCheckInvitations
            join c in db.Contacts on i.ContactId equals c.Id
            where i.RoundId == round.Id && !i.IsAnswered && i.ReminderHash == null
            orderby i.Seq
            select new { Invitation = i, Contact = c };
        var reminded = 0;
        while (await waiting.Take(AtOnce).ToListAsync(ct) is { Count: > 0 } some)
        {
            foreach (var row in some)
            {
                var token = row.Invitation.Remind();
                db.Mails.Add(
                    await letters.RenderAsync(
                        row.Contact.Email,
                        row.Contact.Language,
                        () => HealthCheckLetters.Reminder(round, partnership, row.Contact.Name, token)
                    )
                );
            }

            await db.SaveChangesAsync(ct);
            db.Session.ClearTracked();
            reminded += some.Count;
        }

        return reminded;
    }

    private async Task ChangeAsync(HealthCheckRoundId id, Action<HealthCheckRound> change, CancellationToken ct)
    {
        change(await db.HealthCheckRounds.SingleAsync(r => r.Id == id, ct));
        await db.SaveChangesAsync(ct);
        db.Session.ClearTracked();
    }

    private sealed record Begun(HealthCheckRound Round, string Partnership);

    private sealed record Respondent(
        OrganizationId OrganizationId,
        ContactId ContactId,
        string Name,
        string Email,
        string? Language,
        MemberRole Role,
        Sector Sector
    );
}
