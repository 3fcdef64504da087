using System.Data;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Idempotency;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// A POST with an <c>Idempotency-Key</c> is executed once (docs/adr/0019): key, change and answer are saved in one transaction, and a
/// repeated request gets the same answer. A refused request changed nothing and is not recorded.
/// </summary>
internal sealed class Idempotency(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";
    public const string Replayed = "Idempotency-Replayed";

    public async Task InvokeAsync(HttpContext http, TrackerDb db, ICurrentUser user, TimeProvider time)
    {
        if (
            !HttpMethods.IsPost(http.Request.Method)
            || !http.Request.Headers.TryGetValue(Header, out var keys)
            || user.Actor.Id is not { } caller
            || !IsOfApi(http)
            || http.GetEndpoint()?.Metadata.GetMetadata<LeavesNoTrace>() is not null
        )
        {
            await next(http);
            return;
        }

        if (keys is not [{ Length: > 0 and <= IdempotencyRecord.KeyMaxLength } key] || key.Any(c => c is < '!' or > '~'))
            throw new DomainException(RefusalKind.Malformed, "request.idempotencyKey", null, IdempotencyRecord.KeyMaxLength);

        var asked = new RecordedRequest(caller, "POST " + http.Request.Path.Value!.TrimEnd('/'), key);
        using var underWay = asked.Begin();
        await OnceAsync(http, db, asked, await RequestHash.OfAsync(http.Request), time.GetUtcNow());
    }

    private static bool IsOfApi(HttpContext http) => http.GetEndpoint() is RouteEndpoint && http.Request.Path.StartsWithSegments("/api");

    private async Task OnceAsync(HttpContext http, TrackerDb db, RecordedRequest asked, string hash, DateTimeOffset now)
    {
        var ct = http.RequestAborted;
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        if (await asked.FindAsync(db, ct) is { } kept)
        {
            await ReplayAsync(http, kept, hash);
            return;
        }

        var seq = await asked.AddAsync(db, hash, now, ct);

        // The answer is buffered, because it must not be sent before it is saved.
        var wire = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        try
        {
            await next(http);
            await http.Response.BodyWriter.FlushAsync(ct);
        }
        finally
        {
            http.Features.Set(wire);
        }

        if (http.Response.StatusCode is >= 200 and < 300)
        {
            await KeepAsync(http, db, seq, body, ct);
            await transaction.CommitAsync(ct);
        }

        body.Position = 0;
        await body.CopyToAsync(http.Response.Body, ct);
    }

    private static Task KeepAsync(HttpContext http, TrackerDb db, long seq, MemoryStream body, CancellationToken ct)
    {
        var (response, isSecret) = (http.Response, http.GetEndpoint()?.Metadata.GetMetadata<ShowsSecret>() is not null);
        return RecordedRequest.KeepAsync(
            db,
            seq,
            response.StatusCode,
            response.Headers.Location,
            isSecret ? null : Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length),
            ct,
            response.Headers.ETag,
            response.ContentType
        );
    }

    private static async Task ReplayAsync(HttpContext http, IdempotencyRecord kept, string hash)
    {
        if (kept.RequestHash != hash)
            throw DomainException.Refused("request.otherBody");
        if (kept.Body is null)
            throw DomainException.Conflict("request.secretShown");
        var response = http.Response;
        response.StatusCode = kept.Status;
        response.Headers[Replayed] = "true";
        if (kept.Location is { } location)
            response.Headers.Location = location;
        if (kept.ETag is { } tag)
            response.Headers.ETag = tag;
        if (kept.Body.Length == 0)
            return;
        response.ContentType = kept.ContentType;
        await response.WriteAsync(kept.Body, http.RequestAborted);
    }
}
