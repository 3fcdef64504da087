using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Common;

/// <param name="Code">Stable.</param>
public sealed record Remark(string Code, string Text)
{
    public static Remark Of(string code) => new(code, Texts.Error(code));
}
