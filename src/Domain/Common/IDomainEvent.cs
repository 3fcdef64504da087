namespace PartnershipTracker.Domain.Common;

/// <summary>
/// Something that happened to an aggregate, named in the past tense. It is saved with the change and shown in the history.
/// </summary>
public interface IDomainEvent;
