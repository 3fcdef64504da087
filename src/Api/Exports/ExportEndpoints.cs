using MediatR;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Engagement;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Inclusion;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Voices;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Api.Exports;

/// <summary>Tables as <c>.csv</c> or <c>.xlsx</c>. The rows are written while they are read.</summary>
internal static class ExportEndpoints
{
    private const string Path = "/exports";
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>
    /// Each list, and each answer that a page shows in tables, can be exported under its name, with its filters and rights.
    /// </summary>
    private static readonly (string Path, string Name, Delegate Handler)[] Routes =
    [
        ("/commitments", "exportCommitments", Commitments),
        ("/milestones", "exportMilestones", Milestones),
        ("/overdue-milestones", "exportOverdueMilestones", OverdueMilestones),
        ("/reports", "exportReports", Reports),
        ("/commitments/{id:guid}/reports", "exportReportsOfCommitment", ReportsOfCommitment),
        ("/commitments/{id:guid}/payments", "exportPayments", Payments),
        ("/commitments/{id:guid}/change-requests", "exportChangeRequests", ChangeRequests),
        ("/flags", "exportFlags", Flags),
        ("/reviews", "exportReviews", Reviews),
        ("/organizations", "exportOrganizations", Organizations),
        ("/organizations/{id:guid}/contacts", "exportContacts", Contacts),
        ("/organizations/{id:guid}/api-keys", "exportApiKeys", ApiKeys),
        ("/partnerships", "exportPartnerships", Partnerships),
        ("/programme", "exportProgramme", Programme),
        ("/programme/pillars/{code}", "exportPillarOverview", Pillar),
        ("/programme/themes/{code}", "exportThemeOverview", Theme),
        ("/vocabularies/{kind}", "exportVocabulary", Vocabulary),
        ("/initiatives", "exportInitiatives", Initiatives),
        ("/initiatives/sounding-board", "exportSoundingBoard", SoundingBoardFigures),
        ("/initiatives/{id:guid}/supports", "exportInitiativeSupports", Supports),
        ("/initiatives/{id:guid}/comments", "exportInitiativeComments", Comments),
        ("/initiatives/{id:guid}/concerns", "exportInitiativeConcerns", Concerns),
        ("/partnerships/{id:guid}/members", "exportMembers", Members),
        ("/partnerships/{id:guid}/health-checks", "exportHealthCheckRounds", HealthCheckRounds),
        ("/partnerships/{id:guid}/health-checks/trend", "exportHealthTrend", HealthTrend),
        ("/partnerships/{id:guid}/health-checks/{roundId:guid}/results", "exportHealthCheckResults", HealthCheckResults),
        ("/partnerships/{id:guid}/health-checks/{roundId:guid}/invitations", "exportHealthCheckInvitations", HealthCheckInvitations),
        ("/partnerships/{id:guid}/health-checks/{roundId:guid}/not-asked", "exportMembersNotAsked", MembersNotAsked),
        ("/inclusion", "exportInclusion", InclusionOfWhole),
        ("/partnerships/{id:guid}/inclusion", "exportInclusionOfPartnership", InclusionOfPartnership),
        ("/partnerships/{id:guid}/engagements", "exportEngagementsOfPartnership", EngagementsOfPartnership),
        ("/partnerships/{id:guid}/result-measures", "exportResultMeasuresOfPartnership", ResultMeasuresOfPartnership),
        ("/commitments/{id:guid}/engagements", "exportEngagementsOfCommitment", EngagementsOfCommitment),
        ("/commitments/{id:guid}/result-measures", "exportResultMeasuresOfCommitment", ResultMeasuresOfCommitment),
        ("/people", "exportPeople", People),
        ("/accountability-reports", "exportAccountabilityReports", AccountabilityReports),
        ("/history", "exportHistoryTable", History),
        ("/dialogues", "exportDialogues", Dialogues),
        ("/dialogues/{id:guid}/agenda", "exportAgenda", AgendaOfDialogue),
        ("/dialogues/{id:guid}/rotation", "exportRotation", Rotation),
        ("/dialogues/{id:guid}/inclusion", "exportInclusionOfDialogue", InclusionOfDialogue),
        ("/dialogues/{id:guid}/participants", "exportParticipants", Participants),
        ("/dialogues/{id:guid}/notes", "exportNotes", Notes),
        ("/dialogues/{id:guid}/questions", "exportQuestions", Questions),
        ("/dialogues/{id:guid}/outcomes", "exportOutcomes", Outcomes),
        ("/dialogues/{id:guid}/agreements", "exportAgreements", Agreements),
        ("/dialogues/{id:guid}/voices", "exportVoicesOnOutcomes", VoicesOnOutcomes),
        ("/dialogues/{id:guid}/voices/claims", "exportVoiceCountsOfOutcomes", VoiceCountsOfOutcomes),
        ("/commitments/{id:guid}/voices", "exportVoices", VoicesOnCommitment),
        ("/commitments/{id:guid}/voices/claims", "exportVoiceCounts", VoiceCountsOfCommitment),
        ("/voices/unanswered", "exportUnansweredVoices", UnansweredVoices),
        ("/voices/claims", "exportVoiceClaims", VoiceClaims),
        ("/voices/invitations", "exportVoiceInvitations", VoiceInvitations),
        ("/imports", "exportImports", Imports),
        ("/imports/{id:guid}/items", "exportImportItems", ImportItems),
        ("/commitments/{id:guid}/report-links", "exportReportLinks", ReportLinks),
        ("/report-schedules", "exportReportSchedules", ReportSchedules),
        ("/calendars", "exportCalendars", Calendars),
        ("/webhooks", "exportWebhooks", Webhooks),
        ("/webhooks/{id:guid}/deliveries", "exportWebhookDeliveries", Deliveries),
        ("/deferred", "exportDeferredWork", DeferredWork),
        ("/security-events", "exportSecurityEvents", SecurityEvents),
        ("/audit-verifications", "exportAuditVerifications", AuditVerifications),
    ];

    public static void MapExports(this RouteGroupBuilder api)
    {
        var group = api.MapGroup(Path).WithTags("Exports");
        foreach (var (path, name, handler) in Routes)
            group.MapGet(path + ".{format:alpha}", handler).WithName(name).Produces<string>(200, Csv, Xlsx);
        api.MapGet("/imports/template.{format:alpha}", Template)
            .WithTags("Imports")
            .WithName("getImportTemplate")
            .Produces<string>(200, Csv, Xlsx);
        api.MapGet("/imports/{id:guid}/refused.{format:alpha}", Refused)
            .WithTags("Imports")
            .WithName("exportRefusedRows")
            .Produces<string>(200, Csv, Xlsx);
    }

    /// <summary>The same files for links on pages, which whoever may read the page may follow.</summary>
    public static void MapPageExports(this RouteGroupBuilder pages)
    {
        foreach (var (path, _, handler) in Routes)
            pages.MapGet($"{Path}{path}.{{format:alpha}}", handler);
    }

    private static IResult Commitments(
        TableFormat format,
        [AsParameters] CommitmentFilter filter,
        IMediator mediator,
        CancellationToken ct
    ) => File("commitments", format, body => mediator.Send(new ExportCommitments(filter, format, body), ct));

    private static IResult Milestones(
        TableFormat format,
        [AsParameters] CommitmentFilter filter,
        IMediator mediator,
        CancellationToken ct
    ) => File("milestones", format, body => mediator.Send(new ExportMilestones(filter, format, body), ct));

    private static IResult OverdueMilestones(TableFormat format, ListExport export, CancellationToken ct) =>
        List("overdue-milestones", export, after => new ListOverdueMilestones(Paging.MaxLimit, after), format, ct);

    private static IResult Reports(TableFormat format, [AsParameters] CommitmentFilter filter, IMediator mediator, CancellationToken ct) =>
        File("reports", format, body => mediator.Send(new ExportProgressReports(filter, format, body), ct));

    private static IResult ReportsOfCommitment(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("reports", export, after => new ListProgressReports(new CommitmentId(id), Paging.MaxLimit, after), format, ct);

    private static IResult Payments(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("payments", export, after => new ListPayments(new CommitmentId(id), Paging.MaxLimit, after), format, ct);

    private static IResult ChangeRequests(
        Guid id,
        TableFormat format,
        ListExport export,
        CancellationToken ct,
        ChangeRequestStatus? status = null
    ) => List("change-requests", export, after => new ListChangeRequests(new CommitmentId(id), status, Paging.MaxLimit, after), format, ct);

    private static IResult Flags(TableFormat format, [AsParameters] FlagFilter filter, IMediator mediator, CancellationToken ct) =>
        File("flags", format, body => mediator.Send(new ExportFlags(filter, format, body), ct));

    private static IResult Reviews(TableFormat format, [AsParameters] ListReviews list, ListExport export, CancellationToken ct) =>
        List("reviews", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult Organizations(
        TableFormat format,
        [AsParameters] ListOrganizations list,
        ListExport export,
        CancellationToken ct
    ) => List("organizations", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult Contacts(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("contacts", export, after => new ListContacts(new OrganizationId(id), Paging.MaxLimit, after), format, ct);

    private static IResult ApiKeys(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("api-keys", export, after => new ListApiKeys(new OrganizationId(id), Paging.MaxLimit, after), format, ct);

    private static IResult Partnerships(
        TableFormat format,
        [AsParameters] ListPartnerships list,
        ListExport export,
        CancellationToken ct
    ) => List("partnerships", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult Members(Guid id, TableFormat format, ListExport export, CancellationToken ct, MemberRole? role = null) =>
        List("members", export, after => new ListMembers(new PartnershipId(id), role, Paging.MaxLimit, after), format, ct);

    private static IResult Initiatives(TableFormat format, [AsParameters] ListInitiatives list, ListExport export, CancellationToken ct) =>
        List("initiatives", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult Programme(TableFormat format, ListExport export, CancellationToken ct) =>
        Table("programme", export, new GetProgramme(), ProgrammeRow.Of, format, ct);

    private static IResult Pillar(string code, TableFormat format, ListExport export, CancellationToken ct) =>
        Table("pillar", export, new GetTermOverview(VocabularyKind.Pillar, code), TermFigureRow.Of, format, ct);

    private static IResult Theme(string code, TableFormat format, ListExport export, CancellationToken ct) =>
        Table("theme", export, new GetTermOverview(VocabularyKind.Theme, code), TermFigureRow.Of, format, ct);

    private static IResult Vocabulary(
        VocabularyKind kind,
        TableFormat format,
        ListExport export,
        CancellationToken ct,
        bool? retired = null
    ) => List("vocabulary", export, _ => new ListVocabulary(kind, retired), format, ct);

    private static IResult SoundingBoardFigures(
        TableFormat format,
        [AsParameters] GetSoundingBoard query,
        ListExport export,
        CancellationToken ct
    ) => Table("sounding-board", export, query, SoundingBoardRow.Of, format, ct);

    private static IResult Supports(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("supports", export, after => new ListSupports(new InitiativeId(id), Paging.MaxLimit, after), format, ct);

    private static IResult Comments(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("comments", export, after => new ListComments(new InitiativeId(id), Paging.MaxLimit, after), format, ct);

    private static IResult Concerns(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("concerns", export, after => new ListConcerns(new InitiativeId(id), Paging.MaxLimit, after), format, ct);

    private static IResult HealthCheckRounds(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("health-checks", export, after => new ListHealthCheckRounds(new PartnershipId(id), Paging.MaxLimit, after), format, ct);

    private static IResult HealthCheckInvitations(Guid id, Guid roundId, TableFormat format, ListExport export, CancellationToken ct) =>
        List(
            "invitations",
            export,
            after => new ListHealthCheckInvitations(new PartnershipId(id), new HealthCheckRoundId(roundId), Paging.MaxLimit, after),
            format,
            ct
        );

    private static IResult MembersNotAsked(Guid id, Guid roundId, TableFormat format, ListExport export, CancellationToken ct) =>
        List(
            "not-asked",
            export,
            after => new ListMembersNotAsked(new PartnershipId(id), new HealthCheckRoundId(roundId), Paging.MaxLimit, after),
            format,
            ct
        );

    private static IResult HealthCheckResults(Guid id, Guid roundId, TableFormat format, ListExport export, CancellationToken ct) =>
        Table(
            "results",
            export,
            new GetHealthCheckResults(new PartnershipId(id), new HealthCheckRoundId(roundId)),
            HealthResultRow.Of,
            format,
            ct
        );

    private static IResult HealthTrend(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        Table("trend", export, new GetHealthTrend(new PartnershipId(id)), rounds => rounds.SelectMany(HealthResultRow.Of), format, ct);

    private static IResult InclusionOfWhole(TableFormat format, ListExport export, CancellationToken ct) =>
        Table("inclusion", export, new GetInclusion(), InclusionRow.Of, format, ct);

    private static IResult InclusionOfPartnership(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        Table("inclusion", export, new GetInclusion(new PartnershipId(id)), InclusionRow.Of, format, ct);

    private static IResult EngagementsOfPartnership(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("engagements", export, after => new ListEngagements(new PartnershipId(id), null, Paging.MaxLimit, after), format, ct);

    private static IResult EngagementsOfCommitment(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("engagements", export, after => new ListEngagements(null, new CommitmentId(id), Paging.MaxLimit, after), format, ct);

    private static IResult ResultMeasuresOfPartnership(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("result-measures", export, after => new ListResultMeasures(new PartnershipId(id), null, Paging.MaxLimit, after), format, ct);

    private static IResult ResultMeasuresOfCommitment(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("result-measures", export, after => new ListResultMeasures(null, new CommitmentId(id), Paging.MaxLimit, after), format, ct);

    private static IResult People(TableFormat format, [AsParameters] ListPeople list, ListExport export, CancellationToken ct) =>
        List("people", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult AccountabilityReports(
        TableFormat format,
        [AsParameters] ListAccountabilityReports list,
        ListExport export,
        CancellationToken ct
    ) => List("accountability-reports", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult History(TableFormat format, [AsParameters] HistoryFilter filter, IMediator mediator, CancellationToken ct) =>
        File("history", format, body => mediator.Send(new ExportHistory(filter, format, body), ct));

    private static IResult Dialogues(TableFormat format, [AsParameters] ListDialogues list, ListExport export, CancellationToken ct) =>
        List("dialogues", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult AgendaOfDialogue(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        Table("agenda", export, new GetAgenda(new DialogueId(id)), AgendaRow.Of, format, ct);

    private static IResult Rotation(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        Table("rotation", export, new GetRotation(new DialogueId(id)), RotationRow.Of, format, ct);

    private static IResult InclusionOfDialogue(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        Table("inclusion", export, new GetDialogueInclusion(new DialogueId(id)), DialogueInclusionRow.Of, format, ct);

    private static IResult Participants(
        Guid id,
        TableFormat format,
        ListExport export,
        CancellationToken ct,
        string? q = null,
        string? group = null,
        InvitationAnswer? answer = null
    ) =>
        List(
            "participants",
            export,
            after => new ListParticipants(new DialogueId(id), q, group, answer, Limit: Paging.MaxLimit, Cursor: after),
            format,
            ct
        );

    private static IResult Notes(
        Guid id,
        TableFormat format,
        ListExport export,
        CancellationToken ct,
        Guid? segmentId = null,
        Guid? roomId = null,
        Guid? outcomeId = null
    ) =>
        List("notes", export, after => new ListNotes(new DialogueId(id), segmentId, roomId, outcomeId, Paging.MaxLimit, after), format, ct);

    private static IResult Questions(Guid id, TableFormat format, ListExport export, CancellationToken ct, bool? answered = null) =>
        List("questions", export, after => new ListQuestions(new DialogueId(id), answered, Paging.MaxLimit, after), format, ct);

    private static IResult Outcomes(Guid id, TableFormat format, ListExport export, CancellationToken ct, OutcomeKind? kind = null) =>
        List("outcomes", export, after => new ListOutcomes(new DialogueId(id), kind, Paging.MaxLimit, after), format, ct);

    private static IResult Agreements(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("agreements", export, after => new ListAgreements(new DialogueId(id), Paging.MaxLimit, after), format, ct);

    private static IResult VoicesOnCommitment(
        Guid id,
        TableFormat format,
        ListExport export,
        CancellationToken ct,
        VoiceClaimKind? claimKind = null,
        Guid? claimId = null,
        VoiceStance? stance = null,
        bool? unanswered = null
    )
    {
        var place = VoicePlace.Of(new CommitmentId(id));
        return Voices(new ListVoices(place, claimKind, claimId, stance, Unanswered: unanswered), format, export, ct);
    }

    private static IResult VoicesOnOutcomes(
        Guid id,
        TableFormat format,
        ListExport export,
        CancellationToken ct,
        Guid? claimId = null,
        VoiceStance? stance = null,
        bool? unanswered = null
    )
    {
        var place = VoicePlace.Of(new DialogueId(id));
        return Voices(new ListVoices(place, null, claimId, stance, Unanswered: unanswered), format, export, ct);
    }

    private static IResult Voices(ListVoices list, TableFormat format, ListExport export, CancellationToken ct)
    {
        PageAfter<VoiceDetails> pageAfter = after => list with { Limit = Paging.MaxLimit, Cursor = after };
        return File("voices", format, body => export.WriteAsync("voices", pageAfter, ExportedVoice.Of, format, body, ct));
    }

    private static IResult UnansweredVoices(TableFormat format, ListExport export, CancellationToken ct)
    {
        PageAfter<VoiceDetails> pageAfter = after => new ListUnansweredVoices(Paging.MaxLimit, after);
        return File("voices", format, body => export.WriteAsync("voices", pageAfter, ExportedVoice.Of, format, body, ct));
    }

    private static IResult VoiceCountsOfCommitment(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        Table("claims", export, new ListVoiceCounts(VoicePlace.Of(new CommitmentId(id))), counts => counts, format, ct);

    private static IResult VoiceCountsOfOutcomes(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        Table("claims", export, new ListVoiceCounts(VoicePlace.Of(new DialogueId(id))), counts => counts, format, ct);

    private static IResult VoiceClaims(TableFormat format, [AsParameters] ListVoiceClaims list, ListExport export, CancellationToken ct) =>
        List("claims", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult VoiceInvitations(TableFormat format, ListExport export, CancellationToken ct) =>
        List("invitations", export, after => new ListVoiceInvitations(Paging.MaxLimit, after), format, ct);

    private static IResult Imports(TableFormat format, ListExport export, CancellationToken ct) =>
        List("imports", export, after => new ListImports(Paging.MaxLimit, after), format, ct);

    private static IResult ReportLinks(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("report-links", export, after => new ListReportLinks(new CommitmentId(id), Paging.MaxLimit, after), format, ct);

    private static IResult ReportSchedules(TableFormat format, ListExport export, CancellationToken ct) =>
        List("report-schedules", export, after => new ListReportSchedules(Paging.MaxLimit, after), format, ct);

    private static IResult Calendars(TableFormat format, ListExport export, CancellationToken ct) =>
        List("calendars", export, after => new ListCalendars(Paging.MaxLimit, after), format, ct);

    private static IResult Webhooks(TableFormat format, [AsParameters] ListWebhooks list, ListExport export, CancellationToken ct) =>
        List("webhooks", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult Deliveries(Guid id, TableFormat format, ListExport export, CancellationToken ct, DeliveryState? state = null) =>
        List("deliveries", export, after => new ListDeliveries(new WebhookId(id), state, Paging.MaxLimit, after), format, ct);

    private static IResult DeferredWork(
        TableFormat format,
        [AsParameters] ListDeferredWork list,
        ListExport export,
        CancellationToken ct
    ) => List("deferred", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult SecurityEvents(
        TableFormat format,
        [AsParameters] ListSecurityEvents list,
        ListExport export,
        CancellationToken ct
    ) => List("security-events", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult AuditVerifications(
        TableFormat format,
        [AsParameters] ListAuditVerifications list,
        ListExport export,
        CancellationToken ct
    ) => List("audit-verifications", export, after => list with { Limit = Paging.MaxLimit, Cursor = after }, format, ct);

    private static IResult ImportItems(Guid id, TableFormat format, ListExport export, CancellationToken ct) =>
        List("import-items", export, after => new ListImportItems(new ImportId(id), Paging.MaxLimit, after), format, ct);

    private static IResult Template(TableFormat format, IMediator mediator, CancellationToken ct) =>
        File("template", format, body => mediator.Send(new GetImportTemplate(format, body), ct));

    private static async Task<IResult> Refused(Guid id, TableFormat format, IMediator mediator, CancellationToken ct)
    {
        // An import that does not exist is refused before the answer begins.
        await mediator.Send(new GetImport(new ImportId(id)), ct);
        return File("refused", format, body => mediator.Send(new ExportRefusedRows(new ImportId(id), format, body), ct));
    }

    private static IResult List<TItem>(
        string name,
        ListExport export,
        PageAfter<TItem> pageAfter,
        TableFormat format,
        CancellationToken ct
    ) => File(name, format, body => export.WriteAsync(name, pageAfter, format, body, ct));

    private static IResult Table<TAnswer, TRow>(
        string name,
        ListExport export,
        IRequest<TAnswer> query,
        Func<TAnswer, IEnumerable<TRow>> rowsOf,
        TableFormat format,
        CancellationToken ct
    ) => File(name, format, body => export.WriteAsync(name, query, rowsOf, format, body, ct));

    private static IResult File(string name, TableFormat format, Func<Stream, Task> write) =>
        format == TableFormat.Xlsx
            ? Results.Stream(write, Xlsx, name + ".xlsx")
            : Results.Stream(write, Csv + "; charset=utf-8", name + ".csv");
}
