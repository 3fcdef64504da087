using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <param name="Kind">A pillar or a theme; commitments have no stakeholder groups.</param>
[Needs(Right.Read)]
public sealed record GetTermOverview(VocabularyKind Kind, string Code) : IRequest<TermOverview>;

internal sealed class GetTermOverviewValidator : AbstractValidator<GetTermOverview>
{
    public GetTermOverviewValidator() => RuleFor(q => q.Code).RequiredLine(Limits.VocabularyCode);
}

internal sealed class GetTermOverviewHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary, TimeProvider time)
    : IRequestHandler<GetTermOverview, TermOverview>
{
    public const int Shown = 10;

    public async Task<TermOverview> Handle(GetTermOverview query, CancellationToken ct)
    {
        var (now, kind, code) = (time.GetUtcNow(), query.Kind, query.Code);
        var term = vocabulary.Find(kind, code) is { Kind: VocabularyKind.Pillar or VocabularyKind.Theme } found
            ? found
            : throw DomainException.NotFound("vocabularyTerm");
        var filter = kind == VocabularyKind.Pillar ? new CommitmentFilter { Pillar = code } : new CommitmentFilter { Theme = code };
        var commitments = db.Commitments.VisibleTo(db, user).Matching(filter, db, now).AsNoTracking();
        var accepted = commitments.Where(c => c.WasAccepted);
        var partnerships = db.Partnerships.VisibleTo(db, user).WithTopic(db, kind, code);
        var counts = await CountAsync(commitments, now, ct);
        return new TermOverview
        {
            Kind = kind,
            Code = code,
            Name = term.Name,
            Description = term.Description,
            IsRetired = term.IsRetired,
            Committed = counts.Committed,
            Completed = counts.Completed,
            Overdue = counts.Overdue,
            OnTime = counts.OnTime,
            ByOrganization = counts.Committed == 0 ? [] : await ByOrganizationAsync(accepted, now, ct),
            Organizations = counts.Committed == 0 ? 0 : await db.Organizations.VisibleTo(db, user).AccountableFor(accepted).CountAsync(ct),
            ByCountry = counts.Committed == 0 ? [] : await ByCountryAsync(accepted, now, ct),
            Partnerships = await partnerships
                .OrderBy(p => p.NameKey)
                .ThenBy(p => p.Seq)
                .Take(Shown)
                .Select(p => new PartnershipOfTerm(p.Id.Value, p.Name, p.Status, db.Members.Count(m => m.PartnershipId == p.Id)))
                .ToListAsync(ct),
            PartnershipsTotal = await partnerships.CountAsync(ct),
        };
    }

    private static async Task<(int Committed, int Completed, int Overdue, int OnTime)> CountAsync(
        IQueryable<Commitment> commitments,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var counted = await commitments
            .GroupBy(_ => 1)
            .Select(all => new
            {
                Committed = all.Count(c => c.WasAccepted),
                Completed = all.Count(c => c.Status == CommitmentStatus.Completed),
                Overdue = all.Count(c => c.OverdueAt <= now),
                OnTime = all.Count(c => c.Status == CommitmentStatus.Active && (c.OverdueAt == null || c.OverdueAt > now)),
            })
            .SingleOrDefaultAsync(ct);
        return counted is null ? default : (counted.Committed, counted.Completed, counted.Overdue, counted.OnTime);
    }

    private async Task<IReadOnlyList<OrganizationCount>> ByOrganizationAsync(
        IQueryable<Commitment> commitments,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var counted = (
            from c in commitments
            group c by c.OrganizationId into own
            select new
            {
                Id = own.Key,
                Committed = own.Count(),
                Completed = own.Count(c => c.Status == CommitmentStatus.Completed),
                Overdue = own.Count(c => c.OverdueAt <= now),
            }
        );
        return await (
            from own in counted
            join o in db.Organizations on own.Id equals o.Id
            orderby own.Committed descending, o.NameKey, o.Seq
            select new OrganizationCount(o.Id.Value, o.Name, o.CountryCode, own.Committed, own.Completed, own.Overdue)
        )
            .Take(Shown)
            .ToListAsync(ct);
    }

    /// <summary>The most commitments first; those of unknown country last.</summary>
    private async Task<IReadOnlyList<CountryCount>> ByCountryAsync(
        IQueryable<Commitment> commitments,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var countries =
            from country in db.CommitmentCountries
            join c in commitments on country.CommitmentId equals c.Id
            group c.OverdueAt by country.Code into code
            select new
            {
                Code = (string?)code.Key,
                Total = code.Count(),
                Overdue = code.Count(at => at <= now),
            };
        var unknown =
            from c in commitments.WhereCountryUnknown(db)
            group c.OverdueAt by 1 into all
            select new
            {
                Code = (string?)null,
                Total = all.Count(),
                Overdue = all.Count(at => at <= now),
            };
        var counted = await countries.Concat(unknown).ToListAsync(ct);
        return
        [
            .. counted
                .OrderBy(c => c.Code is null)
                .ThenByDescending(c => c.Total)
                .ThenBy(c => c.Code, StringComparer.Ordinal)
                .Select(c => new CountryCount(c.Code, c.Total, c.Overdue)),
        ];
    }
}
