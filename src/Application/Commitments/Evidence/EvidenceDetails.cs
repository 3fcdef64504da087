using AutoMapper;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A link or a file that supports a report.</summary>
public sealed record EvidenceDetails
{
    public Guid Id { get; init; }

    public EvidenceKind Kind { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Of a link.</summary>
    public string? Url { get; init; }

    /// <summary>Of a file; its content is under <c>/evidence/{id}/content</c>.</summary>
    public string? FileName { get; init; }

    /// <summary>Of a file, as its content tells.</summary>
    public string? ContentType { get; init; }

    /// <summary>Of a file, in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Of a file: 64 hexadecimal digits.</summary>
    public string? Sha256 { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When the link was last looked at.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>What the last look found.</summary>
    public LinkCheck? LastCheck { get; init; }

    /// <summary>A link that was gone twice in a row, and not seen since.</summary>
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
