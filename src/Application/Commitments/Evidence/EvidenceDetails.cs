using AutoMapper;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A link or a file that supports a progress report.</summary>
public sealed record EvidenceDetails
{
    public Guid Id { get; init; }

    public EvidenceKind Kind { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Only for links.</summary>
    public string? Url { get; init; }

    /// <summary>Only for files; the content is at <c>/evidence/{id}/content</c>.</summary>
    public string? FileName { get; init; }

    /// <summary>Only for files: the type as recognized from the content.</summary>
    public string? ContentType { get; init; }

    /// <summary>Only for files: the size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Only for files: SHA-256 as 64 hexadecimal digits.</summary>
    public string? Sha256 { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When the link was last checked.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>The result of the last check.</summary>
    public LinkCheck? LastCheck { get; init; }

    /// <summary>The link was gone in two checks in a row, and has not been reachable since.</summary>
    public bool IsDead { get; init; }
}

internal sealed class EvidenceMaps : Profile
{
    public EvidenceMaps()
    {
        CreateMap<Evidence, EvidenceDetails>().ForMember(d => d.Kind, to => to.MapFrom(e => e.Url == null ? EvidenceKind.File : EvidenceKind.Link));
        CreateMap<EvidenceId, Guid>().ConvertUsing(id => id.Value);
    }
}
