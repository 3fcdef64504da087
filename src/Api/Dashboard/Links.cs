using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Dashboard;

/// <summary>Addresses of the pages and of the lists that a number counts.</summary>
internal static class Links
{
    public const string Overview = "/";
    public const string Overdue = "/overdue";
    public const string Reviews = "/reviews";
    public const string Rubric = "/rubric";
    public const string SignIn = "/sign-in";
    public const string Resume = "/sign-in/resume";
    public const string SignOut = "/sign-out";
    public const string Me = "/me";

    public static string Commitments(params (string Name, object? Value)[] filters) =>
        QueryHelpers.AddQueryString(
            "/commitments",
            filters.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, (string?)Text(f.Value!)))
        );

    public static string Commitment(Guid id) => $"/commitments/{id}";

    /// <param name="action">E.g. <c>report</c> or <c>reports/{id}/evidence</c>.</param>
    public static string CommitmentAction(Guid id, string action) => $"/commitments/{id}/{action}";

    public static string Organization(Guid id) => $"/organizations/{id}";

    public static string Partnership(Guid id) => $"/partnerships/{id}";

    public const string AccountabilityReports = "/accountability-reports";
    public const string Schedules = "/schedules";
    public const string History = "/history";
    public const string Audit = "/audit";
    public const string Deferred = "/deferred";
    public const string SecurityEvents = "/security-events";
    public const string Settings = "/settings";
    public const string Calendars = "/calendars";
    public const string Webhooks = "/webhooks";

    /// <summary>The address of the page that was asked for, with another value of one parameter.</summary>
    /// <param name="value">Null leaves the parameter out.</param>
    public static string With(HttpRequest request, string name, string? value) =>
        QueryHelpers.AddQueryString(
            request.Path,
            request
                .Query.Where(q => q.Key != name && q.Value.ToString().Length > 0)
                .Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString()))
                .Concat(value is null ? [] : [KeyValuePair.Create(name, (string?)value)])
        );

    /// <summary>A file that supports a progress report.</summary>
    public static string Evidence(Guid id) => $"/evidence/{id}";

    private static string Text(object value) =>
        value switch
        {
            Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
            bool yes => yes ? "true" : "false",
            DateOnly day => DateRules.Iso(day),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
