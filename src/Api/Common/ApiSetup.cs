using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using PartnershipTracker.Api.Access;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Dashboard.Commitments.Actions;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Reviews;
using PartnershipTracker.Api.Deferred;
using PartnershipTracker.Api.Demo;
using PartnershipTracker.Api.Dialogues;
using PartnershipTracker.Api.Mail;
using PartnershipTracker.Api.OpenApi;
using PartnershipTracker.Api.ReportLinks;
using PartnershipTracker.Api.Reports;
using PartnershipTracker.Api.Startup;
using PartnershipTracker.Api.Voices;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Infrastructure.Configuration;

namespace PartnershipTracker.Api.Common;

/// <summary>Sets up the web side: how requests are read, how callers are authenticated, how refusals are answered.</summary>
internal static class ApiSetup
{
    /// <summary>The maximum size of a body in bytes; forms with files have limits of their own.</summary>
    private const long MaxBodyBytes = 1_000_000;

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddExceptionHandler<Problems>();
        services.AddOpenApi("v1", ApiDocument.Describe);

        services
            .AddAuthentication(Caller.Scheme)
            .AddPolicyScheme(
                Caller.Scheme,
                null,
                options =>
                    options.ForwardDefaultSelector = http =>
                        http.Request.Headers.ContainsKey(ApiKeyAuthentication.Header)
                            ? ApiKeyAuthentication.Scheme
                            : SessionAuthentication.Scheme
            )
            .AddScheme<ApiKeyOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Scheme, null)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.Scheme, null);
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Pages.Policy, policy => policy.AddRequirements(new PageReader()))
            .AddJobDashboardPolicy();
        services.AddSingleton<IAuthorizationHandler, PageReaderHandler>();
        services.AddSingleton<IAuthorizationHandler, NeedsRightHandler>();

        services.AddRazorComponents();
        services.AddScoped<MailHtml>();
        services.AddScoped<IReportRenderer, MailRenderer>();
        services.AddScoped<ILetterRenderer, LetterRenderer>();
        services.AddScoped<ILinkLetters, LinkLetters>();
        services.AddScoped<IVoiceLetters, VoiceLetters>();
        services.AddScoped<IDialogueLetters, DialogueLetters>();
        services.AddSingleton<PageAssets>();
        services.AddScoped<ReviewReader>();
        services.AddScoped<ActionReader>();
        services.AddSingleton<BrowserCookies>();
        services.AddSingleton<RefusalLog>();
        services.AddBootstrap();
        services.AddDemo();
        services.AddSettings(
            "RateLimit",
            new InlineValidator<RateLimitOptions> { rules => rules.RuleFor(r => r.PerMinute).Between(1, 1_000_000) }
        );
        services.AddSingleton<RateLimits>();
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        services.AddLogging(logging => logging.KeepLinksOut());
        services
            .AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck<DeferredWorkHealth>("deferredWork")
            .AddCheck<SealingHealth>("sealing");
        services.AddSettings("Proxy", new ProxyOptionsValidator());
        services.AddOptions<ForwardedHeadersOptions>().Configure<ProxyOptions>((options, proxy) => proxy.Apply(options));
        return services;
    }

    public static void UseApi(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RateLimits>();
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.Use(limits.ReportAsync);
        app.UseRequestLocalization(Languages());
        app.UseExceptionHandler();
        app.UseStatusCodePages(Problems.WriteStatusAsync);
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint("/openapi/v1.json", "PartnershipTracker v1");
            options.DocumentTitle = "PartnershipTracker API";
        });
        app.UseAuthentication();
        app.UseMiddleware<CurrentUserMiddleware>();
        app.Use(limits.ChargeAsync);
        app.UseMiddleware<SameOrigin>();
        app.UseMiddleware<ParameterCheck>();
        app.UseMiddleware<UnknownAddresses>();
        app.UseAuthorization();
        app.Use(JsonBody.KeepAsync);
        app.UseMiddleware<Idempotency>();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
    }

    /// <summary>
    /// The address of a link gives access, and these two categories log addresses at their usual level. Our own log contains only routes.
    /// </summary>
    private static void KeepLinksOut(this ILoggingBuilder logging) =>
        logging
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Routing.Matching", LogLevel.Warning);

    /// <summary>
    /// camelCase, enums as strings, numbers as numbers. Required members must be present, and unknown members are refused instead of
    /// ignored.
    /// </summary>
    public static void Configure(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectRequiredConstructorParameters = true;
        json.RespectNullableAnnotations = true;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    }

    private static RequestLocalizationOptions Languages()
    {
        var cultures = Texts.Available.Select(CultureInfo.GetCultureInfo).ToArray();
        return new RequestLocalizationOptions
        {
            DefaultRequestCulture = new("en"),
            SupportedCultures = cultures,
            SupportedUICultures = cultures,
            ApplyCurrentCultureToResponseHeaders = true,
        };
    }
}
