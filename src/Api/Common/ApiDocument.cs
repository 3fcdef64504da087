using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PartnershipTracker.Api.Access;

namespace PartnershipTracker.Api.Common;

/// <summary>The OpenAPI document: what it is called and how one signs in.</summary>
internal static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "PartnershipTracker";
            document.Info.Version = "v1";
            document.Info.Description = "Commitments of partnerships towards the Sustainable Development Goals: what was promised, what came of it, and what is late.";
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
                    Name = BrowserCookies.Session,
                    Description = "The session of a person who signed in at /sign-in.",
                },
            };

            // Either of them.
            document.Security = [.. new[] { ApiKeyAuthentication.Scheme, SessionAuthentication.Scheme }
                .Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] })];
            return Task.CompletedTask;
        });
    }
}
