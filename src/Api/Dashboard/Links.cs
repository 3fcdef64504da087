using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using PartnershipTracker.Api.Dashboard.Partnerships;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Dashboard;

/// <summary>Addresses of the pages and of the lists that a number counts.</summary>
internal static class Links
{
    public const string Overview = "/";
    public const string Overdue = "/overdue";
    public const string Reviews = "/reviews";
    public const string Work = "/work";
    public const string NewOrganization = "/organizations/new";
    public const string Partnerships = "/partnerships";
    public const string Dialogues = "/dialogues";
    public const string NewDialogue = "/dialogues/new";
    public const string NewPartnership = "/partnerships/new";
    public const string Initiatives = "/initiatives";
    public const string NewInitiative = "/initiatives/new";
    public const string Organizations = "/organizations";
    public const string Programme = "/programme";
    public const string Templates = "/templates";
    public const string People = "/people";
    public const string Imports = "/imports";
    public const string AccountabilityReports = "/accountability-reports";
    public const string Schedules = "/schedules";
    public const string History = "/history";
    public const string Audit = "/audit";
    public const string Deferred = "/deferred";
    public const string SecurityEvents = "/security-events";
    public const string Settings = "/settings";
    public const string Calendars = "/calendars";
    public const string Webhooks = "/webhooks";
    public const string Voices = "/voices";
    public const string OwnVoices = "/voices/mine";
    public const string UnansweredVoices = "/voices/unanswered";
    public const string Rubric = "/rubric";
    public const string HealthCheck = "/health-check";
    public const string Inclusion = "/inclusion";
    public const string SignIn = "/sign-in";
    public const string Resume = "/sign-in/resume";
    public const string SignOut = "/sign-out";
    public const string Me = "/me";

    public static string Commitments(params (string Name, object? Value)[] filters) => With("/commitments", filters);

    /// <summary>An address with parameters; one without a value is left out.</summary>
    public static string With(string path, params (string Name, object? Value)[] parameters) =>
        QueryHelpers.AddQueryString(
            path,
            parameters.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, (string?)Text(p.Value!)))
        );

    /// <summary>A value as it is written in addresses and in the API.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string Commitment(Guid id) => $"/commitments/{id}";

    /// <param name="action">E.g. <c>report</c> or <c>reports/{id}/evidence</c>.</param>
    public static string CommitmentAction(Guid id, string action) => $"/commitments/{id}/{action}";

    public static string VoicesOf(Guid id) => $"/commitments/{id}/voices";

    public static string VoicesOfDialogue(Guid id) => $"/dialogues/{id}/voices";

    public static string VoicesOf(VoiceDetails voice) =>
        voice.DialogueId is { } dialogue ? VoicesOfDialogue(dialogue) : VoicesOf(voice.CommitmentId!.Value);

    /// <param name="voices">The address of the voices of its commitment or dialogue.</param>
    public static string NewVoice(string voices, VoiceClaimKind kind, Guid claim) =>
        With($"{voices}/new", ("claimKind", kind), ("claimId", claim));

    public static string NewVoice(VoiceClaimDetails claim) =>
        NewVoice(claim.DialogueId is { } dialogue ? VoicesOfDialogue(dialogue) : VoicesOf(claim.CommitmentId!.Value), claim.Kind, claim.Id);

    public static string NewVoiceInvitation(VoiceClaimDetails claim) =>
        With(
            $"{Voices}/invitations/new",
            ("commitmentId", claim.CommitmentId),
            ("dialogueId", claim.DialogueId),
            ("claimKind", claim.Kind),
            ("claimId", claim.Id)
        );

    /// <summary>A voice, whole and with its claim.</summary>
    public static string Voice(VoiceDetails voice) => $"{VoicesOf(voice)}/{voice.Id}";

    /// <param name="action">E.g. <c>reply</c> or <c>withdraw</c>.</param>
    public static string VoiceAction(VoiceDetails voice, string action) => $"{Voice(voice)}/{action}";

    public static string VoiceMedia(VoiceDetails voice) => VoiceAction(voice, "media");

    public static string Person(Guid id) => $"{People}/{id}";

    public static string ApiKeys(Guid organizationId) => $"{Organization(organizationId)}/api-keys";

    public static string Organization(Guid id) => $"/organizations/{id}";

    public static string Initiative(Guid id) => $"{Initiatives}/{id}";

    /// <param name="action">E.g. <c>decide</c> or <c>supports/{id}/withdraw</c>.</param>
    public static string InitiativeAction(Guid id, string action) => $"{Initiatives}/{id}/{action}";

    public static string Partnership(Guid id) => $"/partnerships/{id}";

    public static string Partnership(Guid id, PartnershipStep step) => $"/partnerships/{id}/{Word(step)}";

    public static string Dialogue(Guid id) => $"{Dialogues}/{id}";

    /// <param name="page">E.g. <c>agenda</c> or <c>outcomes/{id}</c>.</param>
    public static string Dialogue(Guid id, string page) => $"{Dialogues}/{id}/{page}";

    public static string Health(Guid partnershipId) => $"/partnerships/{partnershipId}/health";

    /// <summary>The questionnaire of the health check, in one of its versions.</summary>
    public static string Instrument(int version) => $"{HealthCheck}?version={version}";

    public static string HealthPlan(Guid partnershipId) => $"/partnerships/{partnershipId}/health/plan";

    public static string NewHealthCheck(Guid partnershipId) => $"/partnerships/{partnershipId}/health/new";

    public static string HealthRound(Guid partnershipId, Guid roundId) => $"/partnerships/{partnershipId}/health/{roundId}";

    public static string InclusionOf(Guid partnershipId) => $"/partnerships/{partnershipId}/inclusion";

    /// <summary>The community engagement of a commitment, or of a partnership.</summary>
    public static string Engagement(Guid partnershipId, Guid? commitmentId) =>
        commitmentId is { } id ? $"/commitments/{id}/engagement" : $"/partnerships/{partnershipId}/engagement";

    public static string RevisePartnership(Guid id) => $"/partnerships/{id}/edit";

    /// <summary>The page of a pillar or a theme.</summary>
    public static string Term(VocabularyKind kind, string code) => $"/{Word(kind)}s/{Uri.EscapeDataString(code)}";

    /// <summary>The page on which a vocabulary is changed.</summary>
    public static string Vocabulary(VocabularyKind kind) => $"/vocabularies/{Word(kind)}";

    public static string NewMember(Guid id) => $"/partnerships/{id}/members/new";

    public static string Member(Guid id, Guid organizationId) => $"/partnerships/{id}/members/{organizationId}";

    public static string LeavePartnership(Guid id, Guid organizationId) => $"/partnerships/{id}/members/{organizationId}/leave";

    /// <summary>The form of a commitment, with its partnership, and with the accountable organization where it is known.</summary>
    /// <param name="next">Where submitting it leads, instead of to its page.</param>
    public static string NewCommitment(Guid partnershipId, Guid? organizationId = null, string? next = null) =>
        With("/commitments/new", ("partnershipId", partnershipId), ("organizationId", organizationId), ("next", next));

    /// <param name="step">One of the five first steps, e.g. <c>partner</c>.</param>
    public static string Start(string step) => $"/start/{step}";

    /// <summary>The address of the page that was asked for, with another value of one parameter.</summary>
    /// <param name="value">Null leaves the parameter out.</param>
    public static string With(HttpRequest request, string name, string? value) =>
        QueryHelpers.AddQueryString(
            request.Path,
            request
                .Query.Where(q => q.Key != name && q.Value.ToString().Length > 0)
                .Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString()))
                .Concat(value is null ? [] : [KeyValuePair.Create(name, (string?)value)])
        );

    /// <summary>A file that supports a progress report.</summary>
    public static string Evidence(Guid id) => $"/evidence/{id}";

    private static string Text(object value) =>
        value switch
        {
            Enum word => Word(word),
            bool yes => yes ? "true" : "false",
            DateOnly day => DateRules.Iso(day),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
