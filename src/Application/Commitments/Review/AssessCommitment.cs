using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <param name="AsOf">The day that the assessment is about, never in the future.</param>
[Needs(Right.Review)]
public sealed record AssessCommitment(CommitmentId CommitmentId, CompletionLevel Level, string Narrative, DateOnly AsOf)
    : IRequest<AssessmentDetails>;

internal sealed class AssessCommitmentValidator : AbstractValidator<AssessCommitment>
{
    public AssessCommitmentValidator()
    {
        RuleFor(a => a.Level).IsKnownValue();
        RuleFor(a => a.Narrative).Required(Limits.Narrative);
        RuleFor(a => a.AsOf).RequiredDay();
    }
}

internal sealed class AssessCommitmentHandler(ITrackerDb db, PendingDecisions pending)
    : IRequestHandler<AssessCommitment, AssessmentDetails>
{
    public async Task<AssessmentDetails> Handle(AssessCommitment command, CancellationToken ct)
    {
        var (commitment, context) = await pending.OfOutcomeAsync(command.CommitmentId, ct);
        var assessment = commitment.Assess(command.Level, command.Narrative, command.AsOf, context);
        db.Assessments.Add(assessment);
        await db.SaveChangesAsync(ct);
        return new AssessmentDetails
        {
            Id = assessment.Id.Value,
            Level = assessment.Level,
            Narrative = assessment.Narrative,
            AsOf = assessment.AsOf,
            At = assessment.At,
        };
    }
}
