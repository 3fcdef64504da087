using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Thrown if a row cannot be imported; nothing of the row is saved.</summary>
/// <param name="reasons">All reasons of one row; at least one.</param>
internal sealed class RowRefusedException(IReadOnlyList<RowIssue> reasons) : Exception(reasons[0].Code)
{
    public IReadOnlyList<RowIssue> Reasons { get; } = reasons;

    public static RowRefusedException Of(int line, DomainException refusal, string prefix = "") =>
        new([new RowIssue(line, refusal.Field is { } field ? prefix + field : null, refusal.Code, refusal.Args)]);
}
