using System.Diagnostics;
using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// The one place where errors become answers: <c>application/problem+json</c> with a stable <c>code</c>, a sentence, and errors by field.
/// For a page the error is a page, too. Unexpected exceptions are logged and answered without details.
/// </summary>
internal sealed partial class Problems(ILogger<Problems> logger) : IExceptionHandler
{
    /// <summary>Seconds after which to ask again while the database is away.</summary>
    private const string RetryAfter = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = 499;
            return true;
        }

        var problem = exception is BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest }
            ? Unreadable(await JsonBody.ErrorsAsync(httpContext, exception.InnerException as JsonException))
            : ProblemOf(exception, httpContext);
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfter;
            LogUnavailable(logger, httpContext.Request.Method, RouteOf(httpContext), exception.GetBaseException().Message);
        }
        else if (problem.Status >= 500)
            LogUnexpected(logger, exception, httpContext.Request.Method, RouteOf(httpContext));
        await WriteAsync(httpContext, problem);
        return true;
    }

    /// <summary>Answers that no endpoint gave: unknown routes, wrong methods and media types, missing sign-in.</summary>
    public static Task WriteStatusAsync(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        return WriteAsync(context.HttpContext, Problem(status, $"http.{status}"));
    }

    /// <summary>Whether the caller is a person with a browser. The API always answers in JSON.</summary>
    public static bool WantsPage(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api") && http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html");

    /// <summary>The route instead of the path, because a path can contain the secret of a link.</summary>
    private static string RouteOf(HttpContext http) =>
        (http.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    private static ProblemDetails ProblemOf(Exception exception, HttpContext http) =>
        exception switch
        {
            DomainException refusal => Refusal(refusal, http.Request),
            ValidationException invalid => Invalid([
                .. invalid.Errors.Select(e => Violation.Of(http.Request, FieldName(e.PropertyName), e.ErrorCode, e.ErrorMessage)),
            ]),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem(413, "http.413"),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Problem(415, "http.415"),
            BadHttpRequestException bad => Problem(bad.StatusCode, "request.unreadable"),
            MalformedRequestException malformed => Invalid(malformed.Violations),
            InvalidDataException => Problem(400, "request.form"),
            _ when DatabaseErrors.IsConflict(exception) => http.Request.Headers.IfMatch.Count > 0
                ? Problem(412, "request.versionMoved")
                : Problem(409, "request.somebodyWasFirst"),
            _ when DatabaseErrors.IsUniqueViolation(exception) => Problem(409, "request.exists"),
            _ when DatabaseErrors.IsUnavailable(exception) => Problem(503, "http.503"),
            _ => Problem(500, "http.500"),
        };

    private static ProblemDetails Refusal(DomainException refusal, HttpRequest request)
    {
        var sentence = Texts.Error(refusal.Code, refusal.Args);
        var problem = new ProblemDetails
        {
            Status = StatusOf(refusal.Kind),
            Title = sentence,
            Detail = sentence,
            Extensions = { ["code"] = refusal.Code },
        };
        if (refusal.Field is { } field)
            AddViolations(problem, [Violation.Of(request, field, refusal.Code, sentence)]);
        return problem;
    }

    private static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Malformed => 400,
            RefusalKind.Forbidden => 403,
            RefusalKind.NotFound => 404,
            RefusalKind.Conflict => 409,
            RefusalKind.VersionMoved => 412,
            RefusalKind.TooLarge => 413,
            RefusalKind.Refused => 422,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static ProblemDetails Invalid(IReadOnlyList<Violation> violations)
    {
        var problem = Problem(400, "request.invalid");
        problem.Detail = Format.Sentences(
            violations.Select(v => v.Field.Length > 0 ? Texts.Error("request.atField", v.Field, v.Detail) : v.Detail).Distinct()
        );
        AddViolations(problem, violations);
        return problem;
    }

    /// <summary>Errors by field for people, and by position for programs.</summary>
    private static void AddViolations(ProblemDetails problem, IReadOnlyList<Violation> violations)
    {
        problem.Extensions["errors"] = violations
            .GroupBy(v => v.Field)
            .ToDictionary(g => g.Key, g => g.Select(v => v.Detail).Distinct().ToArray());
        problem.Extensions["violations"] = violations;
    }

    /// <param name="violations">What is wrong with the body; empty if it is not the body.</param>
    private static ProblemDetails Unreadable(IReadOnlyList<Violation> violations) =>
        violations.Count > 0 ? Invalid(violations) : Problem(400, "request.unreadable");

    private static ProblemDetails Problem(int status, string code)
    {
        var sentence = Texts.FindError(code) ?? Texts.Error("http.other", status);
        return new ProblemDetails
        {
            Status = status,
            Title = sentence,
            Extensions = { ["code"] = code },
        };
    }

    private static async Task WriteAsync(HttpContext http, ProblemDetails problem)
    {
        if (http.Response.HasStarted)
            return;
        if (problem.Status == StatusCodes.Status403Forbidden && SecurityEventOf(problem) is { } kind)
            await http.RequestServices.GetRequiredService<RefusalLog>().AddAsync(http, kind);
        http.Response.StatusCode = problem.Status!.Value;
        if (WantsPage(http))
        {
            await Pages.WriteProblemAsync(http, problem);
            return;
        }

        problem.Type = "about:blank";
        if (http.Request.Path.StartsWithSegments("/api"))
            problem.Instance = http.Request.Path; // other paths may hold the token of a link
        problem.Extensions["traceId"] = Activity.Current?.Id ?? http.TraceIdentifier;
        await http.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json");
    }

    /// <returns>Null for what the use case has recorded.</returns>
    private static SecurityEventKind? SecurityEventOf(ProblemDetails problem) =>
        problem.Extensions["code"] switch
        {
            "request.otherSite" => SecurityEventKind.OtherSite,
            "signIn.otherBrowser" => null,
            _ => SecurityEventKind.Forbidden,
        };

    /// <summary><c>Draft.Milestones[0].DueDate</c> → <c>milestones[0].dueDate</c>.</summary>
    public static string FieldName(string property) =>
        string.Join(
            '.',
            property.Split('.').Where(part => part is not ("Draft" or "Terms")).Select(part => JsonNamingPolicy.CamelCase.ConvertName(part))
        );

    /// <param name="why">The database's own words; without a stack trace, because every request has it while the database is away.</param>
    [LoggerMessage(LogLevel.Error, "{Method} {Route} failed, because the database cannot be used: {Why}")]
    private static partial void LogUnavailable(ILogger logger, string method, string route, string why);

    [LoggerMessage(LogLevel.Error, "{Method} {Route} failed.")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string method, string route);
}
