using System.Collections.Frozen;
using System.Text.Json;
using FluentValidation;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.History;

/// <summary>The names of all events as they are stored in the history.</summary>
internal static class EventNames
{
    public static readonly FrozenSet<string> All = typeof(IDomainEvent).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IDomainEvent)) && !type.IsInterface).Select(type => JsonNamingPolicy.CamelCase.ConvertName(type.Name)).ToFrozenSet();
}
