using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>A row is refused whole.</summary>
internal sealed class RowRefusedException(RowIssue issue) : Exception(issue.Code)
{
    public RowIssue Issue { get; } = issue;

    public static RowRefusedException Of(int line, DomainException refusal, string prefix = "") =>
        new(new RowIssue(line, refusal.Field is { } field ? prefix + field : null, refusal.Code, refusal.Args));
}
