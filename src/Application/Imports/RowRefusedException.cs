using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Thrown if a row cannot be imported; nothing of the row is saved.</summary>
internal sealed class RowRefusedException(RowIssue issue) : Exception(issue.Code)
{
    public RowIssue Issue { get; } = issue;

    public static RowRefusedException Of(int line, DomainException refusal, string prefix = "") =>
        new(new RowIssue(line, refusal.Field is { } field ? prefix + field : null, refusal.Code, refusal.Args));
}
