using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// The one place where errors become answers: <c>application/problem+json</c> with a stable <c>code</c>, a sentence, and errors by field.
/// For a page the error is a page, too. Unexpected exceptions are logged and answered without details.
/// </summary>
internal sealed partial class Problems(ILogger<Problems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = 499;
            return true;
        }

        var json = (exception as BadHttpRequestException)?.InnerException as JsonException;
        var problem = json is null
            ? ProblemOf(exception, httpContext)
            : Invalid([Unreadable(json, await ReceivedJson.AtAsync(httpContext.Request, json.Path ?? ""))]);
        if (problem.Status >= 500)
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
            BadHttpRequestException bad => Unbound(bad),
            InvalidDataException => Problem(400, "request.form"),
            InvalidOperationException { InnerException: ArgumentException { ParamName: "name" } } when IsUnknownCharset(http.Request) =>
                Problem(415, "http.415"),
            _ when DatabaseErrors.IsConflict(exception) => http.Request.Headers.IfMatch.Count > 0
                ? Problem(412, "request.versionMoved")
                : Problem(409, "request.somebodyWasFirst"),
            _ when DatabaseErrors.IsUniqueViolation(exception) => Problem(409, "request.exists"),
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

    /// <summary>The position and reason of an error in a body that is not valid JSON or has a value of another type.</summary>
    /// <param name="received">The JSON at that position; null if unknown.</param>
    private static Violation Unreadable(JsonException json, string? received)
    {
        if (MissingMember().Match(json.Message) is { Success: true } missing)
            return Violation.InBody(missing.Groups["name"].Value, "form.required", Texts.Error("form.required"));
        var field = json.Path is { Length: > 2 } path ? path[2..] : "";
        if (NullMember().IsMatch(json.Message))
            return Violation.InBody(field, "form.required", Texts.Error("form.required"));
        if (UnknownMember().Match(json.Message) is { Success: true } unknown)
            return Violation.InBody(field, "request.unknownField", Texts.Error("request.unknownField", unknown.Groups["name"].Value));
        return Violation.InBody(field, "request.json", ExpectedValue.OfJson(json, received));
    }

    /// <summary>A value in the path or the query string that could not be read. The framework's message contains its name.</summary>
    private static ProblemDetails Unbound(BadHttpRequestException bad)
    {
        if (UnboundParameter().Match(bad.Message) is { Success: true } match)
        {
            var field = FieldName(match.Groups["name"].Value);
            return Invalid([
                Violation.OfParameter(
                    field,
                    "request.value",
                    ExpectedValue.OfParameter(match.Groups["type"].Value, match.Groups["value"].Value)
                ),
            ]);
        }

        return MissingParameter().Match(bad.Message) is { Success: true } missing
            ? Invalid([
                missing.Groups["source"].Value == "body"
                    ? Violation.InBody("", "request.bodyRequired", Texts.Error("request.bodyRequired"))
                    : Violation.OfParameter(FieldName(missing.Groups["name"].Value), "form.required", Texts.Error("form.required")),
            ])
            : Problem(bad.StatusCode, "request.unreadable");
    }

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

    /// <summary>For an unknown charset the framework throws an exception that looks like an error of the program.</summary>
    private static bool IsUnknownCharset(HttpRequest request) =>
        request.GetTypedHeaders().ContentType is { Charset.HasValue: true, Encoding: null };

    /// <summary><c>Draft.Milestones[0].DueDate</c> → <c>milestones[0].dueDate</c>.</summary>
    private static string FieldName(string property) =>
        string.Join(
            '.',
            property.Split('.').Where(part => part is not ("Draft" or "Terms")).Select(part => JsonNamingPolicy.CamelCase.ConvertName(part))
        );

    [GeneratedRegex("""Failed to bind parameter "(?<type>\S+) (?<name>\w+)" from "(?<value>.*)"\.""")]
    private static partial Regex UnboundParameter();

    [GeneratedRegex("""Required parameter "\S+ (?<name>\w+)" was not provided from (?<source>\w+)""")]
    private static partial Regex MissingParameter();

    [GeneratedRegex("""missing required properties including: '(?<name>\w+)'""")]
    private static partial Regex MissingMember();

    [GeneratedRegex("does(n't| not) allow (setting )?null values")]
    private static partial Regex NullMember();

    [GeneratedRegex("""The JSON property '(?<name>.*)' could not be mapped""")]
    private static partial Regex UnknownMember();

    [LoggerMessage(LogLevel.Error, "{Method} {Route} failed.")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string method, string route);
}
