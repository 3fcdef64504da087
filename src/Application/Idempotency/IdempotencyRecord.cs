using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Idempotency;

/// <summary>
/// The answer to a request that came with an <c>Idempotency-Key</c>, saved with what the request changed: whoever asks again gets it again, and
/// nothing is done twice.
/// </summary>
public sealed class IdempotencyRecord : Entity
{
    public const int KeyMaxLength = 255;

    /// <summary>How long a key is remembered.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private IdempotencyRecord()
    {
    }

    /// <param name="route">Method and path; a key counts for one of them.</param>
    /// <param name="requestHash">SHA-256 of what was asked, in lower-case hex.</param>
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

    /// <summary>Null where the answer showed a secret: that is shown once and kept nowhere.</summary>
    public string? Body { get; private set; }
}
