using System.Collections.Frozen;
using System.Text.Json;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Webhooks;

/// <param name="Name">The <c>type</c> of the message.</param>
/// <param name="Description">When it is sent.</param>
public sealed record WebhookEvent(string Name, string Description);
