using System.Security.Claims;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Deferred;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Configuration;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Application.Webhooks;

namespace PartnershipTracker.Api.Dashboard;

/// <summary>The pages that a person can go to from everywhere. Nobody is shown a page that their role may not open.</summary>
internal static class Navigation
{
    private static Right? Everybody => null;

    /// <summary>In the head of each page. Nobody has more than fit in one row of 1280 pixels.</summary>
    private static readonly Entry[] Main =
    [
        new(Links.Overview, "nav.overview", Everybody),
        new("/commitments", "nav.commitments", Everybody),
        new(Links.Overdue, "nav.overdue", Everybody),
        new(Links.Programme, "nav.programme", Everybody),
        new(Links.Partnerships, "nav.partnerships", Everybody),
        Of<ProposeInitiative>(Links.Initiatives, "nav.initiatives"),
        new(Links.Dialogues, "nav.dialogues", Everybody),
        new(Links.Organizations, "nav.organizations", Everybody),
        Of<ListReviews>(Links.Reviews, "nav.reviews"),
        Of<ListVoiceClaims>(Links.Voices, "nav.voices"),
    ];

    /// <summary>In the list of all pages at the foot.</summary>
    private static readonly Entry[] More =
    [
        Of<ListPeople>(Links.People, "nav.people"),
        Of<ListImports>(Links.Imports, "nav.imports"),
        Of<ListAccountabilityReports>(Links.AccountabilityReports, "nav.reports"),
        Of<ListReportSchedules>(Links.Schedules, "nav.schedules"),
        Of<ListHistory>(Links.History, "nav.history"),
        Of<VerifyAudit>(Links.Audit, "nav.audit"),
        Of<ListCalendars>(Links.Calendars, "nav.calendars"),
        Of<ListWebhooks>(Links.Webhooks, "nav.webhooks"),
        Of<ListDeferredWork>(Links.Deferred, "nav.deferred"),
        Of<ListDeferredWork>(JobDashboard.Path, "nav.jobs"),
        Of<ListSecurityEvents>(Links.SecurityEvents, "nav.security"),
        Of<ListSettings>(Links.Settings, "nav.settings"),
        new(Links.Inclusion, "nav.inclusion", Everybody),
        new(Links.Rubric, "nav.rubric", Everybody),
        new(Links.HealthCheck, "nav.healthCheck", Everybody),
        new("/swagger", "nav.api", Everybody),
    ];

    public static IEnumerable<Entry> InHead(ClaimsPrincipal? caller) =>
        Permitted(caller, [.. NeedsWork(caller) ? [new Entry(Links.Work, "nav.work", Everybody)] : Array.Empty<Entry>(), .. Main]);

    public static IEnumerable<Entry> All(ClaimsPrincipal? caller) => InHead(caller).Concat(Permitted(caller, More));

    /// <summary>Whether there is work that can wait for the caller.</summary>
    private static bool NeedsWork(ClaimsPrincipal? caller) =>
        caller?.May(Right.Contribute) == true || caller?.May(Right.Review) == true || caller?.May(Right.DecideInitiatives) == true;

    private static IEnumerable<Entry> Permitted(ClaimsPrincipal? caller, IEnumerable<Entry> entries) =>
        entries.Where(entry => entry.Right is not { } right || caller?.May(right) == true);

    private static Entry Of<TQuery>(string address, string text) => new(address, text, RoleTable.RightOf(typeof(TQuery)));

    /// <param name="Text">The key of its name.</param>
    /// <param name="Right">Null for a page that everybody may open who may open pages.</param>
    internal sealed record Entry(string Address, string Text, Right? Right);
}
