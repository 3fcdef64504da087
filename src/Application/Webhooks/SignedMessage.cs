using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <param name="Id">The <c>webhook-id</c>.</param>
/// <param name="Signatures">Separated by spaces: one for each secret.</param>
public sealed record SignedMessage(string Id, DateTimeOffset Timestamp, string Signatures, byte[] Body);
