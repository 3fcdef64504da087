using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>How a commitment is drafted, revised and imported, and how ready it is.</summary>
public sealed partial class Commitment
{
    /// <param name="initiative">The accepted initiative that it takes up; null for none.</param>
    /// <param name="origin">The outcome of a dialogue that it comes from; kept for good.</param>
    public static Commitment Draft(
        PartnershipId partnershipId,
        Organization organization,
        CommitmentTerms terms,
        DecisionContext context,
        string? sourceId = null,
        InitiativeId? initiative = null,
        CommitmentOrigin? origin = null
    )
    {
        var commitment = New(partnershipId, organization, terms, context, sourceId);
        commitment.InitiativeId = initiative;
        commitment.DialogueId = origin?.DialogueId;
        commitment.OutcomeId = origin?.OutcomeId;
        commitment.OutcomeStepId = origin?.StepId;
        commitment.Raise(new CommitmentDrafted(commitment.Id, commitment.Title, commitment.DueDate, initiative));
        return commitment;
    }

    /// <summary>Imports a commitment from another system as it stands there; a contact is not required.</summary>
    /// <param name="past">Its state in the other system; null means active with an unchanged due date.</param>
    public static Commitment Import(
        PartnershipId partnershipId,
        Organization organization,
        CommitmentTerms terms,
        DecisionContext context,
        string? sourceId,
        CommitmentPast? past = null
    )
    {
        past ??= new CommitmentPast();
        CheckMoves("originalDueDate", terms.DueDate, past.OriginalDueDate, past.TimesMoved);
        if (past.HasEnded ? Blank.ToNull(past.ClosingNarrative) is null : past.ClosedOn is not null)
            throw CommitmentErrors.EndingUnclear(past.Status);
        if (past.ClosedOn > context.Today)
            throw CommitmentErrors.InTheFuture("closedOn", past.ClosedOn.Value);

        var commitment = New(partnershipId, organization, terms, context, sourceId);
        if (past.Status is CommitmentStatus.Submitted or CommitmentStatus.Active)
            commitment.State().WhyIncomplete()?.Throw();
        commitment.Status = past.Status;
        commitment.WasAccepted = past.WasAccepted && past.Status is not (CommitmentStatus.Draft or CommitmentStatus.Submitted);
        commitment.ClosedOn = past.ClosedOn;
        commitment.EndedOverdueOn = past.EndedOverdue(commitment.DueDate) ? past.ClosedOn : null;
        commitment.ClosedAt = past.HasEnded ? context.Now : null;
        (commitment.ClosingNarrative, commitment.ReturnReason) = (
            past.HasEnded ? Blank.ToNull(past.ClosingNarrative) : null,
            Blank.ToNull(past.ReturnReason)
        );
        (commitment.OriginalDueDate, commitment.TimesMoved) = (past.OriginalDueDate ?? commitment.DueDate, past.TimesMoved);
        commitment.CountDaysSlipped();
        commitment.RecalculateDeadlines(context);
        commitment.Raise(
            new CommitmentImported(
                commitment.Id,
                commitment.Title,
                commitment.DueDate,
                sourceId,
                past.Status == CommitmentStatus.Active ? null : past.Status,
                past.TimesMoved > 0 ? past.OriginalDueDate : null
            )
        );
        return commitment;
    }

    /// <summary>Rewrites a draft. Its targets, countries and themes must be loaded.</summary>
    public void Revise(Organization organization, CommitmentTerms terms, DecisionContext context)
    {
        State().WhyNotRevise()?.Throw();
        var before = (Title, DueDate);
        Set(organization, terms, context);
        Raise(new CommitmentRevised(Id, Changes.Of(("title", before.Title, Title), ("dueDate", before.DueDate, DueDate))));
    }

    /// <summary>How clear the commitment is, by the product's own rubric.</summary>
    public SmartReadiness Readiness(bool hasContact) =>
        SmartReadiness.Of(
            new SmartSubject
            {
                Title = Title,
                Description = Description,
                HasContact = hasContact,
                Measure = Measure,
                Funding = Funding,
                Context = Context,
                Pillar = Pillar,
                Themes = Themes,
                StatesCountry = _countries.Exists(c => c.IsStated),
                StartDate = StartDate,
                HasMilestone = _milestones.Exists(m => !m.IsDropped),
                HasSdgTarget = _targets.Count > 0,
                HasDueDate = DueDate is not null,
            }
        );

    /// <summary>Stores the readiness again after the first contact of the organization came or the last one went.</summary>
    public void RecalculateReadiness(bool hasContact)
    {
        var readiness = Readiness(hasContact);
        (SmartScore, SmartLevel) = (readiness.Score, readiness.Level);
    }

    private static Commitment New(
        PartnershipId partnershipId,
        Organization organization,
        CommitmentTerms terms,
        DecisionContext context,
        string? sourceId
    )
    {
        var commitment = new Commitment
        {
            Id = CommitmentId.New(),
            PartnershipId = partnershipId,
            OrganizationId = organization.Id,
            SourceId = Blank.ToNull(sourceId),
        };
        commitment.Set(organization, terms, context);
        return commitment;
    }

    private void Set(Organization organization, CommitmentTerms terms, DecisionContext context)
    {
        if (terms.StartDate > terms.DueDate)
            throw CommitmentErrors.StartsAfterDueDate();
        var targets = Codes.SdgTargetList(terms.SdgTargets).ToList();
        var countries = Codes.CountryList(terms.CountryCodes).ToList();
        var funding = terms.Funding is { } given ? given with { Currency = Codes.Currency(given.Currency) } : null;

        Title = terms.Title.Trim();
        TitleKey = TextKey.Of(Title);
        Description = Blank.ToNull(terms.Description);
        Pillar = terms.Pillar;
        Themes = [.. (terms.Themes ?? []).Distinct()];
        StartDate = terms.StartDate;
        SetDueDate(terms.DueDate, context);
        OriginalDueDate = terms.DueDate;
        Measure = terms.Measure;
        ReportingFrequency = terms.ReportingFrequency;
        Funding = funding;
        Context = terms.Context ?? new CommitmentContext();

        _themeRows.RemoveAll(theme => !Themes.Contains(theme.Code));
        _themeRows.AddRange(Themes.Except(_themeRows.Select(theme => theme.Code)).Select(code => new CommitmentTheme(Id, code)).ToList());
        _targets.Clear();
        _targets.AddRange(targets.Select(t => new CommitmentTarget(Id, t.Code, t.Goal)));
        _countries.Clear();
        _countries.AddRange(
            countries.Count > 0 ? countries.Select(code => new CommitmentCountry(Id, code, isStated: true))
            : organization.CountryCode is { } country ? [new CommitmentCountry(Id, country, isStated: false)]
            : []
        );
        KeepCodes();
        SetMilestones(terms.Milestones ?? [], context);
        RecalculateDeadlines(context);
    }

    /// <summary>For versions and lists of them, which know no rows.</summary>
    private void KeepCodes()
    {
        SdgTargets = [.. _targets.Select(target => target.Code)];
        CountryCodes = [.. _countries.Select(country => country.Code)];
    }

    /// <summary>
    /// A milestone with an id, or with the title of a milestone that is already there, is that milestone and keeps its id; all others are
    /// new. Milestones that are no longer named are removed.
    /// </summary>
    private void SetMilestones(IReadOnlyList<MilestoneTerms> terms, DecisionContext context)
    {
        var before = _milestones.ToList();
        var named = terms.Select(milestone => milestone.Id).ToHashSet();
        _milestones.Clear();
        foreach (var (milestone, i) in terms.Select((milestone, i) => (milestone, i)))
        {
            if (DueDate is { } due && milestone.DueDate > due && milestone.Past?.DroppedOn is null)
                throw CommitmentErrors.MilestoneAfterDueDate($"milestones[{i}].dueDate", milestone.DueDate, due);
            CheckMoves(
                $"milestones[{i}].originalDueDate",
                milestone.DueDate,
                milestone.Past?.OriginalDueDate,
                milestone.Past?.TimesMoved ?? 0
            );
            if (milestone.Past?.CompletedOn > context.Today)
                throw CommitmentErrors.InTheFuture($"milestones[{i}].completedOn", milestone.Past.CompletedOn.Value);
            var kept = milestone.Id is { } id
                ? before.Find(m => m.Id == id) ?? throw CommitmentErrors.UnknownMilestone($"milestones[{i}].id")
                : before.Find(m => m.Title == milestone.Title.Trim() && !named.Contains(m.Id));
            if (kept is null)
            {
                _milestones.Add(new Milestone(Id, milestone, context));
                continue;
            }

            before.Remove(kept);
            kept.Revise(milestone, context);
            _milestones.Add(kept);
        }
    }

    /// <summary>A due date that never moved equals the original one; for one that moved, the original must be given.</summary>
    private static void CheckMoves(string field, DateOnly? dueDate, DateOnly? original, int times)
    {
        if (times < 0 || (times == 0 && original is { } first && first != dueDate) || (times > 0 && original is null))
            throw CommitmentErrors.MovesUnclear(field);
    }
}
