using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Domain.Commitments;

public readonly record struct EvidenceId(Guid Value)
{
    public static EvidenceId New() => new(Guid.CreateVersion7());
}

/// <summary>A link or a file that supports a progress report.</summary>
public sealed class Evidence : Entity, ICausesWork
{
    public const int ContentTypeMaxLength = 120;

    /// <summary>How long the result of a link check counts.</summary>
    public static readonly TimeSpan LinkCheckedEvery = TimeSpan.FromDays(7);

    private Evidence() { }

    internal Evidence(CommitmentId commitmentId, ProgressReportId reportId, EvidenceLink link, DateTimeOffset now)
    {
        Id = EvidenceId.New();
        CommitmentId = commitmentId;
        ReportId = reportId;
        Title = link.Title.Trim();
        Url = link.Url.Trim();
        AddedAt = now;
    }

    internal Evidence(CommitmentId commitmentId, ProgressReportId reportId, EvidenceFile file, DateTimeOffset now)
    {
        Id = EvidenceId.New();
        CommitmentId = commitmentId;
        ReportId = reportId;
        Title = Blank.ToNull(file.Title) ?? file.Name;
        FileName = file.Name;
        ContentType = file.ContentType;
        Size = file.Size;
        Sha256 = file.Sha256;
        AddedAt = now;
    }

    public EvidenceId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    public ProgressReportId ReportId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Only for a link.</summary>
    public string? Url { get; private set; }

    /// <summary>Only for a file; safe as the name of a saved file.</summary>
    public string? FileName { get; private set; }

    /// <summary>Only for a file; detected from its content.</summary>
    public string? ContentType { get; private set; }

    /// <summary>Only for a file; in bytes.</summary>
    public long? Size { get; private set; }

    /// <summary>Only for a file; 64 hexadecimal digits.</summary>
    public string? Sha256 { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When the link was last checked.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>The result of the last check.</summary>
    public LinkCheck? LastCheck { get; private set; }

    /// <summary>Whether the link was gone at two checks in a row and has not been reached since.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Only links need a check.</summary>
    public DeferredWork? Work(DateTimeOffset now) => Url is null ? null : new DeferredWork(DeferredKind.LinkCheck, Id.Value, now);

    /// <summary>
    /// Records the result of a link check. It is no change of the commitment and affects neither its version nor its history.
    /// </summary>
    public void Checked(LinkCheck found, DateTimeOffset now)
    {
        IsDead = found switch
        {
            LinkCheck.Reached => false,
            LinkCheck.Gone => IsDead || LastCheck == LinkCheck.Gone,
            // A check without a clear result changes nothing.
            LinkCheck.Unknown or LinkCheck.NotAllowed => IsDead,
            _ => throw new ArgumentOutOfRangeException(nameof(found)),
        };
        (LastCheck, CheckedAt) = (found, now);
    }
}
