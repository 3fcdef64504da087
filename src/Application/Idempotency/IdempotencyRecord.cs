using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Idempotency;

/// <summary>
/// The answer to a request with an <c>Idempotency-Key</c>, saved together with the changes of the request. A repeated request gets the same
/// answer, and nothing is done twice.
/// </summary>
public sealed class IdempotencyRecord : Entity
{
    public const int KeyMaxLength = 255;

    /// <summary>Of the method with the path.</summary>
    public const int RouteMaxLength = 300;
    public const int LocationMaxLength = 300;
    public const int ETagMaxLength = 100;
    public const int ContentTypeMaxLength = 100;

    /// <summary>How long a record is kept.</summary>
    public static readonly TimeSpan RetentionPeriod = TimeSpan.FromHours(24);

    private IdempotencyRecord() { }

    /// <param name="route">Method and path; a key is valid for one of them only.</param>
    /// <param name="requestHash">SHA-256 of the request, in lower-case hex.</param>
    public IdempotencyRecord(Guid caller, string route, string key, string requestHash, DateTimeOffset now)
    {
        Caller = caller;
        Route = route;
        Key = key;
        RequestHash = requestHash;
        At = now;
    }

    public Guid Caller { get; private set; }

    public string Route { get; private set; } = "";

    public string Key { get; private set; } = "";

    public string RequestHash { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public int Status { get; private set; }

    public string? Location { get; private set; }

    public string? ETag { get; private set; }

    public string? ContentType { get; private set; }

    /// <summary>Null if the answer contained a secret, which is returned once and never stored.</summary>
    public string? Body { get; private set; }
}
