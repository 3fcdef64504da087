namespace PartnershipTracker.Domain.Common;

/// <summary>Something that happened to an aggregate, named in the past tense. It is saved with the change and read by people as history.</summary>
public interface IDomainEvent;
