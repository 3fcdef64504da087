namespace PartnershipTracker.Api.Initiatives;

/// <param name="Brings">What the supporter brings.</param>
internal sealed record SupportBody(string Brings);

/// <param name="Text">The comment or concern.</param>
internal sealed record TextBody(string Text);

/// <param name="Answer">The proposer's answer to a concern.</param>
internal sealed record AnswerBody(string Answer);

/// <param name="Accepts">Whether the initiative is accepted; otherwise it is declined.</param>
/// <param name="Reason">The board's reason; may still be missing.</param>
internal sealed record InitiativeDecisionBody(bool Accepts, string? Reason = null);

/// <summary>What is left out is taken from the initiative.</summary>
/// <param name="StartDate">Today (UTC) by default.</param>
/// <param name="OrganizationId">The lead member; needed for the initiative of an individual.</param>
internal sealed record MakePartnershipBody(
    string? Name = null,
    DateOnly? StartDate = null,
    string? Summary = null,
    Guid? OrganizationId = null
);

/// <summary>What is left out is taken from the initiative.</summary>
/// <param name="PartnershipId">A partnership of which the organization is a member.</param>
/// <param name="OrganizationId">The accountable organization; needed for the initiative of an individual.</param>
/// <param name="DueDate">Needed to submit the draft, not to make it.</param>
internal sealed record MakeCommitmentBody(Guid PartnershipId, Guid? OrganizationId = null, string? Title = null, DateOnly? DueDate = null);
