using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// The one place where a refusal becomes an answer: <c>application/problem+json</c> with a stable <c>code</c>, a sentence, and errors by field.
/// A refusal of a page is a page. What we did not expect is logged and answered without details.
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

        var problem = ProblemOf(exception, httpContext);
        if (problem.Status >= 500) LogUnexpected(logger, exception, httpContext.Request.Method, RouteOf(httpContext));
        await WriteAsync(httpContext, problem);
        return true;
    }

    /// <summary>Unknown routes, wrong methods and media types, missing sign-in: what no endpoint answered.</summary>
    public static Task WriteStatusAsync(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        return WriteAsync(context.HttpContext, Problem(status, $"http.{status}"));
    }

    /// <summary>The route and never the path, which may hold the key of a link.</summary>
    private static string RouteOf(HttpContext http) => (http.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "no route";

    private static ProblemDetails ProblemOf(Exception exception, HttpContext http) => exception switch
    {
        DomainException refusal => Refusal(refusal),
        ValidationException invalid => Invalid([.. invalid.Errors.Select(e => (FieldName(e.PropertyName), e.ErrorCode, e.ErrorMessage))]),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem(413, "http.413"),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Problem(415, "http.415"),
        BadHttpRequestException { InnerException: JsonException json } => Invalid([(JsonField(json), "request.json", Texts.Error("request.json", JsonField(json)))]),
        BadHttpRequestException bad => Unbound(bad),
        InvalidDataException => Problem(400, "request.form"),
        DbUpdateConcurrencyException => http.Request.Headers.IfMatch.Count > 0 ? Problem(412, "request.versionMoved") : Problem(409, "request.somebodyWasFirst"),
        DbUpdateException update when IsUniqueViolation(update) => Problem(409, "request.exists"),
        _ => Problem(500, "http.500"),
    };

    private static ProblemDetails Refusal(DomainException refusal)
    {
        var sentence = Texts.Error(refusal.Code, refusal.Args);
        var problem = new ProblemDetails { Status = StatusOf(refusal.Kind), Title = sentence, Detail = sentence, Extensions = { ["code"] = refusal.Code } };
        if (refusal.Field is { } field) problem.Extensions["errors"] = new Dictionary<string, string[]> { [field] = [sentence] };
        return problem;
    }

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => 400,
        RefusalKind.Forbidden => 403,
        RefusalKind.NotFound => 404,
        RefusalKind.Conflict => 409,
        RefusalKind.PreconditionFailed => 412,
        RefusalKind.TooLarge => 413,
        RefusalKind.Refused => 422,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static ProblemDetails Invalid(IReadOnlyList<(string Field, string Code, string Message)> errors)
    {
        var problem = Problem(400, "request.invalid");
        problem.Detail = string.Join(" ", errors.Select(e => e.Field.Length > 0 ? $"{e.Field}: {e.Message}" : e.Message).Distinct());
        problem.Extensions["errors"] = errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => e.Message).Distinct().ToArray());
        return problem;
    }

    /// <summary>A value in the path or the query string that could not be read: the framework's message names it.</summary>
    private static ProblemDetails Unbound(BadHttpRequestException bad)
    {
        if (UnboundParameter().Match(bad.Message) is { Success: true } match)
        {
            var field = FieldName(match.Groups["name"].Value);
            return Invalid([(field, "request.value", Texts.Error("request.value", match.Groups["value"].Value))]);
        }

        return MissingParameter().Match(bad.Message) is { Success: true } missing
            ? Invalid([(FieldName(missing.Groups["name"].Value), "form.required", Texts.Error("form.required"))])
            : Problem(bad.StatusCode, "request.unreadable");
    }

    private static ProblemDetails Problem(int status, string code)
    {
        var sentence = Texts.FindError(code) ?? Texts.Error("http.other", status);
        return new ProblemDetails { Status = status, Title = sentence, Extensions = { ["code"] = code } };
    }

    private static async Task WriteAsync(HttpContext http, ProblemDetails problem)
    {
        if (http.Response.HasStarted) return;
        http.Response.StatusCode = problem.Status!.Value;
        if (!http.Request.Path.StartsWithSegments("/api") && http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html"))
        {
            await Pages.WriteProblemAsync(http, problem);
            return;
        }

        problem.Type = "about:blank";
        problem.Instance = http.Request.Path;
        problem.Extensions["traceId"] = Activity.Current?.Id ?? http.TraceIdentifier;
        await http.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json");
    }

    private static bool IsUniqueViolation(DbUpdateException update) =>
        update.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation }
        || update.InnerException is Microsoft.Data.Sqlite.SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    /// <summary><c>Draft.Milestones[0].DueDate</c> → <c>milestones[0].dueDate</c>.</summary>
    private static string FieldName(string property) => string.Join('.', property.Split('.')
        .Where(part => part is not "Draft")
        .Select(part => JsonNamingPolicy.CamelCase.ConvertName(part)));

    /// <summary><c>$.measure.target</c> → <c>measure.target</c>; a missing member is named in the message only.</summary>
    private static string JsonField(JsonException json)
    {
        if (MissingMember().Match(json.Message) is { Success: true } missing) return missing.Groups["name"].Value;
        return json.Path is { Length: > 2 } path ? path[2..] : "";
    }

    [GeneratedRegex("""Failed to bind parameter "\S+ (?<name>\w+)" from "(?<value>.*)"\.""")]
    private static partial Regex UnboundParameter();

    [GeneratedRegex("""Required parameter "\S+ (?<name>\w+)" was not provided""")]
    private static partial Regex MissingParameter();

    [GeneratedRegex("""missing required properties including: '(?<name>\w+)'""")]
    private static partial Regex MissingMember();

    [LoggerMessage(LogLevel.Error, "{Method} {Route} failed.")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string method, string route);
}
