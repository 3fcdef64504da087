using System.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Demo;

/// <summary>
/// A fictional partnership beside the real pledges, with what they lack: people, progress reports, evidence, a moved due date, decisions.
/// Its people act by the same commands as real ones. All of it is saved in one transaction, or nothing.
/// </summary>
internal sealed partial class DemoPartnership(TrackerDb db, IMediator mediator, CurrentUser user, TimeProvider time)
{
    private const string Name = "Healthy Delta (fictional)";

    private readonly DateOnly _today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
    private Dictionary<Role, User> _people = [];
    private PartnershipId _partnership;
    private OrganizationId _service;
    private OrganizationId _foundation;
    private OrganizationId _network;

    /// <returns>A new API key of an officer of the first organization; null if the partnership existed before.</returns>
    public async Task<string?> MakeAsync(CancellationToken ct)
    {
        if (await db.Partnerships.AnyAsync(p => p.Name == Name, ct))
            return null;
        await using var transaction = await db.Session.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        await MakeOrganizationsAsync();
        _people = await DemoPeople.InviteAsync(db, _service, time.GetUtcNow(), ct);
        await MakePartnershipAsync();
        await BloodPressureAsync();
        await TrainingAsync();
        await EquipmentAsync();
        await AirQualityAsync();
        await DraftsAsync();
        await InitiativesAsync();
        var key = await As(Role.Secretariat, new IssueApiKey(_service, "Demo", Role.Officer));
        await transaction.CommitAsync(ct);
        return key.Key;
    }

    private async Task MakeOrganizationsAsync()
    {
        _service = await OrganizationAsync("River Delta Health Service (fictional)", "10", "BD", "Asia/Dhaka", "Ayesha Rahman");
        _foundation = await OrganizationAsync("Alpine Health Foundation (fictional)", "60", "CH", "Europe/Zurich", "Luca Keller");
        _network = await OrganizationAsync("Delta Women's Health Network (fictional)", "22", "BD", "Asia/Dhaka", "Nasrin Akter", true);
    }

    private async Task<OrganizationId> OrganizationAsync(
        string name,
        string type,
        string country,
        string timeZone,
        string contact,
        bool isCommunity = false
    )
    {
        var id = await mediator.Send(new RegisterOrganization(name, type, country, timeZone, IsCommunity: isCommunity));
        var email = contact.ToLowerInvariant().Replace(' ', '.') + DemoPeople.Domain;
        await mediator.Send(new AddContact(id, contact, email, ContactRole.FocalPoint));
        return id;
    }

    private async Task MakePartnershipAsync()
    {
        _partnership = await mediator.Send(
            new ProposePartnership(
                Name,
                _today.AddYears(-2),
                "An invented partnership that shows what people do here. None of these organizations and persons exist.",
                [PillarCodes.CapacityStrengthening],
                [ThemeCodes.NonCommunicableDiseases, ThemeCodes.HealthSystemsStrengthening],
                ["BD"],
                ["3.4", "17.16"]
            )
        );
        await mediator.Send(new AddMember(_partnership, _service, MemberRole.Lead));
        await mediator.Send(new AddMember(_partnership, _foundation, MemberRole.Funding));
        await mediator.Send(new AddMember(_partnership, _network, MemberRole.Community));
        await mediator.Send(new ActivatePartnership(_partnership));
        await mediator.Send(new PublishPartnership(_partnership, IsPublished: true));
    }

    /// <summary>
    /// On its way: a supporter, a completed milestone, an accepted report with evidence, a moved due date, an assessment.
    /// </summary>
    private async Task BloodPressureAsync()
    {
        var id = await ActiveAsync(
            _service,
            new CommitmentDraft
            {
                Title = "Measure blood pressure at 120 village health posts",
                Description = "Train two nurses in each post, equip it, and keep a register.",
                SdgTargets = ["3.4", "17.16"],
                Pillar = PillarCodes.CapacityStrengthening,
                Themes = [ThemeCodes.NonCommunicableDiseases],
                StartDate = _today.AddMonths(-10),
                DueDate = _today.AddMonths(4),
                ReportingFrequency = ReportingFrequency.Quarterly,
                Measure = new(
                    "Health posts that measure blood pressure",
                    "posts",
                    8,
                    _today.AddMonths(-11),
                    120,
                    "Post registers, read each quarter"
                ),
                Milestones =
                [
                    new("The first 30 posts measure", _today.AddMonths(-4), 25),
                    new("70 posts measure", _today.AddDays(-9), 35),
                    new("All 120 posts measure", _today.AddMonths(4), 40),
                ],
                CountryCodes = ["BD"],
                Funding = new(250_000, "CHF"),
                TargetGroup = "Adults over 40",
                Place = "Three river districts",
                FundingStatus = "Secured until next spring",
                Risks = "Devices may be held at customs.",
                StatedNeed = "District health plan",
            }
        );
        await As(Role.Officer, new AddSupporter(id, _foundation, Share: 40));
        await As(Role.Officer, new RecordPayment(id, 90_000, "CHF", _today.AddMonths(-6)));
        var first = await db.Milestones.Where(m => m.CommitmentId == id).OrderBy(m => m.DueDate).Select(m => m.Id).FirstAsync();
        await As(Role.Reporter, new CompleteMilestone(id, first, _today.AddMonths(-4).AddDays(-6)));

        var report = await As(
            Role.Reporter,
            new ReportProgress(
                id,
                _today.AddMonths(-1),
                "Forty-six posts measure and write a register.",
                46,
                "Devices waited at customs for weeks."
            )
        );
        await using (var register = new MemoryStream("post,measured since\nChar Kukri,2 March\nManpura,9 March\n"u8.ToArray()))
            await As(Role.Reporter, new AddEvidence(id, report, "register.csv", register, "Register of the posts"));
        await As(Role.Reviewer, new AcceptProgressReport(id, report, "The register agrees with what we saw in two posts."));

        var request = await As(
            Role.Officer,
            new RequestChange(id, new(_today.AddMonths(7), ChangeReason.Dependency, "The devices left customs three months late."))
        );
        await As(Role.Reviewer, new ApproveChangeRequest(id, request, "Agreed; the letter from customs was seen."));
        await As(
            Role.Reviewer,
            new AssessCommitment(id, CompletionLevel.Limited, "46 of 120 posts; the plan foresaw 70 by now.", _today.AddDays(-2))
        );
    }

    /// <summary>Overdue: a returned report, and a change request that was rejected.</summary>
    private async Task TrainingAsync()
    {
        var id = await ActiveAsync(
            _service,
            new CommitmentDraft
            {
                Title = "Train 300 community health workers in hypertension care",
                SdgTargets = ["3.c"],
                StartDate = _today.AddMonths(-12),
                DueDate = _today.AddDays(-24),
                ReportingFrequency = ReportingFrequency.Quarterly,
                Measure = new("Health workers who passed the course", "people", 0, _today.AddMonths(-12), 300, "List of certificates"),
                TargetGroup = "Community health workers",
            }
        );
        var report = await As(Role.Reporter, new ReportProgress(id, _today.AddDays(-30), "Nearly all courses were held.", 260));
        await As(
            Role.Reviewer,
            new ReturnProgressReport(
                id,
                report,
                "The list of certificates names 180 people. Please attach the missing ones or correct the number."
            )
        );
        var request = await As(
            Role.Officer,
            new RequestChange(id, new(_today.AddMonths(5), ChangeReason.Other, "The last courses should be held after the harvest."))
        );
        await As(Role.Reviewer, new RejectChangeRequest(id, request, "The harvest was known when the date was set."));
    }

    /// <summary>Reported complete, and waiting for a review.</summary>
    private async Task EquipmentAsync()
    {
        var id = await ActiveAsync(
            _foundation,
            new CommitmentDraft
            {
                Title = "Give 400,000 Swiss francs for measuring devices",
                SdgTargets = ["17.3"],
                StartDate = _today.AddMonths(-9),
                DueDate = _today.AddDays(20),
                Measure = new("Money paid", "CHF", 0, _today.AddMonths(-9), 400_000, "Bank statements"),
                Funding = new(400_000, "CHF"),
            }
        );
        await As(Role.Secretariat, new RecordPayment(id, 400_000, "CHF", _today.AddDays(-12)));
        await As(
            Role.Secretariat,
            new ReportProgress(id, _today.AddDays(-10), "The last instalment was paid.", 400_000, ReportsCompletion: true)
        );
    }

    /// <summary>Completed on time.</summary>
    private async Task AirQualityAsync()
    {
        var id = await ActiveAsync(
            _network,
            new CommitmentDraft
            {
                Title = "Hold 24 village meetings on clean cooking",
                SdgTargets = ["3.9", "7.1"],
                StartDate = _today.AddMonths(-8),
                DueDate = _today.AddDays(-5),
                Measure = new("Meetings held", "meetings", 0, _today.AddMonths(-8), 24, "Signed lists of participants"),
            }
        );
        var report = await As(
            Role.Secretariat,
            new ReportProgress(id, _today.AddDays(-7), "All 24 meetings were held; 1,310 people came.", 24, ReportsCompletion: true)
        );
        await As(Role.Reviewer, new AcceptProgressReport(id, report));
        await As(Role.Reviewer, new AssessCommitment(id, CompletionLevel.Complete, "All lists were seen.", _today.AddDays(-6)));
        await As(Role.Reviewer, new CloseCommitment(id, ClosingOutcome.Completed, "Completed before its due date.", _today.AddDays(-6)));
    }

    /// <summary>One draft with gaps, and one commitment that waits for the secretariat.</summary>
    private async Task DraftsAsync()
    {
        await DraftAsync(
            _service,
            new CommitmentDraft
            {
                Title = "Share health data between the three districts",
                SdgTargets = ["17.18"],
                DueDate = _today.AddYears(1),
            }
        );
        var submitted = await DraftAsync(
            _service,
            new CommitmentDraft
            {
                Title = "Open a clinic for high blood pressure in each district",
                SdgTargets = ["3.8"],
                StartDate = _today,
                DueDate = _today.AddYears(2),
                ReportingFrequency = ReportingFrequency.Semiannual,
                Measure = new("Clinics open", "clinics", 0, _today, 3, "Visits by the reviewer"),
            }
        );
        await As(Role.Officer, new SubmitCommitment(submitted));
    }

    private async Task<CommitmentId> ActiveAsync(OrganizationId organization, CommitmentDraft draft)
    {
        var id = await DraftAsync(organization, draft);
        await As(organization == _service ? Role.Officer : Role.Secretariat, new SubmitCommitment(id));
        await As(Role.Reviewer, new AcceptCommitment(id, "Agreed at the partnership's meeting."));
        return id;
    }

    private Task<CommitmentId> DraftAsync(OrganizationId organization, CommitmentDraft draft) =>
        As(organization == _service ? Role.Officer : Role.Secretariat, new DraftCommitment(_partnership, organization, draft));

    private async Task<T> As<T>(Role role, IRequest<T> request)
    {
        var person = _people[role];
        user.SignIn(new Actor(ActorKind.User, person.Id.Value), person.Role, person.OrganizationId);
        try
        {
            return await mediator.Send(request);
        }
        finally
        {
            user.ActAsSystem();
        }
    }
}
