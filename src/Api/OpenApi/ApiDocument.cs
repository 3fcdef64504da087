using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PartnershipTracker.Api.Access;
using PartnershipTracker.Api.Common;

namespace PartnershipTracker.Api.OpenApi;

/// <summary>
/// The OpenAPI document, complete enough for code generators: the name of the API, how to authenticate, and what all operations share.
/// </summary>
internal static class ApiDocument
{
    public static readonly IReadOnlyDictionary<string, string> Groups = new Dictionary<string, string>
    {
        ["Reference"] = "Code lists: goals, targets, countries, currencies. No API key is needed.",
        ["Organizations"] = "Organizations, their contacts and their API keys.",
        ["Partnerships"] = "Agreements of two or more organizations, and their members.",
        ["Programme"] = "Pillars, themes and stakeholder groups, and what belongs to each pillar and theme.",
        ["Initiatives"] = "What members propose under a pillar, and the board's answers.",
        ["Commitments"] = "Commitments, from draft to close, with milestones, progress reports and evidence.",
        ["Dialogues"] = "Facilitated sessions: agenda, participants, notes, and outcomes that become commitments.",
        ["Review"] = "What reviewers decide: change requests, progress reports, assessments.",
        ["Health checks"] = "Rounds of the health check of a partnership, and their results without names.",
        ["Community engagement"] = "Which communities take part, when and how much, and measures of the results.",
        ["Inclusion"] = "Who takes part and who decides, and who is missing.",
        ["Work"] = "What needs the caller, by role.",
        ["Imports"] = "Imports of commitments from a file.",
        ["Exports"] = "Tables as CSV or Excel files.",
        ["History"] = "Who changed what and when, and whether the history is complete.",
        ["Accountability"] = "Flags: what became overdue or off track, and when and why that ended.",
        ["Dashboard"] = "The figures of the dashboard.",
        ["Accountability reports"] = "Reports to the board, sent on a schedule. A report that was sent does not change.",
        ["Calendars"] = "Feeds for calendar programs.",
        ["Voices"] = "What communities say about what is reported.",
        ["Webhooks"] = "Events sent to your systems.",
        ["Deferred work"] = "Work that waits to be done in the background, and work that stopped after repeated failures.",
        ["Installation"] = "How this installation is set up.",
        ["People"] = "The caller, their sessions, and the people who may sign in.",
    };

    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = Schemas.NameOf;
        options.AddSchemaTransformer(Schemas.Describe);
        options.AddOperationTransformer(Operations.Describe);
        options.AddDocumentTransformer(
            (document, context, _) =>
            {
                Introduce(document, context.ApplicationServices.GetRequiredService<BrowserCookies>());
                Parameters.Share(document);
                Schemas.Finish(document);
                Answers.Share(document);
                return Task.CompletedTask;
            }
        );
    }

    private static void Introduce(OpenApiDocument document, BrowserCookies cookies)
    {
        document.Info.Title = "PartnershipTracker";
        document.Info.Version = "v1";
        document.Info.Description =
            "Commitments of partnerships towards the Sustainable Development Goals: "
            + "who is accountable for what, the progress, and what is overdue.";
        document.Info.License = new OpenApiLicense { Name = "Apache License 2.0", Identifier = "Apache-2.0" };
        document.Servers = [new OpenApiServer { Url = "/", Description = "Where this document is." }];
        document.Tags = new HashSet<OpenApiTag>(Groups.Select(tag => new OpenApiTag { Name = tag.Key, Description = tag.Value }));
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [ApiKeyAuthentication.Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = ApiKeyAuthentication.Header,
                Description = "The key of one organization and one role.",
            },
            [SessionAuthentication.Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = cookies.Session,
                Description = "The session of a person who signed in at /sign-in.",
            },
        };

        // One of the two is enough.
        document.Security =
        [
            .. new[] { ApiKeyAuthentication.Scheme, SessionAuthentication.Scheme }.Select(scheme => new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(scheme, document)] = [],
            }),
        ];
    }
}
