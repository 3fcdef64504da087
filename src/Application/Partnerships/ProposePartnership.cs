using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

[Needs(Right.Administer)]
public sealed record ProposePartnership(
    string Name,
    DateOnly StartDate,
    string? Summary = null,
    IReadOnlyList<Pillar>? Pillars = null,
    IReadOnlyList<Theme>? Themes = null,
    IReadOnlyList<string>? CountryCodes = null,
    IReadOnlyList<string>? SdgTargets = null,
    DateOnly? EndDate = null
) : IRequest<PartnershipId>
{
    public PartnershipTerms ToTerms() =>
        new(Name, Summary, Pillars ?? [], Themes ?? [], CountryCodes ?? [], SdgTargets ?? [], StartDate, EndDate);
}

internal sealed class ProposePartnershipValidator : AbstractValidator<ProposePartnership>
{
    public ProposePartnershipValidator()
    {
        RuleFor(p => p.Name).RequiredLine(Limits.Title);
        RuleFor(p => p.Summary).Optional(Limits.Note);
        RuleForEach(p => p.Pillars).IsKnownValue();
        RuleForEach(p => p.Themes).IsKnownValue();
        RuleFor(p => p.CountryCodes).AtMost(Limits.Countries);
        RuleForEach(p => p.CountryCodes).RequiredLine(Limits.CodeInput);
        RuleFor(p => p.SdgTargets).AtMost(Limits.SdgTargets);
        RuleForEach(p => p.SdgTargets).RequiredLine(Limits.CodeInput);
        RuleFor(p => p.StartDate).RequiredDay();
        RuleFor(p => p.EndDate).OptionalDay();
    }
}

internal sealed class ProposePartnershipHandler(ITrackerDb db) : IRequestHandler<ProposePartnership, PartnershipId>
{
    public async Task<PartnershipId> Handle(ProposePartnership command, CancellationToken ct)
    {
        var partnership = Partnership.Propose(command.ToTerms());
        db.Partnerships.Add(partnership);
        await db.SaveChangesAsync(ct);
        return partnership.Id;
    }
}
