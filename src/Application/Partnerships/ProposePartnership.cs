using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Partnerships;

[Needs(Right.Administer)]
public sealed record ProposePartnership(
    string Name,
    DateOnly StartDate,
    string? Summary = null,
    IReadOnlyList<string>? Pillars = null,
    IReadOnlyList<string>? Themes = null,
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
    /// <summary>For files, which bring what was agreed before a term was retired, and for changes.</summary>
    public ProposePartnershipValidator(IVocabulary vocabulary)
    {
        RuleFor(p => p.Name).RequiredLine(Limits.Title);
        RuleFor(p => p.Summary).Optional(Limits.Note);
        RuleFor(p => p.Pillars).AtMost(VocabularyTerm.MaxPerKind);
        RuleForEach(p => p.Pillars).IsTerm(vocabulary, VocabularyKind.Pillar, orRetired: true);
        RuleFor(p => p.Themes).AtMost(VocabularyTerm.MaxPerKind);
        RuleForEach(p => p.Themes).IsTerm(vocabulary, VocabularyKind.Theme, orRetired: true);
        RuleFor(p => p.CountryCodes).AtMost(Limits.Countries);
        RuleForEach(p => p.CountryCodes).RequiredLine(Limits.CodeInput);
        RuleFor(p => p.SdgTargets).AtMost(Limits.SdgTargets);
        RuleForEach(p => p.SdgTargets).RequiredLine(Limits.CodeInput);
        RuleFor(p => p.StartDate).RequiredDay();
        RuleFor(p => p.EndDate).OptionalDay();
    }
}

internal sealed class ProposePartnershipHandler(ITrackerDb db, IVocabulary vocabulary) : IRequestHandler<ProposePartnership, PartnershipId>
{
    public async Task<PartnershipId> Handle(ProposePartnership command, CancellationToken ct)
    {
        vocabulary.MustBeOffered(VocabularyKind.Pillar, "pillars", command.Pillars ?? []);
        vocabulary.MustBeOffered(VocabularyKind.Theme, "themes", command.Themes ?? []);
        var partnership = Partnership.Propose(command.ToTerms());
        db.Partnerships.Add(partnership);
        await db.SaveChangesAsync(ct);
        return partnership.Id;
    }
}
