using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>What a registration and a change have in common.</summary>
public interface IWebhookTerms
{
    string Url { get; }

    string? Description { get; }

    IReadOnlyList<string>? Events { get; }

    string OwnerEmail { get; }
}
