using System.Text.Json;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.History;

namespace PartnershipTracker.Application.History;

internal static class AuditVerifications
{
    public static string Write(AuditResult result) => JsonSerializer.Serialize(result, HistoryJson.Options);

    public static AuditResult? Read(string? result) =>
        result is null ? null : JsonSerializer.Deserialize<AuditResult>(result, HistoryJson.Options);

    /// <summary>As the API shows them, in the same order.</summary>
    public static async Task<IReadOnlyList<AuditVerificationItem>> DescribeAsync(
        this IReadOnlyList<AuditVerification> verifications,
        ITrackerDb db,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        var names = (await HistoryNames.ReadAsync(db, user, verifications.Select(ActorOf), [], [], ct)).Actors;
        return
        [
            .. verifications.Select(v =>
                Describe(v, ActorOf(v) == Actor.System ? Texts.Page("audit.byCommandLine") : names[ActorOf(v)])
            ),
        ];
    }

    private static AuditVerificationItem Describe(AuditVerification verification, string by) =>
        new()
        {
            Id = verification.Id.Value,
            State = verification.State,
            RequestedAt = verification.RequestedAt,
            By = by,
            ExpectedHead = verification.ExpectedHead,
            StartedAt = verification.StartedAt,
            FinishedAt = verification.FinishedAt,
            ToRead = verification.ToRead,
            Read = verification.Read,
            Reason = verification.Reason,
        };

    private static Actor ActorOf(AuditVerification verification) => new(verification.ActorKind, verification.ActorId);
}
