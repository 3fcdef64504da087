using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Domain.Partnerships;

public readonly record struct PartnershipId(Guid Value)
{
    public static PartnershipId New() => new(Guid.CreateVersion7());
}

public enum PartnershipStatus
{
    Proposed,
    Active,
    Completed,
    Dissolved,
}

/// <summary>
/// An agreement of two or more organizations. Its members are rows of their own and never loaded with it (there may be 10,000), so a rule
/// that needs their number takes the number.
/// </summary>
public sealed class Partnership : AggregateRoot, IImported
{
    public const int MinMembers = 2;

    private readonly List<PartnershipTopic> _topics = [];

    private Partnership() { }

    public PartnershipId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    public string? Summary { get; private set; }

    public IReadOnlyList<string> Pillars { get; private set; } = [];

    public IReadOnlyList<string> Themes { get; private set; } = [];

    /// <summary>Pillars and themes as rows; loaded with it.</summary>
    public IReadOnlyList<PartnershipTopic> Topics => _topics;

    public IReadOnlyList<string> CountryCodes { get; private set; } = [];

    public IReadOnlyList<string> SdgTargets { get; private set; } = [];

    public DateOnly StartDate { get; private set; }

    public DateOnly? EndDate { get; private set; }

    public PartnershipStatus Status { get; private set; }

    /// <summary>Whether the public may read it and its commitments.</summary>
    public bool IsPublished { get; private set; }

    public ImportId? ImportId { get; private set; }

    /// <summary>The initiative that it came from; null for none.</summary>
    public InitiativeId? InitiativeId { get; private set; }

    /// <summary>After so many months the next health check opens by itself; null if none does.</summary>
    public int? HealthCheckMonths { get; private set; }

    /// <summary>The first day of the first health check that opens by itself (UTC); null if none does.</summary>
    public DateOnly? HealthChecksFrom { get; private set; }

    /// <param name="initiative">The accepted initiative that it takes up; null for none.</param>
    public static Partnership Propose(PartnershipTerms terms, InitiativeId? initiative = null)
    {
        var partnership = new Partnership { Id = PartnershipId.New(), InitiativeId = initiative };
        partnership.Set(terms);
        partnership.Raise(
            new PartnershipProposed(partnership.Id, partnership.Name, partnership.StartDate, partnership.EndDate, initiative)
        );
        return partnership;
    }

    public void MadeBy(ImportId import) => ImportId = import;

    /// <summary>
    /// Replaces what was agreed, before and after the activation. What has ended stays as it was agreed. No due day depends on the
    /// dates of a partnership, so that they need no change request.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public bool Revise(PartnershipTerms terms)
    {
        MustNotHaveEnded();
        var before = (Name, Summary, Pillars, Themes, CountryCodes, SdgTargets, StartDate, EndDate);
        Set(terms);
        var changes = Changes.Of(
            ("name", before.Name, Name),
            ("summary", before.Summary, Summary),
            ("pillars", before.Pillars, Pillars),
            ("themes", before.Themes, Themes),
            ("countryCodes", before.CountryCodes, CountryCodes),
            ("sdgTargets", before.SdgTargets, SdgTargets),
            ("startDate", before.StartDate, StartDate),
            ("endDate", before.EndDate, EndDate)
        );
        if (changes.Count == 0)
            return false;

        Raise(new PartnershipRevised(Id, changes));
        return true;
    }

    /// <param name="isMember">Whether the organization is a member already.</param>
    public Member Join(OrganizationId organizationId, MemberRole role, bool isMember, DateOnly joinedOn)
    {
        MustNotHaveEnded();
        if (isMember)
            throw PartnershipErrors.AlreadyAMember();

        Raise(new MemberJoined(Id, organizationId, role));
        return new Member(Id, organizationId, role, joinedOn);
    }

    public void ChangeRole(Member member, MemberRole role)
    {
        MustNotHaveEnded();
        if (member.Role == role)
            return;

        var before = member.Role;
        member.TakeRole(role);
        Raise(new MemberRoleChanged(Id, member.OrganizationId, before, role));
    }

    /// <param name="openCommitments">The open commitments for which it is accountable or that it supports.</param>
    public void Leave(Member member, int openCommitments, string reason)
    {
        if (openCommitments > 0)
            throw PartnershipErrors.MemberHasCommitments(openCommitments);
        Raise(new MemberLeft(Id, member.OrganizationId, reason));
    }

    public void Activate(int members)
    {
        if (Status != PartnershipStatus.Proposed)
            throw PartnershipErrors.NotProposed(Status);
        if (members < MinMembers)
            throw PartnershipErrors.TooFewMembers(members, MinMembers);

        Status = PartnershipStatus.Active;
        Raise(new PartnershipActivated(Id, members));
    }

    /// <param name="openCommitments">Drafts, submitted and active commitments.</param>
    public void Complete(int openCommitments)
    {
        if (Status != PartnershipStatus.Active)
            throw PartnershipErrors.NotActive(Status);
        if (openCommitments > 0)
            throw PartnershipErrors.OpenCommitments(openCommitments);

        Status = PartnershipStatus.Completed;
        Raise(new PartnershipCompleted(Id));
    }

    public void Dissolve(int openCommitments, string reason)
    {
        MustNotHaveEnded();
        if (openCommitments > 0)
            throw PartnershipErrors.OpenCommitments(openCommitments);

        Status = PartnershipStatus.Dissolved;
        Raise(new PartnershipDissolved(Id, reason));
    }

    public void Publish()
    {
        if (IsPublished)
            return;
        IsPublished = true;
        Raise(new PartnershipPublished(Id));
    }

    public void Unpublish()
    {
        if (!IsPublished)
            return;
        IsPublished = false;
        Raise(new PartnershipUnpublished(Id));
    }

    /// <summary>Has a health check open by itself every so many months.</summary>
    /// <param name="from">The first day of the next one (UTC).</param>
    /// <param name="today">UTC.</param>
    public void PlanHealthChecks(int months, DateOnly from, DateOnly today)
    {
        if (Status != PartnershipStatus.Active)
            throw HealthCheckErrors.NotActive(Status);
        if (from < today)
            throw HealthCheckErrors.OpensInThePast(today);
        if ((HealthCheckMonths, HealthChecksFrom) == (months, from))
            return;

        (HealthCheckMonths, HealthChecksFrom) = (months, from);
        Raise(new HealthChecksPlanned(Id, months, from));
    }

    /// <summary>No health check opens by itself any more.</summary>
    public void EndHealthCheckPlan()
    {
        if (HealthCheckMonths is null)
            return;
        (HealthCheckMonths, HealthChecksFrom) = (null, null);
        Raise(new HealthCheckPlanEnded(Id));
    }

    /// <param name="lastOn">
    /// The first day of the last round that takes a place in the plan: it ends on <see cref="HealthChecksFrom"/> or later. Null for none.
    /// </param>
    /// <param name="openUntil">The last day of the last round that was not cancelled; null for none.</param>
    /// <returns>The first day of the next health check that opens by itself (UTC); null if none does.</returns>
    public DateOnly? NextHealthCheckOn(DateOnly? lastOn, DateOnly? openUntil)
    {
        if (Status != PartnershipStatus.Active || HealthCheckMonths is not { } months || HealthChecksFrom is not { } from)
            return null;
        var next = lastOn?.AddMonths(months) ?? from;
        return openUntil is { } last && HealthCheckRound.FreeAfter(last) is var free && free > next ? free : next;
    }

    private void MustNotHaveEnded()
    {
        if (Status is not (PartnershipStatus.Proposed or PartnershipStatus.Active))
            throw PartnershipErrors.Ended(Status);
    }

    /// <summary>Lists are stored in one order, so that the same content in another order is no change.</summary>
    private void Set(PartnershipTerms terms)
    {
        if (terms.EndDate < terms.StartDate)
            throw PartnershipErrors.EndsBeforeItStarts();
        var countries = Codes.CountryList(terms.CountryCodes).ToList();
        var targets = Codes.SdgTargetList(terms.SdgTargets).ToList();

        Name = terms.Name.Trim();
        NameKey = TextKey.Of(Name);
        Summary = Blank.ToNull(terms.Summary);
        Pillars = [.. terms.Pillars.Distinct().Order(StringComparer.Ordinal)];
        Themes = [.. terms.Themes.Distinct().Order(StringComparer.Ordinal)];
        SetTopics(VocabularyKind.Pillar, Pillars);
        SetTopics(VocabularyKind.Theme, Themes);
        CountryCodes = [.. countries.Order(StringComparer.Ordinal)];
        SdgTargets = [.. Reference.SdgTargets.All.Where(targets.Contains).Select(t => t.Code)];
        StartDate = terms.StartDate;
        EndDate = terms.EndDate;
    }

    /// <summary>Rows that stay are not written again.</summary>
    private void SetTopics(VocabularyKind kind, IReadOnlyList<string> codes)
    {
        _topics.RemoveAll(topic => topic.Kind == kind && !codes.Contains(topic.Code));
        _topics.AddRange(
            codes
                .Where(code => !_topics.Exists(topic => topic.Kind == kind && topic.Code == code))
                .Select(code => new PartnershipTopic(Id, kind, code))
                .ToList()
        );
    }
}
