using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Api.Reference;

/// <summary>The code lists, which everybody may read without a key.</summary>
internal static class ReferenceEndpoints
{
    public static void MapReference(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/reference").WithTags("Reference").AllowAnonymous();
        group.MapGet("/sdg-goals", () => All(SdgGoals.All)).WithName("listSdgGoals");
        group
            .MapGet("/sdg-targets", (int? goal) => All(SdgTargets.All.Where(t => goal is null || t.Goal == goal)))
            .WithName("listSdgTargets");
        group
            .MapGet("/sdg-targets/{code}", (string code, HttpContext http) => One(http, SdgTargets.Find(code), "sdgTarget"))
            .WithName("getSdgTarget")
            .Produces<SdgTarget>();
        group
            .MapGet("/sdg-indicators", (string? target) => All(SdgIndicators.All.Where(i => target is null || i.Target == target)))
            .WithName("listSdgIndicators");
        group.MapGet("/countries", () => All(Countries.All)).WithName("listCountries");
        group
            .MapGet("/countries/{code}", (string code, HttpContext http) => One(http, Countries.Find(code), "country"))
            .WithName("getCountry")
            .Produces<Country>();
        group.MapGet("/regions", () => All(Regions.All)).WithName("listRegions");
        group.MapGet("/organization-types", () => All(OrganizationTypes.All)).WithName("listOrganizationTypes");
        group.MapGet("/smart-rubric", () => SmartRubric.Current()).WithName("getSmartRubric");
        group.MapGet("/health-check", HealthInstrument).WithName("getHealthInstrument");
        group.MapGet("/currencies", () => All(Currencies.All)).WithName("listCurrencies");
        group.MapGet("/commitment-templates", Templates).WithName("listCommitmentTemplates");
        group.MapGet("/webhook-events", () => All(WebhookEvents.All())).WithName("listWebhookEvents");
    }

    /// <summary>What a commitment can start from. Templates of a retired pillar are not offered.</summary>
    private static async Task<Page<CommitmentTemplateDetails>> Templates(IVocabulary vocabulary, CancellationToken ct)
    {
        await vocabulary.RefreshAsync(ct);
        return All(CommitmentTemplates.Offered(vocabulary));
    }

    /// <summary>The questionnaire of the health check; every version stays published.</summary>
    /// <param name="version">The version of the questionnaire; the current one if left out.</param>
    private static HealthInstrumentDetails HealthInstrument(int? version = null) => HealthInstrumentDetails.Of(version);

    private static IResult One<T>(HttpContext http, T? found, string what)
        where T : class => http.Tagged(found ?? throw DomainException.NotFound(what));

    private static Page<T> All<T>(IEnumerable<T> list)
    {
        var items = list.ToList();
        return new Page<T>(items, null, items.Count);
    }
}
