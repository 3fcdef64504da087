namespace PartnershipTracker.Domain.Common;

/// <summary>An aggregate that says itself what the entries of its events belong to.</summary>
public interface IHasHistory
{
    HistorySubject HistorySubject { get; }
}
