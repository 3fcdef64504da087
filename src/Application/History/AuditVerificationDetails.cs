using PartnershipTracker.Domain.History;

namespace PartnershipTracker.Application.History;

/// <summary>One verification of the history: who asked for it, and how it stands.</summary>
public record AuditVerificationItem
{
    public Guid Id { get; init; }

    public AuditVerificationState State { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>Who asked for it, by the name of their organization and role, or that it was the command line.</summary>
    public string By { get; init; } = "";

    /// <summary>The hash that the chain had to contain, if one was given.</summary>
    public string? ExpectedHead { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many entries are read in all, those of commitments twice; 0 until it is started.</summary>
    public long ToRead { get; init; }

    /// <summary>How many entries were read so far.</summary>
    public long Read { get; init; }

    /// <summary>Why it could not be carried out: a code, or the type of an exception.</summary>
    public string? Reason { get; init; }
}

/// <summary>A verification with what it found.</summary>
public sealed record AuditVerificationDetails : AuditVerificationItem
{
    public AuditVerificationDetails(AuditVerificationItem item)
        : base(item) { }

    /// <summary>Null until it is finished.</summary>
    public AuditResult? Result { get; init; }
}
