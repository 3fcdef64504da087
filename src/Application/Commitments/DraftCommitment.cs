using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What is said of a promise while it is drafted; the body of the request.</summary>
public sealed record CommitmentDraft(
    string Title, IReadOnlyList<string> SdgTargets, DateOnly DueDate, string? Description = null, Pillar? Pillar = null, IReadOnlyList<Theme>? Themes = null,
    IReadOnlyList<string>? CountryCodes = null, DateOnly? StartDate = null, MeasureDraft? Measure = null,
    ReportingFrequency ReportingFrequency = ReportingFrequency.None, IReadOnlyList<MilestoneDraft>? Milestones = null, FundingDraft? Funding = null,
    string? TargetGroup = null, string? Place = null, string? Resources = null, string? FundingStatus = null, string? Risks = null,
    string? StatedNeed = null)
{
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
        RuleFor(c => c.SourceId).Optional(200);
    }
}

internal sealed class CommitmentDraftValidator : AbstractValidator<CommitmentDraft>
{
    private const int TextMaxLength = 2000;
    private const decimal LargestNumber = 1_000_000_000_000_000m;

    public CommitmentDraftValidator()
    {
        RuleFor(c => c.Title).Required(300);
        RuleFor(c => c.Description).Optional(8000);
        RuleFor(c => c.SdgTargets).NotEmpty().Say("form.required");
        RuleFor(c => c.SdgTargets).AtMost(169);
        RuleForEach(c => c.SdgTargets).NotEmpty().Say("form.required");
        RuleFor(c => c.CountryCodes).AtMost(250);
        RuleForEach(c => c.CountryCodes).NotEmpty().Say("form.required");
        RuleFor(c => c.DueDate).NotEmpty().Say("form.required");
        RuleFor(c => c.Pillar).Known();
        RuleForEach(c => c.Themes).Known();
        RuleFor(c => c.ReportingFrequency).Known();
        RuleFor(c => c.Measure!).ChildRules(measure =>
        {
            measure.RuleFor(m => m.Indicator).Optional(TextMaxLength);
            measure.RuleFor(m => m.Unit).Optional(100);
            measure.RuleFor(m => m.Baseline).InclusiveBetween(-LargestNumber, LargestNumber).Say("form.numberTooLarge");
            measure.RuleFor(m => m.Target).InclusiveBetween(-LargestNumber, LargestNumber).Say("form.numberTooLarge");
            measure.RuleFor(m => m.MeansOfVerification).Optional(TextMaxLength);
        }).When(c => c.Measure is not null);
        RuleFor(c => c.Milestones).AtMost(Milestone.Most);
        RuleForEach(c => c.Milestones).ChildRules(milestone =>
        {
            milestone.RuleFor(m => m.Title).Required(Milestone.TitleMaxLength);
            milestone.RuleFor(m => m.DueDate).NotEmpty().Say("form.required");
            milestone.RuleFor(m => m.Weight).InclusiveBetween(0.000001m, 1_000_000m).Say("form.between", 0.000001m, 1_000_000m);
        });
        RuleFor(c => c.Funding!).ChildRules(funding =>
        {
            funding.RuleFor(f => f.Amount).InclusiveBetween(0, LargestNumber).Say("form.between", 0, LargestNumber);
            funding.RuleFor(f => f.Currency).Required(3);
        }).When(c => c.Funding is not null);
        RuleFor(c => c.TargetGroup).Optional(TextMaxLength);
        RuleFor(c => c.Place).Optional(TextMaxLength);
        RuleFor(c => c.Resources).Optional(TextMaxLength);
        RuleFor(c => c.FundingStatus).Optional(TextMaxLength);
        RuleFor(c => c.Risks).Optional(TextMaxLength);
        RuleFor(c => c.StatedNeed).Optional(TextMaxLength);
    }
}

internal sealed class DraftCommitmentHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<DraftCommitment, CommitmentId>
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

        var commitment = Commitment.Draft(partnership.Id, organization, command.Draft.ToTerms(), await moments.OfAsync(organization.Id, ct), command.SourceId);
        db.Commitments.Add(commitment);
        await db.SaveChangesAsync(ct);
        return commitment.Id;
    }
}

/// <summary>Rewrites a draft as a whole.</summary>
[Needs(Right.Draft)]
public sealed record ReviseCommitment(CommitmentId CommitmentId, CommitmentDraft Draft) : IRequest;

internal sealed class ReviseCommitmentValidator : AbstractValidator<ReviseCommitment>
{
    public ReviseCommitmentValidator() => RuleFor(c => c.Draft).SetValidator(new CommitmentDraftValidator());
}

internal sealed class ReviseCommitmentHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<ReviseCommitment>
{
    public async Task<Unit> Handle(ReviseCommitment command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).Include(c => c.Targets)
            .GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustActFor(commitment.OrganizationId);
        commitment.Revise(
            await db.Organizations.GetAsync(commitment.OrganizationId, ct), command.Draft.ToTerms(), await moments.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
