using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// What the caller may do with a commitment now. Every answer comes from the guards of the use case itself: its right, the rules about the
/// caller's organization and filings (<see cref="RoleTable"/>), and what the state permits (<see cref="CommitmentState"/>).
/// </summary>
/// <param name="Commitment">The commitment as read for the same caller.</param>
[Needs(Right.Read)]
public sealed record GetCommitmentActions(CommitmentDetails Commitment) : IRequest<CommitmentActions>;

internal sealed class GetCommitmentActionsHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetCommitmentActions, CommitmentActions>
{
    public async Task<CommitmentActions> Handle(GetCommitmentActions query, CancellationToken ct)
    {
        var commitment = query.Commitment;
        var facts = await FactsAsync(new CommitmentId(commitment.Id), ct);
        var state = commitment.State();
        var now = time.GetUtcNow();
        var isPending = facts.ChangeRequests.Any(request => request.MilestoneId is null);
        var milestones = commitment.Milestones.Where(m => m.DroppedOn is null).ToList();

        var forOwn = user.WhyNotActFor(new OrganizationId(commitment.OrganizationId));
        var asParty = user.WhyNotParty(IsParty);
        var asReviewer = user.WhyNotReview(IsParty);
        var ofOutcome = asReviewer ?? (facts.HasFiledOutcome ? AccessErrors.OwnFiling() : null);

        return new CommitmentActions([
            Of<ReviseCommitment>(CommitmentActionName.Revise, forOwn ?? state.WhyNotRevise()),
            Of<SubmitCommitment>(
                CommitmentActionName.Submit,
                forOwn ?? state.WhyNotSubmit(facts.PartnershipIsActive, commitment.Facts.HasContact)
            ),
            Of<WithdrawCommitment>(CommitmentActionName.Withdraw, forOwn ?? state.WhyNotWithdraw(isPending, now)),
            Of<SupersedeCommitment>(CommitmentActionName.Supersede, forOwn ?? state.WhyNotSupersede(isPending, now)),
            Of<HandOverCommitment>(CommitmentActionName.HandOver, state.WhyNotOpen()),
            Of<AddSupporter>(CommitmentActionName.AddSupporter, forOwn ?? state.WhyNotAddSupporter()),
            Of<ReportProgress>(CommitmentActionName.ReportProgress, asParty ?? state.WhyNotActive()),
            OfParts<AddEvidence>(
                CommitmentActionName.AddEvidence,
                asParty,
                CommitmentErrors.NoReportAwaitsReview(),
                facts.Reports.Select(r => (r.Id, CommitmentState.WhyNotAddEvidence(r.Status, r.EvidenceCount)))
            ),
            OfParts<CompleteMilestone>(
                CommitmentActionName.CompleteMilestone,
                forOwn ?? state.WhyNotActive(),
                CommitmentErrors.NoOpenMilestone(),
                milestones.Where(m => m.CompletedOn is null).Select(m => (m.Id, state.WhyNotCompleteMilestone(m.CompletedOn)))
            ),
            OfParts<ReopenMilestone>(
                CommitmentActionName.ReopenMilestone,
                forOwn ?? state.WhyNotActive(),
                CommitmentErrors.NoCompletedMilestone(),
                milestones.Where(m => m.CompletedOn is not null).Select(m => (m.Id, state.WhyNotReopenMilestone(m.CompletedOn)))
            ),
            OfParts<RequestChange>(
                CommitmentActionName.RequestChange,
                forOwn,
                CommitmentErrors.ChangeRequestPending(),
                milestones
                    .Where(m => m.CompletedOn is null)
                    .Select(m => (m.Id, state.WhyNotRequestChange(facts.ChangeRequests.Any(request => request.MilestoneId == m.Id))))
                    .Prepend((commitment.Id, state.WhyNotRequestChange(isPending)))
            ),
            Of<RecordPayment>(CommitmentActionName.RecordPayment, asParty ?? state.WhyNotRecordPayment()),
            Of<SendReportLink>(
                CommitmentActionName.SendReportLink,
                asParty ?? state.WhyNotActive() ?? (facts.HasContactToWriteTo ? null : CommitmentErrors.NoContact())
            ),
            Of<AcceptCommitment>(CommitmentActionName.Accept, asReviewer ?? user.WhyNotDecide(facts.SubmittedBy) ?? state.WhyNotDecide()),
            Of<ReturnCommitment>(CommitmentActionName.Return, asReviewer ?? user.WhyNotDecide(facts.SubmittedBy) ?? state.WhyNotDecide()),
            OfParts<AcceptProgressReport>(
                CommitmentActionName.DecideReport,
                asReviewer,
                CommitmentErrors.NoReportAwaitsReview(),
                facts.Reports.Select(r =>
                    (
                        r.Id,
                        user.WhyNotReviewReportOf(r.OrganizationId)
                            ?? user.WhyNotDecide(r.FiledBy)
                            ?? CommitmentState.WhyNotDecideReport(r.Status)
                    )
                )
            ),
            OfParts<RejectChangeRequest>(
                CommitmentActionName.DecideChangeRequest,
                asReviewer,
                CommitmentErrors.NoChangeRequestAwaitsReview(),
                facts.ChangeRequests.Select(request =>
                    (request.Id, user.WhyNotDecide(request.FiledBy) ?? CommitmentState.WhyNotRejectChangeRequest(request.Status))
                )
            ),
            Of<AssessCommitment>(CommitmentActionName.Assess, ofOutcome ?? state.WhyNotActive()),
            Of<CloseCommitment>(CommitmentActionName.Close, ofOutcome ?? state.WhyNotClose()),
            Of<ReopenCommitment>(CommitmentActionName.Reopen, ofOutcome ?? state.WhyNotReopen()),
            OfParts<AddVoice>(
                CommitmentActionName.AddVoice,
                user.OrganizationId is { } speaker ? VoiceClaims.WhyNotSpeak(speaker, IsParty) : AccessErrors.NotAllowed(),
                VoiceErrors.ClaimEnded(),
                Claims()
            ),
        ])
        {
            EndNeedsDecision = state.EndNeedsDecision(now),
        };

        IEnumerable<(Guid Id, DomainException? Refusal)> Claims() =>
            user.OrganizationId is { } own
                ? facts
                    .Reports.Select(r => (r.Id, VoiceClaims.WhyNotSpeakOfReport(own, r.OrganizationId, r.Status)))
                    .Append((commitment.ClosingId ?? commitment.Id, VoiceClaims.WhyNotSpeakOfClosing(commitment.Status)))
                : [];

        bool IsParty(OrganizationId organization) =>
            organization.Value == commitment.OrganizationId || commitment.Supporters.Any(s => s.OrganizationId == organization.Value);
    }

    private CommitmentAction Of<TUseCase>(CommitmentActionName name, DomainException? refusal) =>
        Answer(name, user.WhyNotAllowed(typeof(TUseCase)) ?? refusal, []);

    /// <param name="none">The refusal if there is no such part.</param>
    private CommitmentAction OfParts<TUseCase>(
        CommitmentActionName name,
        DomainException? refusal,
        DomainException none,
        IEnumerable<(Guid Id, DomainException? Refusal)> parts
    )
    {
        var all = parts.ToList();
        var possible = all.Where(part => part.Refusal is null).Select(part => part.Id).ToList();
        refusal = user.WhyNotAllowed(typeof(TUseCase)) ?? refusal;
        return possible.Count > 0 && refusal is null
            ? Answer(name, null, possible)
            : Answer(name, refusal ?? all.Select(part => part.Refusal).FirstOrDefault() ?? none, []);
    }

    private static CommitmentAction Answer(CommitmentActionName name, DomainException? refusal, IReadOnlyList<Guid> parts) =>
        new(name, refusal is null, refusal?.Code, refusal is null ? null : Texts.Error(refusal.Code, refusal.Args), parts)
        {
            IsForbidden = refusal?.Kind == RefusalKind.Forbidden,
        };

    /// <summary>What the details of the commitment do not tell, in one SQL command.</summary>
    private Task<ActionFacts> FactsAsync(CommitmentId id, CancellationToken ct)
    {
        var filedReports = db.ProgressReports.Where(PendingDecisions.IsPartOfOutcome).WhereFiledBy(r => r.FiledBy, user.AsFiler());
        var filedMilestones = db.Milestones.WhereFiledBy(m => m.CompletedBy, user.AsFiler());
        var speaks = user.WhyNotAllowed(typeof(AddVoice)) is null;
        var contacts = user.Role == Role.Secretariat ? db.Contacts : db.Contacts.Where(c => c.OrganizationId == user.OrganizationId);
        return db
            .Commitments.Where(c => c.Id == id)
            .Select(c => new ActionFacts
            {
                PartnershipIsActive = db.Partnerships.Any(p => p.Id == c.PartnershipId && p.Status == PartnershipStatus.Active),
                SubmittedBy = new Filer(c.SubmittedBy.Person, c.SubmittedBy.Contact, c.SubmittedBy.Key),
                HasFiledOutcome = filedReports.Any(r => r.CommitmentId == c.Id) || filedMilestones.Any(m => m.CommitmentId == c.Id),
                HasContactToWriteTo = contacts.Any(contact =>
                    contact.OrganizationId == c.OrganizationId || c.Supporters.Any(s => s.OrganizationId == contact.OrganizationId)
                ),
                Reports = db
                    .ProgressReports.Where(r => r.CommitmentId == c.Id && (speaks || r.Status == ProgressReportStatus.Submitted))
                    .OrderBy(r => r.Seq)
                    .Select(r => new OpenReport(
                        r.Id.Value,
                        r.Status,
                        r.OrganizationId,
                        new Filer(r.FiledBy.Person, r.FiledBy.Contact, r.FiledBy.Key),
                        r.Evidence.Count
                    ))
                    .ToList(),
                ChangeRequests = db
                    .ChangeRequests.Where(r => r.CommitmentId == c.Id && r.Status == ChangeRequestStatus.Requested)
                    .OrderBy(r => r.Seq)
                    .Select(r => new OpenChangeRequest(
                        r.Id.Value,
                        r.Status,
                        r.MilestoneId == null ? null : r.MilestoneId.Value.Value,
                        new Filer(r.FiledBy.Person, r.FiledBy.Contact, r.FiledBy.Key)
                    ))
                    .ToList(),
            })
            .AsSingleQuery()
            .SingleAsync(ct);
    }

    private sealed record ActionFacts
    {
        public required bool PartnershipIsActive { get; init; }

        public required Filer SubmittedBy { get; init; }

        /// <summary>Whether the caller filed what a decision about the outcome also decides on.</summary>
        public required bool HasFiledOutcome { get; init; }

        /// <summary>Whether an organization for which the caller acts here has a contact.</summary>
        public required bool HasContactToWriteTo { get; init; }

        /// <summary>Those that await review; for whoever may give a voice all, because each is a claim.</summary>
        public required IReadOnlyList<OpenReport> Reports { get; init; }

        public required IReadOnlyList<OpenChangeRequest> ChangeRequests { get; init; }
    }

    private sealed record OpenReport(Guid Id, ProgressReportStatus Status, OrganizationId OrganizationId, Filer FiledBy, int EvidenceCount);

    private sealed record OpenChangeRequest(Guid Id, ChangeRequestStatus Status, Guid? MilestoneId, Filer FiledBy);
}
