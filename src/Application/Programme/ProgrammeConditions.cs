using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>What belongs to a pillar or theme, as conditions that the database can evaluate for many.</summary>
internal static class ProgrammeConditions
{
    /// <summary>Partnerships that name the pillar or theme themselves.</summary>
    public static IQueryable<Partnership> WithTopic(
        this IQueryable<Partnership> partnerships,
        ITrackerDb db,
        VocabularyKind kind,
        string code
    ) => partnerships.Where(p => db.PartnershipTopics.Any(t => t.Kind == kind && t.Code == code && t.PartnershipId == p.Id));

    /// <summary>Dialogues name neither pillars nor themes: they belong to what their partnership names.</summary>
    public static IQueryable<Dialogue> WithTopic(this IQueryable<Dialogue> dialogues, ITrackerDb db, VocabularyKind kind, string code) =>
        dialogues.Where(d => db.PartnershipTopics.Any(t => t.Kind == kind && t.Code == code && t.PartnershipId == d.PartnershipId));

    /// <summary>Initiatives under the pillar, or with the theme.</summary>
    public static IQueryable<Initiative> WithTopic(this IQueryable<Initiative> initiatives, VocabularyKind kind, string code)
    {
        if (kind == VocabularyKind.Pillar)
            return initiatives.Where(i => i.Pillar == code);
        var key = Initiative.KeyOf([code]);
        return initiatives.Where(i => i.ThemesKey.Contains(key));
    }

    public static IQueryable<Organization> AccountableFor(this IQueryable<Organization> organizations, IQueryable<Commitment> commitments)
    {
        var accountable = commitments.Select(c => c.OrganizationId);
        return organizations.Where(o => accountable.Contains(o.Id));
    }
}
