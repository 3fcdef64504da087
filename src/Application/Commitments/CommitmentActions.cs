using System.Text.Json.Serialization;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What people do with a commitment.</summary>
public enum CommitmentActionName
{
    Revise,
    Submit,
    Withdraw,
    Supersede,
    HandOver,
    AddSupporter,
    ReportProgress,
    AddEvidence,
    CompleteMilestone,
    ReopenMilestone,
    RequestChange,
    RecordPayment,
    SendReportLink,
    Accept,
    Return,

    /// <summary>Accept or return a progress report.</summary>
    DecideReport,

    /// <summary>Approve or reject a change request.</summary>
    DecideChangeRequest,

    Assess,
    Close,
    Reopen,

    /// <summary>Give a voice on a progress report or on the closing.</summary>
    AddVoice,
}

/// <summary>What the caller may do with a commitment now, and why not the rest.</summary>
/// <param name="Actions">Every action, in a fixed order.</param>
public sealed record CommitmentActions(IReadOnlyList<CommitmentAction> Actions)
{
    /// <summary>Whether a reviewer decides about withdrawing or superseding it.</summary>
    [JsonIgnore]
    public bool EndNeedsDecision { get; init; }

    public CommitmentAction Of(CommitmentActionName name) => Actions.Single(action => action.Action == name);

    public bool Allows(CommitmentActionName name) => Of(name).Allowed;
}

/// <param name="Allowed">Whether the action is accepted if what is sent with it is valid.</param>
/// <param name="Code">The code of the refusal that the action would meet; null if it is allowed.</param>
/// <param name="Reason">The sentence of that refusal.</param>
/// <param name="Parts">
/// The ids of the milestones, progress reports or change requests on which the action is possible; for a change request also that of the
/// commitment, if it can be changed itself, and for a voice that of the closing. Empty for an action on the commitment as a whole.
/// </param>
public sealed record CommitmentAction(CommitmentActionName Action, bool Allowed, string? Code, string? Reason, IReadOnlyList<Guid> Parts)
{
    /// <summary>Whether it is refused because of who the caller is, not because of how the commitment stands.</summary>
    [JsonIgnore]
    public bool IsForbidden { get; init; }
}
