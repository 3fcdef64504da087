using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Initiatives;
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

internal sealed class GetTermOverviewHandler(
    ITrackerDb db,
    ICurrentUser user,
    IVocabulary vocabulary,
    IMediator mediator,
    TimeProvider time
) : IRequestHandler<GetTermOverview, TermOverview>
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
        var initiatives = db.Initiatives.VisibleTo(user).WithTopic(kind, code);
        var dialogues = db.Dialogues.VisibleTo(db, user).WithTopic(db, kind, code);
        var organizations = db.Organizations.VisibleTo(db, user).AccountableFor(accepted);

        // One row, so that what is counted apart takes one statement.
        var totals = await db
            .VocabularyTerms.Where(t => t.Kind == kind && t.Code == code)
            .Select(_ => new
            {
                Organizations = organizations.Count(),
                Partnerships = partnerships.Count(),
                Initiatives = initiatives.Count(),
                Dialogues = dialogues.Count(),
            })
            .SingleAsync(ct);
        var counts = await CountAsync(commitments, now, ct);
        var all = counts.Find(count => count.IsWhole) ?? new Counted { IsWhole = true };
        return new TermOverview
        {
            Kind = kind,
            Code = code,
            Name = term.Name,
            Description = term.Description,
            IsRetired = term.IsRetired,
            Committed = all.Total,
            Completed = all.Completed,
            Overdue = all.Overdue,
            OnTime = all.OnTime,
            ByOrganization = all.Total == 0 ? [] : await ByOrganizationAsync(accepted, now, ct),
            Organizations = totals.Organizations,
            ByCountry =
            [
                .. counts
                    .Where(count => !count.IsWhole)
                    .OrderBy(count => count.Country is null)
                    .ThenByDescending(count => count.Total)
                    .ThenBy(count => count.Country, StringComparer.Ordinal)
                    .Select(count => new CountryCount(count.Country, count.Total, count.Overdue)),
            ],
            Partnerships = totals.Partnerships == 0 ? [] : await PartnershipsAsync(partnerships, ct),
            PartnershipsTotal = totals.Partnerships,
            Initiatives = totals.Initiatives == 0 ? [] : await initiatives.NewestAsync(Shown, db, user, now, ct),
            InitiativesTotal = user.ReadsInitiatives() ? totals.Initiatives : null,
            Dialogues = totals.Dialogues == 0 ? [] : await dialogues.LatestAsync(Shown, db, user, ct),
            DialoguesTotal = totals.Dialogues,
            SoundingBoard = kind == VocabularyKind.Pillar ? await mediator.Send(new GetSoundingBoard(code), ct) : null,
        };
    }

    /// <summary>The commitments as a whole, and those that were accepted by country, in one statement.</summary>
    private Task<List<Counted>> CountAsync(IQueryable<Commitment> commitments, DateTimeOffset now, CancellationToken ct)
    {
        var accepted = commitments.Where(c => c.WasAccepted);
        var countries =
            from country in db.CommitmentCountries
            join c in accepted on country.CommitmentId equals c.Id
            group c.OverdueAt by country.Code into code
            select new Counted
            {
                IsWhole = false,
                Country = code.Key,
                Total = code.Count(),
                Overdue = code.Count(at => at <= now),
                Completed = 0,
                OnTime = 0,
            };
        var unknownCountry =
            from c in accepted.WhereCountryUnknown(db)
            group c.OverdueAt by 1 into all
            select new Counted
            {
                IsWhole = false,
                Country = null,
                Total = all.Count(),
                Overdue = all.Count(at => at <= now),
                Completed = 0,
                OnTime = 0,
            };
        var whole =
            from c in commitments
            group c by 1 into all
            select new Counted
            {
                IsWhole = true,
                Country = null,
                Total = all.Count(c => c.WasAccepted),
                Overdue = all.Count(c => c.OverdueAt <= now),
                Completed = all.Count(c => c.Status == CommitmentStatus.Completed),
                OnTime = all.Count(c => c.Status == CommitmentStatus.Active && (c.OverdueAt == null || c.OverdueAt > now)),
            };
        return countries.Concat(unknownCountry).Concat(whole).ToListAsync(ct);
    }

    private Task<List<PartnershipOfTerm>> PartnershipsAsync(IQueryable<Partnership> partnerships, CancellationToken ct) =>
        partnerships
            .OrderBy(p => p.NameKey)
            .ThenBy(p => p.Seq)
            .Take(Shown)
            .Select(p => new PartnershipOfTerm(p.Id.Value, p.Name, p.Status, db.Members.Count(m => m.PartnershipId == p.Id)))
            .ToListAsync(ct);

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

    /// <summary>All commitments, or those that were accepted of one country.</summary>
    private sealed record Counted
    {
        public bool IsWhole { get; init; }

        /// <summary>ISO 3166-1 alpha-2; null where it is unknown, and for the whole.</summary>
        public string? Country { get; init; }

        public int Total { get; init; }

        public int Overdue { get; init; }

        /// <summary>Only of the whole.</summary>
        public int Completed { get; init; }

        /// <summary>Active and not overdue; only of the whole.</summary>
        public int OnTime { get; init; }
    }
}
