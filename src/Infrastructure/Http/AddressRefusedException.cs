namespace PartnershipTracker.Infrastructure.Http;

internal sealed class AddressRefusedException() : Exception("The address is not public.");
