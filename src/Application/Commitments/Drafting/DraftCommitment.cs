using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What is said of a commitment while it is drafted; the body of the requests that draft, revise and score.</summary>
public record CommitmentDraft
{
    public required string Title { get; init; }

    /// <summary>SDG targets, e.g. 3.4; at least one.</summary>
    public required IReadOnlyList<string> SdgTargets { get; init; }

    public required DateOnly DueDate { get; init; }

    public string? Description { get; init; }

    public Pillar? Pillar { get; init; }

    public IReadOnlyList<Theme>? Themes { get; init; }

    /// <summary>ISO 3166-1 alpha-2 or alpha-3; none means the country of the organization.</summary>
    public IReadOnlyList<string>? CountryCodes { get; init; }

    public DateOnly? StartDate { get; init; }

    public MeasureDraft? Measure { get; init; }

    public ReportingFrequency ReportingFrequency { get; init; }

    public IReadOnlyList<MilestoneDraft>? Milestones { get; init; }

    public FundingDraft? Funding { get; init; }

    /// <summary>For whom.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>Where, more closely than by country.</summary>
    public string? Place { get; init; }

    /// <summary>What it costs, or what is given in kind.</summary>
    public string? Resources { get; init; }

    /// <summary>How far the money is there.</summary>
    public string? FundingStatus { get; init; }

    /// <summary>What it depends on, and what may go wrong.</summary>
    public string? Risks { get; init; }

    /// <summary>Whose stated need it answers.</summary>
    public string? StatedNeed { get; init; }

    public CommitmentTerms ToTerms() => new(
        Title, Description, Pillar, Themes, SdgTargets, CountryCodes, StartDate, DueDate,
        Measure is { } m ? new Measure(m.Indicator, m.Unit, m.Baseline, m.BaselineDate, m.Target, m.MeansOfVerification) : null,
        ReportingFrequency, [.. (Milestones ?? []).Select(m => new MilestoneTerms(m.Title, m.DueDate, m.Weight))],
        Funding is { } f ? new Funding(f.Amount, f.Currency) : null,
        new CommitmentContext(TargetGroup, Place, Resources, FundingStatus, Risks, StatedNeed));
}

/// <param name="Baseline">In the unit.</param>
/// <param name="Target">In the unit.</param>
public sealed record MeasureDraft(
    string? Indicator = null, string? Unit = null, decimal? Baseline = null, DateOnly? BaselineDate = null, decimal? Target = null,
    string? MeansOfVerification = null);

/// <param name="Weight">Its share of the whole work; only the proportion to the other milestones counts.</param>
public sealed record MilestoneDraft(string Title, DateOnly DueDate, decimal Weight = 1);

/// <param name="Currency">ISO 4217.</param>
public sealed record FundingDraft(decimal Amount, string Currency);

[Needs(Right.Draft)]
public sealed record DraftCommitment(PartnershipId PartnershipId, OrganizationId OrganizationId, CommitmentDraft Draft, string? SourceId = null) : IRequest<CommitmentId>;

internal sealed class DraftCommitmentValidator : AbstractValidator<DraftCommitment>
{
    public DraftCommitmentValidator()
    {
        RuleFor(c => c.Draft).SetValidator(new CommitmentDraftValidator());
        RuleFor(c => c.SourceId).OptionalLine(Commitment.SourceIdMaxLength);
    }
}

internal sealed class CommitmentDraftValidator : AbstractValidator<CommitmentDraft>
{
    /// <summary>Of a country or a target: no code is as long, but an unknown one is refused by its name.</summary>
    private const int CodeMaxLength = 20;
    private const int TextMaxLength = 2000;
    private const decimal MaxNumber = 1_000_000_000_000_000m;

    public CommitmentDraftValidator()
    {
        RuleFor(c => c.Title).RequiredLine(Commitment.TitleMaxLength);
        RuleFor(c => c.Description).Optional(8000);
        RuleFor(c => c.SdgTargets).NotEmpty().Format("form.required");
        RuleFor(c => c.SdgTargets).AtMost(169);
        RuleForEach(c => c.SdgTargets).RequiredLine(CodeMaxLength);
        RuleFor(c => c.CountryCodes).AtMost(250);
        RuleForEach(c => c.CountryCodes).RequiredLine(CodeMaxLength);
        RuleFor(c => c.StartDate).OptionalDay();
        RuleFor(c => c.DueDate).RequiredDay();
        RuleFor(c => c.Pillar).IsKnownValue();
        RuleForEach(c => c.Themes).IsKnownValue();
        RuleFor(c => c.ReportingFrequency).IsKnownValue();
        RuleFor(c => c.Measure!).ChildRules(measure =>
        {
            measure.RuleFor(m => m.Indicator).OptionalLine(TextMaxLength);
            measure.RuleFor(m => m.Unit).OptionalLine(ChangeRequest.UnitMaxLength);
            measure.RuleFor(m => m.BaselineDate).OptionalDay();
            measure.RuleFor(m => m.Baseline).InclusiveBetween(-MaxNumber, MaxNumber).Format("form.numberTooLarge", MaxNumber);
            measure.RuleFor(m => m.Target).InclusiveBetween(-MaxNumber, MaxNumber).Format("form.numberTooLarge", MaxNumber);
            measure.RuleFor(m => m.MeansOfVerification).Optional(TextMaxLength);
        }).When(c => c.Measure is not null);
        RuleFor(c => c.Milestones).AtMost(Milestone.Most);
        RuleForEach(c => c.Milestones).ChildRules(milestone =>
        {
            milestone.RuleFor(m => m.Title).RequiredLine(Milestone.TitleMaxLength);
            milestone.RuleFor(m => m.DueDate).RequiredDay();
            milestone.RuleFor(m => m.Weight).InclusiveBetween(0.000001m, 1_000_000m).Format("form.between", 0.000001m, 1_000_000m);
        });
        RuleFor(c => c.Funding!).ChildRules(funding =>
        {
            funding.RuleFor(f => f.Amount).InclusiveBetween(0, MaxNumber).Format("form.between", 0, MaxNumber);
            funding.RuleFor(f => f.Currency).RequiredLine(3);
        }).When(c => c.Funding is not null);
        RuleFor(c => c.TargetGroup).Optional(TextMaxLength);
        RuleFor(c => c.Place).Optional(TextMaxLength);
        RuleFor(c => c.Resources).Optional(TextMaxLength);
        RuleFor(c => c.FundingStatus).Optional(TextMaxLength);
        RuleFor(c => c.Risks).Optional(TextMaxLength);
        RuleFor(c => c.StatedNeed).Optional(TextMaxLength);
    }
}

internal sealed class DraftCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts) : IRequestHandler<DraftCommitment, CommitmentId>
{
    public async Task<CommitmentId> Handle(DraftCommitment command, CancellationToken ct)
    {
        var partnership = await db.Partnerships.VisibleTo(db, user).GetAsync(command.PartnershipId, ct);
        var organization = await db.Organizations.VisibleTo(db, user).GetAsync(command.OrganizationId, ct);
        user.MustActFor(organization.Id);
        if (partnership.Status is PartnershipStatus.Completed or PartnershipStatus.Dissolved) throw CommitmentErrors.PartnershipEnded();
        if (!await db.Members.AnyAsync(m => m.PartnershipId == partnership.Id && m.OrganizationId == organization.Id, ct)) throw CommitmentErrors.NotAMember();
        if (command.SourceId is { } sourceId && await db.Commitments.AnyAsync(c => c.PartnershipId == partnership.Id && c.SourceId == sourceId, ct))
            throw CommitmentErrors.SourceIdTaken(sourceId);

        var commitment = Commitment.Draft(partnership.Id, organization, command.Draft.ToTerms(), await contexts.OfAsync(organization.Id, ct), command.SourceId);
        db.Commitments.Add(commitment);
        await db.SaveChangesAsync(ct);
        return commitment.Id;
    }
}
