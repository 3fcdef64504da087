using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>Changes the name and the description of a term; its code stays.</summary>
[Needs(Right.Administer)]
public sealed record RenameVocabularyTerm(VocabularyKind Kind, string Code, string Name, string? Description = null) : IRequest;

internal sealed class RenameVocabularyTermValidator : AbstractValidator<RenameVocabularyTerm>
{
    public RenameVocabularyTermValidator()
    {
        RuleFor(t => t.Kind).IsKnownValue();
        RuleFor(t => t.Code).RequiredLine(Limits.VocabularyCode);
        RuleFor(t => t.Name).RequiredLine(Limits.Name);
        RuleFor(t => t.Description).Optional(Limits.Text);
    }
}

internal sealed class RenameVocabularyTermHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RenameVocabularyTerm>
{
    public async Task<Unit> Handle(RenameVocabularyTerm command, CancellationToken ct)
    {
        var terms = await db.OfKindAsync(command.Kind, ct);
        var term = terms.Named(command.Code, user);
        terms.Where(other => other != term).MustNotShareName(command.Name);
        term.Rename(command.Name, command.Description, term.Shown());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
