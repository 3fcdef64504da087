using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>Writes the mail that a decision on an initiative would send. Nothing is decided and nothing is sent.</summary>
/// <param name="Accepts">Whether it is accepted; otherwise it is declined.</param>
[Needs(Right.DecideInitiatives)]
public sealed record PreviewInitiativeDecision(InitiativeId InitiativeId, bool Accepts, string? Reason = null) : IRequest<DecisionPreview>;

internal sealed class PreviewInitiativeDecisionValidator : AbstractValidator<PreviewInitiativeDecision>
{
    public PreviewInitiativeDecisionValidator() => RuleFor(i => i.Reason).Optional(Limits.Reason);
}

internal sealed class PreviewInitiativeDecisionHandler(ITrackerDb db, ICurrentUser user, InitiativeMailer mailer, TimeProvider time)
    : IRequestHandler<PreviewInitiativeDecision, DecisionPreview>
{
    /// <summary>Stands for a reason that is not written yet.</summary>
    private const string NotWritten = "…";

    public async Task<DecisionPreview> Handle(PreviewInitiativeDecision query, CancellationToken ct)
    {
        try
        {
            var initiative = await db.GetForDecisionAsync(user, query.InitiativeId, ct);
            var reason = Blank.ToNull(query.Reason) ?? NotWritten;
            if (query.Accepts)
                initiative.Accept(reason, user.Actor, time.GetUtcNow());
            else
                initiative.Decline(reason, user.Actor, time.GetUtcNow());
            return await mailer.PreviewAsync(initiative, ct);
        }
        finally
        {
            // What was decided here only to write the mail must not be saved with anything else.
            db.Session.ClearTracked();
        }
    }
}
