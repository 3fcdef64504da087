using System.Globalization;
using Microsoft.Extensions.Configuration;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure;

/// <summary>The house rules, from the configuration (<c>Rules:*</c>).</summary>
internal static class Rules
{
    /// <exception cref="ConfigurationException">A value makes no sense.</exception>
    public static AccountabilityRules Read(IConfiguration configuration)
    {
        var (rules, standard) = (configuration.GetSection("Rules"), new AccountabilityRules());
        var gate = Blank.ToNull(rules["SmartGate"]) ?? standard.Gate.ToString();
        if (!Enum.TryParse<SmartGate>(gate, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
            throw new ConfigurationException($"Rules:SmartGate is '{gate}', but must be None, Trackable or High.");
        return new AccountabilityRules(
            Number("ReportDeadlineDays", standard.ReportDeadlineDays, 0, 365), Number("ReviewDays", standard.ReviewDays, 1, 365),
            Number("OffTrackMargin", (int)standard.OffTrackMargin, 1, 100), parsed, Number("LinkDays", standard.LinkDays, 1, 365));

        int Number(string name, int otherwise, int least, int most) => WholeNumber(configuration, $"Rules:{name}", otherwise, least, most);
    }

    /// <summary>What may be given as evidence (<c>Evidence:*</c>).</summary>
    /// <exception cref="ConfigurationException">A value makes no sense.</exception>
    public static EvidenceRules ReadEvidence(IConfiguration configuration) =>
        new(WholeNumber(configuration, "Evidence:MaxMegabytes", new EvidenceRules().MaxMegabytes, 1, 2000));

    /// <summary>Where systems may be told what happens (<c>Webhooks:*</c>).</summary>
    /// <exception cref="ConfigurationException">A value makes no sense.</exception>
    public static WebhookRules ReadWebhooks(IConfiguration configuration) => new(YesOrNo(configuration, "Webhooks:AllowPrivate", otherwise: false));

    /// <summary>Where people reach us (<c>Tracker:PublicUrl</c>); null where nobody has said it.</summary>
    /// <exception cref="ConfigurationException">It is not an absolute http(s) address.</exception>
    public static PublicUrl? ReadPublicUrl(IConfiguration configuration)
    {
        if (Blank.ToNull(configuration["Tracker:PublicUrl"]) is not { } text) return null;
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" }
            ? new PublicUrl(address)
            : throw new ConfigurationException($"Tracker:PublicUrl is '{text}', but must be an absolute http or https address.");
    }

    /// <exception cref="ConfigurationException">It is neither true nor false.</exception>
    public static bool YesOrNo(IConfiguration configuration, string key, bool otherwise)
    {
        if (Blank.ToNull(configuration[key]) is not { } text) return otherwise;
        return bool.TryParse(text, out var yes) ? yes : throw new ConfigurationException($"{key} is '{text}', but must be true or false.");
    }

    private static int WholeNumber(IConfiguration configuration, string key, int otherwise, int least, int most)
    {
        if (Blank.ToNull(configuration[key]) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ConfigurationException($"{key} is '{text}', but must be a whole number from {least} to {most}.");
    }
}
