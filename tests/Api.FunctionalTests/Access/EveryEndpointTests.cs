using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Api.FunctionalTests.OpenApi;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Calendars;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>
/// Tests every endpoint of the running program with every role, on the caller's own and on other organizations' data. An endpoint that is
/// not listed fails a test.
/// </summary>
public sealed class EveryEndpointTests(OneWorld fixture) : IClassFixture<OneWorld>
{
    private static readonly string[] Callers =
    [
        "secretariat",
        "board",
        "reviewer",
        "officer",
        "reporter",
        "community",
        "member",
        "anonymous",
    ];

    private static readonly DateOnly Today = TestClock.Day("2026-11-20");

    private static readonly EndpointRow[] Rows =
    [
        .. FirstRunPageRows.All,
        .. CommitmentActionPageRows.All,
        .. DraftingPageRows.All,
        .. OrganizationPageRows.All,
        .. PartnershipPageRows.All,
        .. HealthRows.All,
        .. EngagementRows.All,
        .. PeoplePageRows.All,
        .. ExportRows.All,
        .. ImportPageRows.All,
        .. ReviewPageRows.All,
        .. OperationsPageRows.All,
        .. InitiativeRows.All,
        .. VoiceRows.All,
        .. OutcomeVoiceRows.All,
        .. ProgrammeRows.All,
        .. DialogueRows.All,
        new("GET /api/v1/reference/sdg-goals", 200, Everybody, (_, _) => At("/api/v1/reference/sdg-goals")),
        new("GET /api/v1/reference/sdg-targets", 200, Everybody, (_, _) => At("/api/v1/reference/sdg-targets?goal=3")),
        new("GET /api/v1/reference/sdg-targets/{code}", 200, Everybody, (_, _) => At("/api/v1/reference/sdg-targets/17.16")),
        new("GET /api/v1/reference/sdg-indicators", 200, Everybody, (_, _) => At("/api/v1/reference/sdg-indicators?target=17.16")),
        new("GET /api/v1/reference/countries", 200, Everybody, (_, _) => At("/api/v1/reference/countries")),
        new("GET /api/v1/reference/countries/{code}", 200, Everybody, (_, _) => At("/api/v1/reference/countries/BGD")),
        new("GET /api/v1/reference/regions", 200, Everybody, (_, _) => At("/api/v1/reference/regions")),
        new("GET /api/v1/reference/organization-types", 200, Everybody, (_, _) => At("/api/v1/reference/organization-types")),
        new("GET /api/v1/reference/smart-rubric", 200, Everybody, (_, _) => At("/api/v1/reference/smart-rubric")),
        new("GET /api/v1/reference/currencies", 200, Everybody, (_, _) => At("/api/v1/reference/currencies")),
        new("GET /api/v1/reference/webhook-events", 200, Everybody, (_, _) => At("/api/v1/reference/webhook-events")),
        new("POST /api/v1/organizations", 201, Administers, (_, _) => At("/api/v1/organizations", Bodies.Organization())),
        new("GET /api/v1/organizations", 200, AnyoneSignedIn, (_, _) => At("/api/v1/organizations")),
        new("GET /api/v1/organizations/{id:guid}", 200, ReadsOrganization, (w, whose) => At(Organization(w, whose))),
        new(
            "PUT /api/v1/organizations/{id:guid}",
            200,
            Administers,
            async (w, _) => new(Organization(await w.Host.Organization("To be changed")), Bodies.Organization())
        ),
        new(
            "POST /api/v1/organizations/{id:guid}/contacts",
            201,
            ManagesPeople,
            (w, whose) => At(Organization(w, whose) + "/contacts", Bodies.Contact($"{Guid.NewGuid():n}@example.org"))
        ),
        new("GET /api/v1/organizations/{id:guid}/overview", 200, ReadsOrganization, (w, whose) => At(Organization(w, whose) + "/overview")),
        new(
            "GET /api/v1/organizations/{id:guid}/contacts/{contactId:guid}",
            200,
            ManagesPeople,
            async (w, whose) => new($"{Organization(w, whose)}/contacts/{await OrganizationThings.Contact(w, whose)}")
        ),
        new(
            "PUT /api/v1/organizations/{id:guid}/contacts/{contactId:guid}",
            200,
            ManagesPeople,
            async (w, whose) =>
                new(
                    $"{Organization(w, whose)}/contacts/{await OrganizationThings.Contact(w, whose)}",
                    Bodies.Contact($"{Guid.NewGuid():n}@example.org")
                )
        ),
        new(
            "POST /api/v1/organizations/{id:guid}/contacts/{contactId:guid}/hand-over",
            200,
            ManagesPeople,
            async (w, whose) =>
                new(
                    $"{Organization(w, whose)}/contacts/{await OrganizationThings.Contact(w, whose)}/hand-over",
                    new { name = "Karim", email = $"{Guid.NewGuid():n}@example.org" }
                )
        ),
        new("GET /api/v1/organizations/{id:guid}/contacts", 200, ManagesPeople, (w, whose) => At(Organization(w, whose) + "/contacts")),
        new(
            "DELETE /api/v1/organizations/{id:guid}/contacts/{contactId:guid}",
            204,
            ManagesPeople,
            async (w, whose) => new($"{Organization(w, whose)}/contacts/{await OrganizationThings.Contact(w, whose)}")
        ),
        new(
            "POST /api/v1/organizations/{id:guid}/api-keys",
            201,
            ManagesPeople,
            (w, whose) => At(Organization(w, whose) + "/api-keys", Bodies.Key())
        ),
        new(
            "GET /api/v1/organizations/{id:guid}/api-keys/{keyId:guid}",
            200,
            ManagesPeople,
            async (w, whose) => new($"{Organization(w, whose)}/api-keys/{await OrganizationThings.Key(w, whose)}")
        ),
        new("GET /api/v1/organizations/{id:guid}/api-keys", 200, ManagesPeople, (w, whose) => At(Organization(w, whose) + "/api-keys")),
        new(
            "POST /api/v1/organizations/{id:guid}/api-keys/{keyId:guid}/rotate",
            201,
            ManagesPeople,
            async (w, whose) =>
                new($"{Organization(w, whose)}/api-keys/{await OrganizationThings.Key(w, whose)}/rotate", new { overlapHours = 1 })
        ),
        new(
            "DELETE /api/v1/organizations/{id:guid}/api-keys/{keyId:guid}",
            204,
            ManagesPeople,
            async (w, whose) => new($"{Organization(w, whose)}/api-keys/{await OrganizationThings.Key(w, whose)}")
        ),
        new("GET /api/v1/me", 200, AnyoneSignedIn, (_, _) => At("/api/v1/me")),
        new("PUT /api/v1/me/preferences", 403, AnyoneSignedIn, (_, _) => At("/api/v1/me/preferences", new { language = "fr" })),
        new("PUT /api/v1/me/about", 403, AnyoneSignedIn, (_, _) => At("/api/v1/me/about", new { stakeholderGroup = "research" })),
        new("GET /api/v1/me/sessions", 200, AnyoneSignedIn, (_, _) => At("/api/v1/me/sessions")),
        new("DELETE /api/v1/me/sessions/{id:guid}", 404, AnyoneSignedIn, (_, _) => At($"/api/v1/me/sessions/{Guid.NewGuid()}")),
        new(
            "POST /api/v1/people",
            201,
            ManagesPeople,
            (w, whose) =>
                At(
                    "/api/v1/people",
                    new
                    {
                        email = $"{Guid.NewGuid():n}@example.org",
                        role = "reporter",
                        organizationId = w.Organization(whose).Value,
                    }
                )
        ),
        new("GET /api/v1/people", 200, ManagesOwnPeople, (_, _) => At("/api/v1/people")),
        new("GET /api/v1/people/{id:guid}", 200, SeesOwnPeople, async (w, whose) => new(await Person(w, whose))),
        new("PUT /api/v1/people/{id:guid}", 200, SeesOwnPeople, async (w, whose) => new(await Person(w, whose), new { role = "officer" })),
        new(
            "POST /api/v1/people/{id:guid}/resend-invitation",
            200,
            SeesOwnPeople,
            async (w, whose) => new(await Person(w, whose) + "/resend-invitation")
        ),
        new(
            "POST /api/v1/people/{id:guid}/reactivate",
            200,
            SeesOwnPeople,
            async (w, whose) => new(await Person(w, whose) + "/reactivate")
        ),
        new("DELETE /api/v1/people/{id:guid}", 204, SeesOwnPeople, async (w, whose) => new(await Person(w, whose))),
        new("POST /api/v1/partnerships", 201, Administers, (_, _) => At("/api/v1/partnerships", Bodies.Partnership())),
        new("GET /api/v1/partnerships", 200, AnyoneSignedIn, (_, _) => At("/api/v1/partnerships")),
        new("GET /api/v1/partnerships/{id:guid}", 200, ReadsCommitment, (w, whose) => At(Partnership(w, whose))),
        new("PUT /api/v1/partnerships/{id:guid}", 200, Administers, async (w, _) => new(await Proposed(w), Bodies.Partnership())),
        new("GET /api/v1/partnerships/{id:guid}/summary", 200, ReadsCommitment, (w, whose) => At(Partnership(w, whose) + "/summary")),
        new(
            "GET /api/v1/partnerships/{id:guid}/open-commitments",
            200,
            Administers,
            (w, whose) => At(Partnership(w, whose) + "/open-commitments")
        ),
        new(
            "GET /api/v1/partnerships/{id:guid}/members/{organizationId:guid}",
            200,
            ReadsCommitment,
            (w, whose) => At($"{Partnership(w, whose)}/members/{w.Organization(whose).Value}")
        ),
        new(
            "PUT /api/v1/partnerships/{id:guid}/members/{organizationId:guid}",
            200,
            Administers,
            async (w, whose) => new($"{Partnership(w, whose)}/members/{(await w.Member(whose)).Value}", new { role = "funding" })
        ),
        new(
            "POST /api/v1/partnerships/{id:guid}/members",
            201,
            Administers,
            async (w, whose) =>
                new(
                    Partnership(w, whose) + "/members",
                    new { organizationId = (await w.Host.Organization("New member")).Value, role = "knowledge" }
                )
        ),
        new("GET /api/v1/partnerships/{id:guid}/members", 200, ReadsCommitment, (w, whose) => At(Partnership(w, whose) + "/members")),
        new(
            "POST /api/v1/partnerships/{id:guid}/members/{organizationId:guid}/leave",
            200,
            Administers,
            async (w, whose) =>
                new($"{Partnership(w, whose)}/members/{(await w.Member(whose)).Value}/leave", new { reason = "Its programme ended." })
        ),
        new("POST /api/v1/partnerships/{id:guid}/activate", 200, Administers, async (w, _) => new(await Proposed(w) + "/activate")),
        new(
            "POST /api/v1/partnerships/{id:guid}/complete",
            200,
            Administers,
            async (w, _) => new(await ActivePartnership(w) + "/complete")
        ),
        new(
            "POST /api/v1/partnerships/{id:guid}/dissolve",
            200,
            Administers,
            async (w, _) => new(await ActivePartnership(w) + "/dissolve", new { reason = "It is over." })
        ),
        new("POST /api/v1/partnerships/{id:guid}/publish", 200, Administers, async (w, _) => new(await ActivePartnership(w) + "/publish")),
        new(
            "POST /api/v1/partnerships/{id:guid}/unpublish",
            200,
            Administers,
            async (w, _) => new(await ActivePartnership(w) + "/unpublish")
        ),
        new(
            "POST /api/v1/commitments",
            201,
            Drafts,
            (w, whose) => At("/api/v1/commitments", Bodies.Commitment(w.Partnership(whose).Value, w.Organization(whose).Value))
        ),
        new("GET /api/v1/commitments", 200, AnyoneSignedIn, (_, _) => At("/api/v1/commitments")),
        new("GET /api/v1/commitments/{id:guid}", 200, ReadsCommitment, async (w, whose) => new(await w.Draft(whose))),
        new("GET /api/v1/commitments/{id:guid}/actions", 200, ReadsCommitment, async (w, whose) => new(await w.Draft(whose) + "/actions")),
        new(
            "POST /api/v1/commitments/{id:guid}/decision-preview",
            200,
            Judges,
            async (w, whose) => new(await w.Submitted(whose) + "/decision-preview", new { accepts = true })
        ),
        new("GET /api/v1/work", 200, AnyoneSignedIn, (_, _) => At("/api/v1/work")),
        new("PUT /api/v1/commitments/{id:guid}", 200, Drafts, async (w, whose) => new(await w.Draft(whose), Bodies.Draft())),
        new(
            "PATCH /api/v1/commitments/{id:guid}",
            200,
            Drafts,
            async (w, whose) => new(await w.Draft(whose), new { title = "Screen 6,000 people" })
        ),
        new("POST /api/v1/commitments/{id:guid}/submit", 200, Submits, async (w, whose) => new(await w.Draft(whose) + "/submit")),
        new("POST /api/v1/commitments/{id:guid}/accept", 200, Judges, async (w, whose) => new(await w.Submitted(whose) + "/accept")),
        new(
            "POST /api/v1/commitments/{id:guid}/return",
            200,
            Judges,
            async (w, whose) => new(await w.Submitted(whose) + "/return", new { reason = "No measure." })
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/withdraw",
            200,
            Submits,
            async (w, whose) => new(await w.Active(whose) + "/withdraw", new { reason = "No money." })
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/close",
            200,
            Judges,
            async (w, whose) =>
            {
                var id = await w.ActiveId(whose);
                await w.Host.Send(new AssessCommitment(id, CompletionLevel.Complete, "Seen.", Today));
                return new(World.Url(id) + "/close", new { outcome = "completed", narrative = "Done." });
            }
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/reopen",
            200,
            Judges,
            async (w, whose) =>
            {
                var id = await w.ActiveId(whose);
                await w.Host.Close(id, ClosingOutcome.Completed, "2026-11-20");
                return new(World.Url(id) + "/reopen", new { reason = "It was another one." });
            }
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/supersede",
            200,
            Submits,
            async (w, whose) =>
                new(await w.Active(whose) + "/supersede", new { successorId = (await w.ActiveId(whose)).Value, reason = "A larger one." })
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/hand-over",
            200,
            Administers,
            async (w, whose) =>
                new(
                    await w.Active(whose) + "/hand-over",
                    new { organizationId = w.Organization(Whose.Partners).Value, reason = "They merged." }
                )
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/supporters",
            201,
            Submits,
            async (w, whose) =>
                new(await w.Active(whose) + "/supporters", new { organizationId = (await w.Member(whose)).Value, share = 10 })
        ),
        new(
            "DELETE /api/v1/commitments/{id:guid}/supporters/{organizationId:guid}",
            204,
            Submits,
            async (w, whose) =>
            {
                var (id, supporter) = (await w.ActiveId(whose), await w.Member(whose));
                await w.Host.Send(new AddSupporter(id, supporter));
                return new($"{World.Url(id)}/supporters/{supporter.Value}");
            }
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/payments",
            201,
            Drafts,
            async (w, whose) =>
                new(
                    await w.Active(whose) + "/payments",
                    new
                    {
                        amount = 10,
                        currency = "CHF",
                        paidOn = "2026-11-20",
                    }
                )
        ),
        new(
            "GET /api/v1/commitments/{id:guid}/payments",
            200,
            ReadsCommitment,
            async (w, whose) => new(await w.Active(whose) + "/payments")
        ),
        new(
            "POST /api/v1/commitments/score",
            200,
            "ok 403 403 ok ok 403 403 401",
            (_, _) => At("/api/v1/commitments/score", Bodies.Draft())
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/milestones/{milestoneId:guid}/reopen",
            200,
            Drafts,
            async (w, whose) =>
            {
                var id = await w.ActiveId(whose);
                var milestone = (await w.Host.Send(new GetCommitment(id))).Milestones[0].Id;
                await w.Host.Send(new CompleteMilestone(id, new MilestoneId(milestone)));
                return new($"{World.Url(id)}/milestones/{milestone}/reopen", new { reason = "The wrong one." });
            }
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/change-requests",
            201,
            Submits,
            async (w, whose) => new(await w.Active(whose) + "/change-requests", Bodies.Change())
        ),
        new("GET /api/v1/reviews", 200, "ok 403 ok 403 403 403 403 401", (_, _) => At("/api/v1/reviews?state=waiting")),
        new(
            "GET /api/v1/commitments/{id:guid}/change-requests",
            200,
            ReadsCommitment,
            async (w, whose) => new(await w.Active(whose) + "/change-requests")
        ),
        new(
            "GET /api/v1/commitments/{id:guid}/change-requests/{changeRequestId:guid}",
            200,
            ReadsCommitment,
            async (w, whose) => new(await w.Change(whose))
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/change-requests/{changeRequestId:guid}/approve",
            200,
            Judges,
            async (w, whose) => new(await w.Change(whose) + "/approve")
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/change-requests/{changeRequestId:guid}/reject",
            200,
            Judges,
            async (w, whose) => new(await w.Change(whose) + "/reject", new { note = "No." })
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/reports/{reportId:guid}/accept",
            200,
            Judges,
            async (w, whose) => new(await w.Report(whose) + "/accept")
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/reports/{reportId:guid}/return",
            200,
            Judges,
            async (w, whose) => new(await w.Report(whose) + "/return", new { reason = "How many?" })
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/assessments",
            201,
            Judges,
            async (w, whose) => new(await w.Active(whose) + "/assessments", Bodies.Assessment())
        ),
        new(
            "GET /api/v1/commitments/{id:guid}/assessments",
            200,
            ReadsCommitment,
            async (w, whose) => new(await w.Active(whose) + "/assessments")
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/milestones/{milestoneId:guid}/complete",
            200,
            Drafts,
            async (w, whose) =>
            {
                var id = await w.ActiveId(whose);
                return new(
                    $"{World.Url(id)}/milestones/{(await w.Host.Send(new GetCommitment(id))).Milestones[0].Id}/complete",
                    new { completedOn = "2026-11-20" }
                );
            }
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/reports",
            201,
            Drafts,
            async (w, whose) => new(await w.Active(whose) + "/reports", Bodies.Progress())
        ),
        new("GET /api/v1/commitments/{id:guid}/reports", 200, ReadsCommitment, async (w, whose) => new(await w.Active(whose) + "/reports")),
        new(
            "GET /api/v1/commitments/{id:guid}/reports/{reportId:guid}",
            200,
            ReadsCommitment,
            async (w, whose) =>
            {
                var id = await w.ActiveId(whose);
                return new($"{World.Url(id)}/reports/{(await w.Host.ReportComplete(id, "2026-11-20")).Value}");
            }
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/reports/{reportId:guid}/evidence",
            201,
            Drafts,
            async (w, whose) =>
            {
                var id = await w.ActiveId(whose);
                return new($"{World.Url(id)}/reports/{(await w.Host.ReportComplete(id, "2026-11-20")).Value}/evidence", Bodies.Evidence());
            }
        ),
        new(
            "POST /api/v1/commitments/{id:guid}/report-links",
            201,
            ManagesPeople,
            async (w, whose) => new(await w.Active(whose) + "/report-links", new { contactId = await OrganizationThings.Contact(w, whose) })
        ),
        new(
            "GET /api/v1/commitments/{id:guid}/report-links",
            200,
            ManagesPeople,
            async (w, whose) => new(await w.Active(whose) + "/report-links")
        ),
        new(
            "GET /api/v1/commitments/{id:guid}/report-links/{linkId:guid}",
            200,
            ManagesPeople,
            async (w, whose) => new((await Link(w, whose)).Url)
        ),
        new(
            "DELETE /api/v1/commitments/{id:guid}/report-links/{linkId:guid}",
            204,
            ManagesPeople,
            async (w, whose) => new((await Link(w, whose)).Url)
        ),
        new("GET /report/{token}", 200, Everybody, async (w, whose) => new(ReportLinks.Visitor.Address((await Link(w, whose)).Token))),
        new("HEAD /report/{token}", 200, Everybody, async (w, whose) => new(ReportLinks.Visitor.Address((await Link(w, whose)).Token))),
        new(
            "POST /report/{token}",
            303,
            Everybody,
            async (w, whose) => new(ReportLinks.Visitor.Address((await Link(w, whose)).Token), ReportLinks.Visitor.Report())
        ),
        new(
            "GET /api/v1/evidence/{evidenceId:guid}/content",
            200,
            ReadsCommitment,
            async (w, whose) => new($"/api/v1/evidence/{await Evidence(w, whose)}/content")
        ),
        new("GET /api/v1/commitments/{id:guid}/history", 200, ReadsCommitment, async (w, whose) => new(await w.Draft(whose) + "/history")),
        new(
            "GET /api/v1/commitments/{id:guid}/versions",
            200,
            ReadsCommitment,
            async (w, whose) => new(await w.Draft(whose) + "/versions")
        ),
        new("GET /api/v1/history", 200, AnyoneSignedIn, (_, _) => At("/api/v1/history")),
        new("GET /api/v1/history.csv", 200, AnyoneSignedIn, (_, _) => At("/api/v1/history.csv")),
        new("GET /api/v1/audit/head", 200, Verifies, (_, _) => At("/api/v1/audit/head")),
        new(
            "POST /api/v1/audit/verifications",
            202,
            Verifies,
            async (w, _) =>
            {
                await w.Host.Send(new RunAuditVerifications());
                return new("/api/v1/audit/verifications");
            }
        ),
        new("GET /api/v1/audit/verifications", 200, Verifies, (_, _) => At("/api/v1/audit/verifications")),
        new(
            "GET /api/v1/audit/verifications/{id:guid}",
            200,
            Verifies,
            async (w, _) =>
            {
                await w.Host.Send(new RunAuditVerifications());
                return new($"/api/v1/audit/verifications/{(await w.Host.Send(new RequestAuditVerification())).Value}");
            }
        ),
        new("GET /api/v1/settings", 200, Administers, (_, _) => At("/api/v1/settings")),
        new("GET /api/v1/accountability/flags", 200, AnyoneSignedIn, (_, _) => At("/api/v1/accountability/flags")),
        new("POST /api/v1/accountability/sweep", 200, Administers, (_, _) => At("/api/v1/accountability/sweep")),
        new("GET /api/v1/dashboard/summary", 200, AnyoneSignedIn, (_, _) => At("/api/v1/dashboard/summary")),
        new(
            "POST /api/v1/accountability-reports/schedules",
            201,
            Administers,
            (_, _) => At("/api/v1/accountability-reports/schedules", Bodies.Schedule())
        ),
        new("GET /api/v1/accountability-reports/schedules", 200, Administers, (_, _) => At("/api/v1/accountability-reports/schedules")),
        new(
            "GET /api/v1/accountability-reports/schedules/{id:guid}",
            200,
            Administers,
            async (w, _) => new($"/api/v1/accountability-reports/schedules/{(await Schedule(w)).Value}")
        ),
        new(
            "PUT /api/v1/accountability-reports/schedules/{id:guid}",
            200,
            Administers,
            async (w, _) => new($"/api/v1/accountability-reports/schedules/{(await Schedule(w)).Value}", Bodies.Schedule())
        ),
        new(
            "GET /api/v1/accountability-reports/schedules/{id:guid}/preview",
            200,
            Administers,
            async (w, _) => new($"/api/v1/accountability-reports/schedules/{(await Schedule(w)).Value}/preview")
        ),
        // An API key has no address to send a test to.
        new(
            "POST /api/v1/accountability-reports/schedules/{id:guid}/test",
            422,
            Administers,
            async (w, _) => new($"/api/v1/accountability-reports/schedules/{(await Schedule(w)).Value}/test")
        ),
        new(
            "POST /api/v1/accountability-reports/schedules/{id:guid}/resume",
            200,
            Administers,
            async (w, _) => new($"/api/v1/accountability-reports/schedules/{(await Schedule(w)).Value}/resume")
        ),
        new(
            "POST /api/v1/accountability-reports/schedules/{id:guid}/run",
            201,
            Administers,
            async (w, _) => new($"/api/v1/accountability-reports/schedules/{(await Schedule(w)).Value}/run")
        ),
        new(
            "DELETE /api/v1/accountability-reports/schedules/{id:guid}",
            204,
            Administers,
            async (w, _) => new($"/api/v1/accountability-reports/schedules/{(await Schedule(w)).Value}")
        ),
        new("GET /api/v1/accountability-reports", 200, AnyoneSignedIn, (_, _) => At("/api/v1/accountability-reports")),
        new(
            "GET /api/v1/accountability-reports/{id:guid}",
            200,
            "ok ok ok 404 404 404 404 401",
            async (w, _) => new($"/api/v1/accountability-reports/{(await w.Host.Send(new RunReportSchedule(await Schedule(w)))).Value}")
        ),
        new("POST /api/v1/imports", 202, Administers, (_, _) => At("/api/v1/imports?dryRun=true", Bodies.Import())),
        new("GET /api/v1/imports", 200, Administers, (_, _) => At("/api/v1/imports")),
        new("GET /api/v1/imports/{id:guid}", 200, Administers, async (w, _) => new(await Import(w))),
        new("GET /api/v1/imports/{id:guid}/items", 200, Administers, async (w, _) => new(await Import(w) + "/items")),
        new(
            "GET /api/v1/imports/{id:guid}/refused.{format:alpha}",
            200,
            Administers,
            async (w, _) => new(await Import(w) + "/refused.csv")
        ),
        new("POST /api/v1/imports/{id:guid}/cancel", 200, Administers, async (w, _) => new(await Import(w) + "/cancel")),
        new("POST /api/v1/imports/{id:guid}/undo", 202, Administers, async (w, _) => new(await CancelledImport(w) + "/undo")),
        new(
            "POST /api/v1/webhooks",
            201,
            ManagesPeople,
            async (w, whose) =>
            {
                await WebhookThings.MakeRoom(w, whose);
                return new("/api/v1/webhooks", Bodies.Webhook().With("organizationId", w.Organization(whose).Value));
            }
        ),
        new("GET /api/v1/webhooks", 200, "ok 403 403 ok 403 403 403 401", (_, _) => At("/api/v1/webhooks")),
        new("GET /api/v1/webhooks/{id:guid}", 200, ManagesOwn, async (w, whose) => new(await Webhook(w, whose))),
        new("PUT /api/v1/webhooks/{id:guid}", 200, ManagesOwn, async (w, whose) => new(await Webhook(w, whose), Bodies.Webhook())),
        new("DELETE /api/v1/webhooks/{id:guid}", 204, ManagesOwn, async (w, whose) => new(await Webhook(w, whose))),
        new(
            "POST /api/v1/webhooks/{id:guid}/rotate-secret",
            200,
            ManagesOwn,
            async (w, whose) => new(await Webhook(w, whose) + "/rotate-secret")
        ),
        new("POST /api/v1/webhooks/{id:guid}/enable", 200, ManagesOwn, async (w, whose) => new(await Webhook(w, whose) + "/enable")),
        new("POST /api/v1/webhooks/{id:guid}/disable", 200, ManagesOwn, async (w, whose) => new(await Webhook(w, whose) + "/disable")),
        new("POST /api/v1/webhooks/{id:guid}/test", 202, ManagesOwn, async (w, whose) => new(await Webhook(w, whose) + "/test")),
        new("GET /api/v1/webhooks/{id:guid}/deliveries", 200, ManagesOwn, async (w, whose) => new(await Webhook(w, whose) + "/deliveries")),
        new(
            "POST /api/v1/webhooks/{id:guid}/deliveries/{deliveryId:guid}/replay",
            202,
            ManagesOwn,
            async (w, whose) =>
            {
                var webhook = await Webhook(w, whose);
                return new(
                    $"{webhook}/deliveries/"
                        + $"{(await w.Host.Send(new TestWebhook(new WebhookId(Guid.Parse(webhook.Split('/')[^1]))))).Id}"
                        + $"/replay"
                );
            }
        ),
        new("GET /api/v1/imports/template.{format:alpha}", 200, Administers, (_, _) => At("/api/v1/imports/template.csv")),
        new(
            "POST /api/v1/calendars",
            201,
            "ok ok ok ok ok 404 404 401",
            (w, _) => At("/api/v1/calendars", new { partnershipId = w.Partnership(Whose.Own).Value })
        ),
        new("GET /api/v1/calendars", 200, AnyoneSignedIn, (_, _) => At("/api/v1/calendars")),
        new(
            "GET /api/v1/calendars/{id:guid}",
            200,
            "ok 404 404 404 404 404 404 401",
            async (w, _) => new($"/api/v1/calendars/{(await Calendar(w)).Id}")
        ),
        new(
            "DELETE /api/v1/calendars/{id:guid}",
            204,
            "ok 404 404 404 404 404 404 401",
            async (w, _) => new($"/api/v1/calendars/{(await Calendar(w)).Id}")
        ),
        new("GET /calendars/{token}.ics", 200, Everybody, async (w, _) => new($"/calendars/{(await Calendar(w)).Token}.ics")),
        new("HEAD /calendars/{token}.ics", 200, Everybody, async (w, _) => new($"/calendars/{(await Calendar(w)).Token}.ics")),
        new("GET /", 200, AnyoneSignedIn, (_, _) => At("/")),
        new("GET /commitments", 200, AnyoneSignedIn, (_, _) => At("/commitments")),
        new("GET /commitments/{id:guid}", 200, ReadsCommitment, async (w, whose) => new("/commitments/" + (await w.ActiveId(whose)).Value)),
        new("GET /rubric", 200, Everybody, (_, _) => At("/rubric")),
        new("GET /reviews", 200, "ok 403 ok 403 403 403 403 401", (_, _) => At("/reviews")),
        new("HEAD /reviews", 200, "ok 403 ok 403 403 403 403 401", (_, _) => At("/reviews")),
        new("GET /overdue", 200, AnyoneSignedIn, (_, _) => At("/overdue")),
        new("HEAD /", 200, AnyoneSignedIn, (_, _) => At("/")),
        new("HEAD /commitments", 200, AnyoneSignedIn, (_, _) => At("/commitments")),
        new(
            "HEAD /commitments/{id:guid}",
            200,
            ReadsCommitment,
            async (w, whose) => new("/commitments/" + (await w.ActiveId(whose)).Value)
        ),
        new("HEAD /evidence/{evidenceId:guid}", 200, ReadsCommitment, async (w, whose) => new($"/evidence/{await Evidence(w, whose)}")),
        new("HEAD /overdue", 200, AnyoneSignedIn, (_, _) => At("/overdue")),
        new("HEAD /rubric", 200, Everybody, (_, _) => At("/rubric")),
        new("GET /evidence/{evidenceId:guid}", 200, ReadsCommitment, async (w, whose) => new($"/evidence/{await Evidence(w, whose)}")),
        new("GET /me", 200, AnyoneSignedIn, (_, _) => At("/me")),
        new("HEAD /me", 200, AnyoneSignedIn, (_, _) => At("/me")),
        new("POST /me/sessions/{id:guid}/end", 404, AnyoneSignedIn, (_, _) => At($"/me/sessions/{Guid.NewGuid()}/end")),
        new("POST /me/sessions/end-others", 302, AnyoneSignedIn, (_, _) => At("/me/sessions/end-others")),
        new("GET /sign-in", 200, Everybody, (_, _) => At("/sign-in")),
        new("HEAD /sign-in", 200, Everybody, (_, _) => At("/sign-in")),
        new("POST /sign-in", 200, Everybody, (_, _) => At("/sign-in", Form("email", "somebody@example.org"))),
        new("POST /sign-in/code", 422, Everybody, (_, _) => At("/sign-in/code", Form("code", "0000-0000"))),
        new("GET /sign-in/{token}", 200, Everybody, (_, _) => At("/sign-in/no-such-token")),
        new("HEAD /sign-in/{token}", 200, Everybody, (_, _) => At("/sign-in/no-such-token")),
        new("POST /sign-in/resume", 200, Everybody, (_, _) => At("/sign-in/resume", Resume())),
        new("POST /sign-in/{token}", 422, Everybody, (_, _) => At("/sign-in/no-such-token")),
        new("POST /sign-out", 302, Everybody, (_, _) => At("/sign-out")),
        new("GET /api/v1/security-events", 200, Administers, (_, _) => At("/api/v1/security-events")),
        new("GET /api/v1/deferred", 200, Administers, (_, _) => At("/api/v1/deferred")),
        new("GET /api/v1/deferred/{id:guid}", 200, Administers, async (w, _) => new($"/api/v1/deferred/{await Deferred(w)}")),
        new("POST /api/v1/deferred/{id:guid}/retry", 200, Administers, async (w, _) => new($"/api/v1/deferred/{await Deferred(w)}/retry")),
        new(
            "POST /api/v1/deferred/{id:guid}/drop",
            204,
            Administers,
            async (w, _) => new($"/api/v1/deferred/{await Deferred(w)}/drop", new { reason = "Nobody is there." })
        ),
        new("* /jobs/{**path}", 200, Administers, (_, _) => At("/jobs")),
        new("* /health/live", 200, Everybody, (_, _) => At("/health/live")),
        new("* /health/ready", 200, Everybody, (_, _) => At("/health/ready")),
        new("GET /openapi/{documentName}.json", 200, Everybody, (_, _) => At("/openapi/v1.json")),
    ];

    public static TheoryData<string> Endpoints => [.. Rows.Select(r => r.Endpoint)];

    [Fact]
    public void Every_endpoint_is_listed_here_and_every_listed_endpoint_exists()
    {
        var running = fixture
            .World.Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e =>
                !e.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal))
                && e.RoutePattern.RawText != "{**path:file}"
            )
            .SelectMany(e =>
                (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method =>
                    $"{method} /{e.RoutePattern.RawText!.Trim('/')}"
                )
            )
            .Distinct()
            .ToList();

        running.Except(Rows.Select(r => r.Endpoint)).ShouldBeEmpty("endpoints that are not listed");
        Rows.Select(r => r.Endpoint).Except(running).ShouldBeEmpty("rows without an endpoint");
        Rows.Select(r => r.Endpoint).Distinct().Count().ShouldBe(Rows.Length);
    }

    [Fact]
    public void Every_handler_is_compiled_at_its_first_request()
    {
        var handlers = fixture
            .World.Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<MethodInfo>()?.Module.Assembly == typeof(LazyRoutes).Assembly)
            .ToList();

        handlers.Count.ShouldBeGreaterThan(300);
        handlers
            .Where(route => route.RequestDelegate!.Method.DeclaringType!.DeclaringType != typeof(LazyRoutes))
            .Select(route => route.DisplayName)
            .ShouldBeEmpty("routes that were not mapped by LazyRoutes");
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Each_role_gets_the_expected_answer(string endpoint)
    {
        var row = Rows.Single(r => r.Endpoint == endpoint);
        var world = fixture.World;
        var (got, expected) = (new List<string>(), new List<string>());
        foreach (var (caller, answers) in Callers.Zip(row.Answers.Split(' ')))
        {
            var each = answers.Split('/');
            foreach (var whose in each.Length == 1 ? [Whose.Own] : Enum.GetValues<Whose>())
            {
                var (path, body) = await row.Ask(world, whose);
                var method = endpoint.StartsWith('*') ? "GET" : endpoint.Split(' ')[0];
                var answer = await world.As(caller).Ask(new HttpMethod(method), path, body);
                got.Add($"{caller} {whose}: {answer.Status}");
                var success = row.Success.ToString(CultureInfo.InvariantCulture);
                var due = each[each.Length == 1 ? 0 : (int)whose].Replace("ok", success, StringComparison.Ordinal);
                expected.Add($"{caller} {whose}: {due}");
                if (answer.Status >= 400 && (answer.Status != row.Success || answer.MediaType != "text/html"))
                    answer.MediaType.ShouldBe("application/problem+json");
                if (path.StartsWith("/api/v1/", StringComparison.Ordinal))
                    fixture.Document.Contradictions(method, path, answer).ShouldBeEmpty();
            }
        }

        got.ShouldBe(expected);
        fixture.World.Host.Errors.Lines.ShouldBeEmpty();
    }

    private static FormUrlEncodedContent Resume() =>
        new([KeyValuePair.Create("resume-address", "/organizations/new"), KeyValuePair.Create("resume-email", "somebody@example.org")]);

    private static FormUrlEncodedContent Form(string name, string value) => new([KeyValuePair.Create(name, value)]);

    private static async Task<string> Person(World w, Whose whose) => $"/api/v1/people/{await OrganizationThings.Person(w, whose)}";

    private static Task<EndpointRequest> At(string path, object? body = null) => Task.FromResult(new EndpointRequest(path, body));

    private static string Organization(World w, Whose whose) => Organization(w.Organization(whose));

    private static string Organization(OrganizationId id) => $"/api/v1/organizations/{id.Value}";

    private static string Partnership(World w, Whose whose) => $"/api/v1/partnerships/{w.Partnership(whose).Value}";

    private static async Task<(string Url, string Token)> Link(World w, Whose whose)
    {
        var id = await w.ActiveId(whose);
        var link = await w.Host.Send(new SendReportLink(id, new ContactId(await OrganizationThings.Contact(w, whose))));
        return ($"{World.Url(id)}/report-links/{link.Value}", await new ReportLinks.Visitor(w.Host).Token());
    }

    private static async Task<Guid> Evidence(World w, Whose whose)
    {
        var id = await w.ActiveId(whose);
        using var content = new MemoryStream("A register."u8.ToArray());
        return (await w.Host.Send(new AddEvidence(id, await w.Host.ReportComplete(id, "2026-11-20"), "register.txt", content))).Id;
    }

    private static async Task<string> Proposed(World w)
    {
        var id = await w.Host.Send(new ProposePartnership("Proposed", TestClock.Day("2026-01-01")));
        await w.Host.Send(new AddMember(id, w.Organization(Whose.Own), Domain.Partnerships.MemberRole.Lead));
        await w.Host.Send(new AddMember(id, w.Organization(Whose.Partners), Domain.Partnerships.MemberRole.Funding));
        return $"/api/v1/partnerships/{id.Value}";
    }

    /// <summary>Of other organizations, because a published one would show the world's organizations to everybody.</summary>
    private static async Task<string> ActivePartnership(World w)
    {
        var id = await w.Host.ActivePartnership(await w.Host.Organization("One"), await w.Host.Organization("Another"));
        return $"/api/v1/partnerships/{id.Value}";
    }

    private static Task<OpenedCalendar> Calendar(World w) => w.Host.Send(new OpenCalendar(OrganizationId: w.Organization(Whose.Own).Value));

    private static Task<ReportScheduleId> Schedule(World w) =>
        w.Host.Send(new ScheduleReport("Board", AccountabilityReportFrequency.Weekly, 8, "UTC", ["board@example.org"]));

    private static async Task<string> Webhook(World w, Whose whose) => $"/api/v1/webhooks/{await WebhookThings.Webhook(w, whose)}";

    private static async Task<Guid> Deferred(World w) =>
        await w.Host.Db(async db =>
        {
            db.Mails.Add(new OutgoingMail("nobody@example.org", "Report", "<p>Report</p>", "Report", w.Host.Clock.Now));
            await db.SaveChangesAsync();
            return (await db.DeferredWork.OrderBy(d => d.Seq).LastAsync()).Id.Value;
        });

    private static async Task<string> Import(World w)
    {
        using var content = new MemoryStream("id,name,due\n"u8.ToArray());
        return $"/api/v1/imports/{(await w.Host.Send(new StartImport("pledges.csv", content, Bodies.ImportProfile, DryRun: true))).Value}";
    }

    private static async Task<string> CancelledImport(World w)
    {
        using var content = new MemoryStream("id,name,due\n"u8.ToArray());
        var id = await w.Host.Send(new StartImport("pledges.csv", content, Bodies.ImportProfile, DryRun: false));
        await w.Host.Send(new CancelImport(id));
        return $"/api/v1/imports/{id.Value}";
    }
}

/// <summary>One world for all rows. Each row creates the resources that it needs.</summary>
public sealed class OneWorld : IAsyncLifetime
{
    private TrackerHost? _host;

    internal World World { get; private set; } = null!;

    internal Described Document { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(Infrastructure.Persistence.DatabaseProvider.Sqlite);
        World = await World.Create(_host);
        Document = await Described.By(_host);
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }
}
