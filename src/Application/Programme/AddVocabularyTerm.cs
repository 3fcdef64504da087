using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>Adds a term at the end of a vocabulary.</summary>
[Needs(Right.Administer)]
public sealed record AddVocabularyTerm(VocabularyKind Kind, string Name, string? Description = null) : IRequest<string>;

internal sealed class AddVocabularyTermValidator : AbstractValidator<AddVocabularyTerm>
{
    public AddVocabularyTermValidator()
    {
        RuleFor(t => t.Kind).IsKnownValue();
        RuleFor(t => t.Name).RequiredLine(Limits.Name);
        RuleFor(t => t.Description).Optional(Limits.Text);
    }
}

internal sealed class AddVocabularyTermHandler(ITrackerDb db) : IRequestHandler<AddVocabularyTerm, string>
{
    /// <returns>The code of the term.</returns>
    public async Task<string> Handle(AddVocabularyTerm command, CancellationToken ct)
    {
        var others = await db.OfKindAsync(command.Kind, ct);
        others.MustNotShareName(command.Name);
        var term = VocabularyTerm.Add(command.Kind, command.Name, command.Description, others);
        db.VocabularyTerms.Add(term);
        await db.SaveChangesAsync(ct);
        return term.Code;
    }
}
