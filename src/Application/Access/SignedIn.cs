using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <param name="Token">For the browser's cookie; this is the only answer that ever has it.</param>
/// <param name="ReturnTo">A path of ours.</param>
public sealed record SignedIn(string Token, string? ReturnTo);
