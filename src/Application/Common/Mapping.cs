using System.Collections;
using System.Reflection;
using AutoMapper;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Calendars;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Common;

/// <summary>
/// The one AutoMapper configuration. It serves <c>ProjectTo</c> only: flat answers straight from the table. Answers that judge, count or join
/// are written as <c>Select</c>. Each answer's own maps are in <see cref="Profile"/>s beside it.
/// </summary>
public static class Mapping
{
    /// <summary>Nothing maps deeper than this (GHSA-rvv3-g6hj-g44x).</summary>
    public const int MaxDepth = 64;

    public static IConfigurationProvider Create()
    {
        var configuration = new MapperConfiguration(config =>
        {
            config.AddProfile<Ids>();
            foreach (var profile in typeof(Mapping).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Profile)) && t != typeof(Ids)))
                config.AddProfile(Prepared((Profile)Activator.CreateInstance(profile, nonPublic: true)!));
            Prepared((Profile)config);
            config.ForAllMaps((_, map) => map.MaxDepth(MaxDepth));
        });
        return configuration;
    }

    /// <summary>AutoMapper 8 probes LINQ's extension methods and trips over those of .NET 10; the private list it probes is emptied.</summary>
    private static Profile Prepared(Profile profile)
    {
        var probed = typeof(Profile).GetField("_sourceExtensionMethods", BindingFlags.Instance | BindingFlags.NonPublic)
            ?? throw new InvalidOperationException("AutoMapper changed: Profile has no _sourceExtensionMethods any more.");
        ((IList)probed.GetValue(profile)!).Clear();
        return profile;
    }

    /// <summary>Ids are answered as plain GUIDs.</summary>
    private sealed class Ids : Profile
    {
        public Ids()
        {
            Prepared(this);
            CreateMap<OrganizationId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<OrganizationId?, Guid?>().ConvertUsing(id => id == null ? null : id.Value.Value);
            CreateMap<ContactId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<PartnershipId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<PartnershipId?, Guid?>().ConvertUsing(id => id == null ? null : id.Value.Value);
            CreateMap<CommitmentId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<MilestoneId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<MilestoneId?, Guid?>().ConvertUsing(id => id == null ? null : id.Value.Value);
            CreateMap<ProgressReportId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<FlagId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<ApiKeyId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<CalendarId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<SessionId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<ReportScheduleId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<AccountabilityReportId, Guid>().ConvertUsing(id => id.Value);
            CreateMap<WebhookDeliveryId, Guid>().ConvertUsing(id => id.Value);
        }
    }
}
