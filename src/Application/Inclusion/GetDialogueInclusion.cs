using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Inclusion;

/// <summary>Who takes part in a dialogue, in which role, and who is missing; read in four statements.</summary>
[Needs(Right.Read)]
public sealed record GetDialogueInclusion(DialogueId DialogueId) : IRequest<DialogueInclusion>;

internal sealed class GetDialogueInclusionHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<GetDialogueInclusion, DialogueInclusion>
{
    public async Task<DialogueInclusion> Handle(GetDialogueInclusion query, CancellationToken ct)
    {
        var dialogue =
            await db
                .Dialogues.VisibleTo(db, user)
                .Where(d => d.Id == query.DialogueId)
                .Select(d => new { d.Groups })
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("dialogue");
        var rows = await ParticipantsAsync(query.DialogueId, ct);
        var byName = await ByNameAsync(rows, ct);
        var roles = await RolesAsync(query.DialogueId, ct);
        return DialogueInclusionReport.Of(
            rows.ConvertAll(row => row.ToFact(byName.GetValueOrDefault(row.OrganizationKey), [.. roles[row.Id]])),
            dialogue.Groups,
            vocabulary
        );
    }

    /// <summary>Participants need no account here; an account is known by its address.</summary>
    private Task<List<Row>> ParticipantsAsync(DialogueId id, CancellationToken ct) =>
        (
            from p in db.DialogueParticipants.Where(p => p.DialogueId == id && p.RemovedAt == null)
            join u in db.Users.Where(u => u.DeactivatedAt == null) on p.Email equals u.Email into accounts
            from u in accounts.DefaultIfEmpty()
            join o in db.Organizations on u!.OrganizationId equals (OrganizationId?)o.Id into own
            from o in own.DefaultIfEmpty()
            select new Row
            {
                Id = p.Id,
                Group = p.Group,
                Answer = p.Answer,
                IsSpokesperson = p.SpokesFor != null,
                OrganizationName = p.Organization,
                HasAccount = u != null,
                IsEarlyCareer = u != null && u.IsEarlyCareer,
                IsCareerKnown = u != null && u.IsCareerKnown,
                Sector = o == null ? null : (Sector?)o.Sector,
                CountryCode = o == null ? null : o.CountryCode,
                IsCommunity =
                    o != null && (o.IsCommunity || db.Members.Any(m => m.OrganizationId == o.Id && m.Role == MemberRole.Community)),
            }
        ).ToListAsync(ct);

    /// <summary>The registered organizations with the names that were given; a name that two have says nothing.</summary>
    private async Task<Dictionary<string, OrganizationFact>> ByNameAsync(List<Row> rows, CancellationToken ct)
    {
        var unmatched = rows.Where(row => row.Sector is null).Select(row => row.OrganizationKey);
        var names = unmatched.Where(key => key.Length > 0).Distinct().ToList();
        if (names.Count == 0)
            return [];
        var found = await db
            .Organizations.Where(o => names.Contains(o.NameKey))
            .Select(o => new
            {
                o.NameKey,
                o.Sector,
                o.CountryCode,
                IsCommunity = o.IsCommunity || db.Members.Any(m => m.OrganizationId == o.Id && m.Role == MemberRole.Community),
            })
            .ToListAsync(ct);
        return found
            .GroupBy(o => o.NameKey, o => new OrganizationFact(o.Sector, o.CountryCode, o.IsCommunity))
            .Where(same => same.Count() == 1)
            .ToDictionary(same => same.Key, same => same.Single());
    }

    private async Task<ILookup<ParticipantId, RoomRole>> RolesAsync(DialogueId id, CancellationToken ct)
    {
        var roles = await db
            .DialogueAssignments.Where(a => a.DialogueId == id && a.Role != RoomRole.Participant)
            .Select(a => new { a.ParticipantId, a.Role })
            .Distinct()
            .ToListAsync(ct);
        return roles.ToLookup(a => a.ParticipantId, a => a.Role);
    }

    /// <summary>A participant, with the organization of the account that they have.</summary>
    private sealed record Row
    {
        public required ParticipantId Id { get; init; }

        public required string Group { get; init; }

        public required InvitationAnswer Answer { get; init; }

        public required bool IsSpokesperson { get; init; }

        /// <summary>As it was given with the invitation.</summary>
        public required string? OrganizationName { get; init; }

        public required bool HasAccount { get; init; }

        public required bool IsEarlyCareer { get; init; }

        public required bool IsCareerKnown { get; init; }

        public required Sector? Sector { get; init; }

        public required string? CountryCode { get; init; }

        public required bool IsCommunity { get; init; }

        /// <summary>The name as organizations are searched by it; empty where none was given.</summary>
        public string OrganizationKey => TextKey.Of(OrganizationName ?? "");

        /// <param name="named">The registered organization with that name; null where there is not exactly one.</param>
        /// <param name="roles">In rooms, except that of a participant.</param>
        public ParticipantFact ToFact(OrganizationFact? named, IReadOnlyCollection<RoomRole> roles) =>
            new(
                Group,
                Answer,
                roles,
                IsSpokesperson,
                Sector is { } sector ? new OrganizationFact(sector, CountryCode, IsCommunity) : named,
                HasAccount && OrganizationName is null,
                IsCareerKnown ? IsEarlyCareer
                    : Group == StakeholderGroupCodes.EarlyCareer ? true
                    : (bool?)null
            );
    }
}
