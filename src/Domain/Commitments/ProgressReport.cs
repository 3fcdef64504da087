using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Commitments;

public readonly record struct ProgressReportId(Guid Value)
{
    public static ProgressReportId New() => new(Guid.CreateVersion7());
}

public enum ProgressReportStatus
{
    Submitted,
    Returned,
    Accepted,
}

public sealed record EvidenceLink(string Title, string Url);

/// <summary>
/// What an organization reports about a commitment, before and after its review. A row of its own, never loaded with its commitment.
/// </summary>
public sealed class ProgressReport : TrackedEntity, IImported
{
    public const int MaxEvidence = 50;

    private readonly List<Evidence> _evidence = [];

    private ProgressReport() { }

    internal ProgressReport(CommitmentId commitmentId, OrganizationId organizationId, ProgressStatement statement, DecisionContext context)
    {
        Id = ProgressReportId.New();
        CommitmentId = commitmentId;
        OrganizationId = organizationId;
        AsOf = statement.AsOf;
        Value = NumberRules.Stored(statement.Value);
        Narrative = statement.Narrative.Trim();
        Barriers = Blank.ToNull(statement.Barriers);
        ReportsCompletion = statement.ReportsCompletion;
        FiledBy = context.Filer;
        SubmittedAt = context.Now;
        ReviewDueAt = context.ReviewDueAt;
        _evidence.AddRange((statement.Evidence ?? []).Select(link => new Evidence(CommitmentId, Id, link, context.Now)));
    }

    public ProgressReportId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    /// <summary>The organization that reports.</summary>
    public OrganizationId OrganizationId { get; private set; }

    public DateOnly AsOf { get; private set; }

    public decimal? Value { get; private set; }

    public string Narrative { get; private set; } = "";

    public string? Barriers { get; private set; }

    public bool ReportsCompletion { get; private set; }

    public ProgressReportStatus Status { get; private set; }

    public Filer FiledBy { get; private set; } = Filer.None;

    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>When the review is due.</summary>
    public DateTimeOffset ReviewDueAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public ActorKind? DecidedByKind { get; private set; }

    public Guid? DecidedById { get; private set; }

    /// <summary>The reviewer's reason for returning it, or a note.</summary>
    public string? ReviewNote { get; private set; }

    public IReadOnlyList<Evidence> Evidence => _evidence;

    public ImportId? ImportId { get; private set; }

    public void MadeBy(ImportId import) => ImportId = import;

    internal void Decide(ProgressReportStatus status, string? note, DecisionContext context)
    {
        Status = status;
        ReviewNote = Blank.ToNull(note);
        DecidedByKind = context.By.Kind;
        DecidedById = context.By.Id;
        DecidedAt = context.Now;
    }
}
