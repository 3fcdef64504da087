using System.Linq.Expressions;
using AutoMapper;
using AutoMapper.Internal;
using AutoMapper.QueryableExtensions;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Calendars;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Common;

/// <summary>
/// The AutoMapper configuration, used only for <c>ProjectTo</c>: flat answers read straight from the table. Answers that compute, count or
/// join are written as <c>Select</c>. The maps of an answer are in a <see cref="Profile"/> next to it.
/// </summary>
public static class Mapping
{
    /// <summary>Limits the depth of mappings (GHSA-rvv3-g6hj-g44x).</summary>
    public const int MaxDepth = 64;

    public static IConfigurationProvider Create() =>
        new MapperConfiguration(config =>
        {
            config.AddMaps(typeof(Mapping).Assembly);
            config.Internal().ForAllMaps((_, map) => map.MaxDepth(MaxDepth));
        });

    /// <returns>The map as an expression, for queries that add something to it.</returns>
    /// <param name="parameters">As of <c>ProjectTo</c>.</param>
    public static Expression<Func<TSource, TAnswer>> Projection<TSource, TAnswer>(
        this IConfigurationProvider maps,
        object? parameters = null
    )
    {
        var projected = (MethodCallExpression)Array.Empty<TSource>().AsQueryable().ProjectTo<TAnswer>(maps, parameters).Expression;
        return (Expression<Func<TSource, TAnswer>>)((UnaryExpression)projected.Arguments[1]).Operand;
    }

    /// <summary>Typed ids become plain GUIDs in answers.</summary>
    private sealed class Ids : Profile
    {
        public Ids()
        {
            CreateMap<OrganizationId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<OrganizationId?, Guid?>().ConvertUsing(id => id == null ? null : id.Value.Value);
            CreateMap<ContactId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<PartnershipId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<PartnershipId?, Guid?>().ConvertUsing(id => id == null ? null : id.Value.Value);
            CreateMap<CommitmentId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<CommitmentId?, Guid?>().ConvertUsing(id => id == null ? null : id.Value.Value);
            CreateMap<InitiativeId?, Guid?>().ConvertUsing(id => id == null ? null : id.Value.Value);
            CreateMap<OutcomeId?, Guid?>().ConvertUsing(id => id == null ? null : id.Value.Value);
            CreateMap<OutcomeStepId?, Guid?>().ConvertUsing(id => id == null ? null : id.Value.Value);
            CreateMap<MilestoneId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<MilestoneId?, Guid?>().ConvertUsing(id => id == null ? null : id.Value.Value);
            CreateMap<ProgressReportId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<FlagId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<ApiKeyId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<UserId?, Guid?>().ConvertUsing(id => id == null ? null : id.Value.Value);
            CreateMap<CalendarId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<SessionId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<ReportScheduleId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<AccountabilityReportId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<DeferredWorkId, Guid>().ConvertUsing(id => id.Value);
        }
    }
}
