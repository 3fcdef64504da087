using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Exports;

public sealed class RoundTripOnSqlite() : RoundTripTests(DatabaseProvider.Sqlite);

public sealed class RoundTripOnPostgreSql() : RoundTripTests(DatabaseProvider.PostgreSql);

/// <summary>An export can be imported unchanged.</summary>
public abstract class RoundTripTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Export = "/api/v1/exports/commitments.csv";

    /// <summary>Columns that belong to an installation or its reviewers.</summary>
    private static readonly string[] OfTheInstallation = ["id", "organizationId", "partnershipId", "assessedLevel", "smartLevel"];

    private TrackerHost _host = null!;

    public async Task InitializeAsync() => _host = await TrackerHost.StartAsync(provider);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseTheory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task An_export_can_be_imported_completely_by_another_installation(string format)
    {
        await EverythingThereIs();
        var file = await Download(_host, "/api/v1/exports/commitments." + format);
        var exported = Sheet.Read((await _host.Client().Get(Export)).MustBe(200).Text);
        exported.Select(r => r["status"]).Distinct().Count().ShouldBe(Enum.GetValues<CommitmentStatus>().Length, "every status is there");

        await using var second = await TrackerHost.StartAsync(provider);
        var done = await Import(second, Sheet.Form(file, "commitments." + format));
        (done["refused"].GetInt32(), done["warnings"].GetInt32(), done["imported"].GetInt32()).ShouldBe((0, 0, exported.Count), done.Text);
        var again = Sheet.Read((await second.Client().Get(Export)).MustBe(200).Text);
        Same(again).ShouldBe(Same(exported));

        // Importing the second installation's export into the first one changes nothing.
        var back = await Import(_host, Sheet.Form(await Download(second, Export), "commitments.csv"));
        (back["unchanged"].GetInt32(), back["imported"].GetInt32(), back["refused"].GetInt32(), back["warnings"].GetInt32()).ShouldBe(
            (exported.Count, 0, 0, 0),
            back.Text
        );
    }

    [DatabaseFact]
    public async Task Importing_an_export_into_the_same_installation_changes_nothing()
    {
        await EverythingThereIs();
        var before = (await _host.Client().Get(Export)).MustBe(200).Text;
        var history = (await _host.Client().Get("/api/v1/history?limit=1"))["total"].GetInt32();
        var done = await Import(_host, Sheet.Form(before));
        (done["unchanged"].GetInt32(), done["imported"].GetInt32(), done["refused"].GetInt32(), done["warnings"].GetInt32()).ShouldBe(
            (Sheet.Read(before).Count, 0, 0, 0),
            done.Text
        );
        (await _host.Client().Get(Export)).Text.ShouldBe(before);
        (await _host.Client().Get("/api/v1/history?limit=1"))["total"].GetInt32().ShouldBe(history);
    }

    [DatabaseFact]
    public async Task An_import_never_changes_an_original_due_date()
    {
        await EverythingThereIs();
        var before = (await _host.Client().Get(Export)).Text;
        var rows = Sheet.Read(before);
        // Drafts take the edits of a file.
        var accepted = rows.Where(row => row["status"] != "draft").ToList();
        foreach (var row in accepted)
            (row["originalDueDate"], row["timesMoved"], row["dueDate"]) = ("2029-12-31", "0", "2029-12-31");
        var done = await Import(_host, Sheet.Form(Sheet.Write(rows)));
        (done["unchanged"].GetInt32(), done["warnings"].GetInt32()).ShouldBe((rows.Count, accepted.Count));
        (await _host.Client().Get(Export)).Text.ShouldBe(before);

        // New rows must not contradict themselves either.
        foreach (var (original, times) in new[] { ("2026-12-31", "0"), ("", "2") })
        {
            var wrong = Sheet.Read(before)[0];
            (wrong["sourceId"], wrong["originalDueDate"], wrong["timesMoved"]) = (Guid.NewGuid().ToString(), original, times);
            (await Import(_host, Sheet.Form(Sheet.Write([wrong]))))
                .Items.ShouldHaveSingleItem()
                .GetProperty("code")
                .GetString()
                .ShouldBe("commitment.movesUnclear");
        }
    }

    [DatabaseFact]
    public async Task Files_with_semicolons_and_a_byte_order_mark_are_read()
    {
        await EverythingThereIs();
        var rows = Sheet.Read((await _host.Client().Get(Export)).Text);
        await using var second = await TrackerHost.StartAsync(provider);
        var done = await Import(
            second,
            Sheet.Form([.. "\uFEFF"u8, .. System.Text.Encoding.UTF8.GetBytes(Sheet.Write(rows, ';'))], "commitments.csv")
        );
        (done["imported"].GetInt32(), done["refused"].GetInt32()).ShouldBe((rows.Count, 0), done.Text);
        Same(Sheet.Read((await second.Client().Get(Export)).Text)).ShouldBe(Same(rows));
    }

    [DatabaseFact]
    public async Task An_unknown_heading_is_refused_at_once_with_the_names_of_its_columns()
    {
        var wrong = (await _host.Client().Post("/api/v1/imports", Sheet.Form("sourceId,title,due\nA,B,C\n"))).MustRefuse(
            422,
            "import.heading",
            "file"
        );
        wrong["title"].GetString()!.ShouldContain("dueDate, sdgTargets");
        wrong["title"].GetString()!.ShouldContain("Unknown columns: due.");
        (await _host.Client().Post("/api/v1/imports", Sheet.Form("PK\u0003\u0004 no workbook"u8.ToArray(), "a.xlsx"))).MustRefuse(
            400,
            "import.rowUnreadable",
            "file"
        );
        (await _host.Client().Post("/api/v1/imports", Sheet.Form([0x73, 0xFC, 0x0A], "a.csv"))).MustRefuse(400, "import.encoding", "file");
    }

    [DatabaseFact]
    public async Task The_example_of_the_template_can_be_imported_under_an_id_of_its_own()
    {
        var template = System.Text.Encoding.UTF8.GetString(await Download(_host, "/api/v1/imports/template.csv"));
        var file = System.Text.Encoding.UTF8.GetBytes(template.Replace("example-1", "nurses-1", StringComparison.Ordinal));
        var done = await Import(_host, Sheet.Form(file, "template.csv"));
        (done["imported"].GetInt32(), done["refused"].GetInt32()).ShouldBe((1, 0), done.Text);
        var row = Sheet.Read((await _host.Client().Get(Export)).Text).ShouldHaveSingleItem();
        (row["sourceId"], row["status"], row["target"], row["milestones"].Split('\n').Length, row["fundingCurrency"]).ShouldBe(
            ("nurses-1", "active", "5000", 2, "CHF")
        );
    }

    [DatabaseFact]
    public async Task An_invalid_row_is_refused_by_its_field()
    {
        await EverythingThereIs();
        var rows = Sheet.Read((await _host.Client().Get(Export + "?status=active")).Text);
        foreach (
            var (column, value, code) in new[]
            {
                ("milestones", "First thousand", "import.milestoneLine"),
                ("status", "done", "import.unknownValue"),
                ("timesMoved", "often", "import.number"),
                ("status", "completed", "commitment.endingUnclear"),
                ("organizationTimeZone", "Here", "reference.unknownTimeZone"),
                ("partnershipEndDate", "2001-01-01", "partnership.endsBeforeItStarts"),
                ("milestones", "2026-01-01 | A | 1 | 2099-01-01", "commitment.inTheFuture"),
            }
        )
        {
            var row = new Dictionary<string, string>(rows[0])
            {
                ["sourceId"] = "new",
                ["organizationSourceId"] = "new",
                ["partnership"] = $"New {column} {value}",
                ["reportedCompleteOn"] = "",
                [column] = value,
            };
            (await Import(_host, Sheet.Form(Sheet.Write([row]))))
                .Items.ShouldHaveSingleItem()
                .GetProperty("code")
                .GetString()
                .ShouldBe(code, column);
        }
    }

    private static async Task<Answer> Import(TrackerHost host, MultipartFormDataContent form)
    {
        using var _ = form;
        var started = (await host.Client().Post("/api/v1/imports", form)).MustBe(202);
        await host.Send(new RunImports());
        var done = (await host.Client().Get($"/api/v1/imports/{started.Id}")).MustBe(200);
        done["state"].GetString().ShouldBe("completed", done.Text);
        return done;
    }

    private static async Task<byte[]> Download(TrackerHost host, string path)
    {
        using var client = host.Client();
        return await client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
    }

    private static List<string> Same(List<Dictionary<string, string>> rows) =>
        [
            .. rows.Select(row =>
                string.Join('\n', row.Where(cell => !OfTheInstallation.Contains(cell.Key)).Select(cell => $"{cell.Key}={cell.Value}"))
            ),
        ];

    /// <summary>Creates commitments in every status, with every field filled.</summary>
    private async Task EverythingThereIs()
    {
        var first = await _host.Send(
            new RegisterOrganization(
                "=Green Delta",
                "22",
                "BD",
                "Asia/Dhaka",
                "BD-NAB-123",
                "https://example.org/",
                "GD-1",
                IsCommunity: true
            )
        );
        var other = await _host.Send(new RegisterOrganization("Città, \"Ospedale\"", "10", "CH", "Europe/Zurich"));
        await _host.Send(new AddContact(first, "Rahima", "rahima@example.org", ContactRole.FocalPoint));
        await _host.Send(new AddContact(other, "Anna", "anna@example.org", ContactRole.FocalPoint));
        var partnership = await _host.Send(
            new ProposePartnership(
                "Healthy; communities",
                TestClock.Day("2024-01-01"),
                "Line one\nline two",
                [PillarCodes.Advocacy, PillarCodes.CapacityStrengthening],
                [ThemeCodes.NonCommunicableDiseases],
                ["BD", "CH"],
                ["17.16", "3.8"],
                TestClock.Day("2030-12-31")
            )
        );
        var elsewhere = await _host.Send(new ProposePartnership("Elsewhere", TestClock.Day("2025-01-01")));
        foreach (var p in new[] { partnership, elsewhere })
        {
            await _host.Send(new AddMember(p, first, MemberRole.Funding));
            await _host.Send(new AddMember(p, other, MemberRole.Lead));
            await _host.Send(new ActivatePartnership(p));
        }

        var whole = new CommitmentDraft
        {
            Title = "-5 % salt | by \\ 2027",
            SdgTargets = ["3.4", "17.16"],
            DueDate = TestClock.Day("2027-06-30"),
            Description = "First\nsecond; \"third\", fourth",
            Pillar = PillarCodes.CapacityStrengthening,
            Themes = [ThemeCodes.NonCommunicableDiseases, ThemeCodes.LeadershipAndGovernance],
            CountryCodes = ["CH", "BD"],
            StartDate = TestClock.Day("2026-01-01"),
            Measure = new MeasureDraft("'=People screened", "°C", -1.50m, TestClock.Day("2026-01-01"), 0.000001m, "@registers"),
            ReportingFrequency = ReportingFrequency.Quarterly,
            Milestones =
            [
                new("First | thousand\\n", TestClock.Day("2026-10-31")),
                new("Half", TestClock.Day("2027-01-31"), 2.5m),
                new("Late", TestClock.Day("2027-06-30")),
            ],
            Funding = new FundingDraft(120000.50m, "CHF"),
            TargetGroup = "Adults over 40",
            Place = "\uFF1DKhulna",
            Resources = "+2 nurses",
            FundingStatus = "Promised",
            Risks = "Floods",
            StatedNeed = "A need",
        };
        var drafted = await _host.Send(new DraftCommitment(partnership, first, whole));
        var active = await Active(partnership, first, whole, "S; 1");
        await Move(active, new ChangeTerms(TestClock.Day("2027-12-31"), ChangeReason.Funding, "Late money."));
        var milestones = (await _host.Send(new GetCommitment(active))).Milestones;
        await _host.Send(new CompleteMilestone(active, new MilestoneId(milestones[0].Id), TestClock.Day("2026-11-01")));
        await Move(active, new ChangeTerms(TestClock.Day("2027-03-31"), ChangeReason.Funding, "Late.", new MilestoneId(milestones[1].Id)));
        await Move(
            active,
            new ChangeTerms(null, ChangeReason.Funding, "Not needed.", new MilestoneId(milestones[2].Id), DropMilestone: true)
        );
        var claimed = await Active(
            elsewhere,
            other,
            whole with
            {
                Title = "ReportedComplete",
                Milestones = null,
                Measure = null,
                Funding = null,
                CountryCodes = null,
            }
        );
        await _host.Send(new ReportProgress(claimed, TestClock.Day("2026-11-20"), "=All done", 12.5m, "None", ReportsCompletion: true));
        var submitted = await _host.Send(new DraftCommitment(partnership, other, whole with { Title = "Submitted" }));
        await _host.Send(new SubmitCommitment(submitted));
        var returned = await _host.Send(new DraftCommitment(partnership, other, whole with { Title = "Returned" }));
        await _host.Send(new SubmitCommitment(returned));
        await _host.Send(new ReturnCommitment(returned, "No\nmeasure."));
        foreach (var outcome in Enum.GetValues<ClosingOutcome>())
            await _host.Close(
                await Active(partnership, first, whole with { Title = outcome.ToString() }),
                outcome,
                "2026-11-20",
                "=It ended."
            );
        await _host.Send(new WithdrawCommitment(await Active(partnership, other, whole with { Title = "Withdrawn" }), "No money."));

        // The successor of the first was created before it, the successor of the other after it.
        await _host.Send(
            new SupersedeCommitment(await Active(partnership, first, whole with { Title = "Superseded" }), active, "A larger one.")
        );
        var old = await Active(partnership, first, whole with { Title = "Superseded, too" });
        await _host.Send(
            new SupersedeCommitment(old, await Active(partnership, first, whole with { Title = "Successor" }), "A newer one.")
        );
        drafted.ShouldNotBe(active);
    }

    private async Task<CommitmentId> Active(
        PartnershipId partnership,
        OrganizationId organization,
        CommitmentDraft draft,
        string? sourceId = null
    )
    {
        var id = await _host.Send(new DraftCommitment(partnership, organization, draft, sourceId));
        await _host.Send(new SubmitCommitment(id));
        await _host.Send(new AcceptCommitment(id));
        return id;
    }

    private async Task Move(CommitmentId id, ChangeTerms terms)
    {
        var change = await _host.Send(new RequestChange(id, terms));
        await _host.Send(new ApproveChangeRequest(id, change));
    }
}
