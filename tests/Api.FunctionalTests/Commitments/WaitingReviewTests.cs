using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.TestKit;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Api.FunctionalTests.Commitments;

public sealed class WaitingReviewsOnSqlite(OnSqlite fixture) : WaitingReviewTests(fixture), IClassFixture<OnSqlite>;

public sealed class WaitingReviewsOnPostgreSql(OnPostgreSql fixture) : WaitingReviewTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>One list of everything that awaits a decision. Each test has a partnership of its own and filters by it.</summary>
public abstract class WaitingReviewTests(HostFixture fixture) : IDisposable
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    public void Dispose()
    {
        _host.Clock.Now = Start;
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task All_kinds_are_listed_together_the_oldest_first_with_the_days_left()
    {
        var place = await Place.Make(_host);
        await place.MakeOneOfEach(_host);

        var list = (await _secretariat.Get(place.List)).MustBe(200);
        list["total"].GetInt32().ShouldBe(4);
        list.Items.Select(i => i.GetProperty("kind").GetString()).ShouldBe(["commitment", "progressReport", "changeRequest", "completion"]);
        var oldest = list.Items[0];
        oldest.GetProperty("commitmentTitle").GetString().ShouldBe("Submitted");
        oldest.GetProperty("organizationName").GetString().ShouldBe("Own");
        oldest.GetProperty("waitingSince").GetDateTimeOffset().ShouldBe(Start);
        oldest.GetProperty("reviewDueOn").GetString().ShouldBe("2026-12-05");
        oldest.GetProperty("reviewDueAt").GetDateTimeOffset().ShouldBe(Instant("2026-12-05T18:00:00Z"), "the end of the day in Dhaka");
        oldest.GetProperty("daysLeft").GetInt32().ShouldBe(14);
        oldest.GetProperty("isOverdue").GetBoolean().ShouldBeFalse();

        _host.Clock.Set("2026-12-05T18:00:00Z");
        oldest = (await _secretariat.Get(place.List)).Items[0];
        oldest.GetProperty("daysLeft").GetInt32().ShouldBe(-1);
        oldest.GetProperty("isOverdue").GetBoolean().ShouldBeTrue();
    }

    [DatabaseFact]
    public async Task The_list_can_be_filtered_by_kind_and_read_in_pages()
    {
        var place = await Place.Make(_host);
        await place.MakeOneOfEach(_host);
        foreach (var kind in new[] { "commitment", "progressReport", "changeRequest", "completion" })
            (await _secretariat.Get($"{place.List}&kind={kind}"))
                .MustBe(200)
                .Items.ShouldHaveSingleItem()
                .GetProperty("kind")
                .GetString()
                .ShouldBe(kind);
        (await _secretariat.Get(place.List + "&kind=voice")).MustBe(400);
        (await _secretariat.Get("/api/v1/reviews?state=decided")).MustBe(400);

        // At the same instant, too, every row comes once.
        await place.MakeOneOfEach(_host, apart: TimeSpan.Zero);
        var (seen, cursor, pages) = (new List<string>(), "", 0);
        do
        {
            var page = (await _secretariat.Get($"{place.List}&limit=3{cursor}")).MustBe(200);
            seen.AddRange(page.Items.Select(i => i.GetProperty("id").GetString()!));
            cursor = page["next"].GetString() is { } next ? "&cursor=" + next : "";
            pages++;
        } while (cursor.Length > 0);
        (seen.Count, pages).ShouldBe((8, 3));
        seen.Distinct().Count().ShouldBe(8);
        (await _secretariat.Get(place.List + "&limit=3")).MustBe(200)["total"].GetInt32().ShouldBe(8);
    }

    [DatabaseFact]
    public async Task What_was_decided_waits_no_longer()
    {
        var place = await Place.Make(_host);
        var (submitted, report, change, completion) = await place.MakeOneOfEach(_host);
        await _host.Send(new ReturnCommitment(submitted, "No measure."));
        await _host.Send(new AcceptProgressReport(report.Commitment, report.Id));
        await _host.Send(new RejectChangeRequest(change.Commitment, change.Id, "Too often."));
        (await _secretariat.Get(place.List)).Items.ShouldHaveSingleItem();
        await _host.Send(new AcceptProgressReport(completion.Commitment, completion.Id));
        (await _secretariat.Get(place.List))
            .Items.ShouldHaveSingleItem("it is still to be assessed and closed")
            .GetProperty("kind")
            .GetString()
            .ShouldBe("completion");
        await _host.Close(completion.Commitment, ClosingOutcome.Completed, "2026-11-20");
        (await _secretariat.Get(place.List)).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_returned_report_of_completion_makes_the_commitment_wait_no_longer()
    {
        var place = await Place.Make(_host);
        var id = await _host.ActiveCommitment(place.Partnership, place.Own, "2027-06-30");
        await _host.Send(new ReturnProgressReport(id, await _host.ReportComplete(id, "2026-11-20"), "Which people?"));
        (await _secretariat.Get(place.List)).Items.ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_reviewer_sees_only_what_they_may_decide()
    {
        var place = await Place.Make(_host);
        await place.MakeOneOfEach(_host);
        await _host.Send(
            new AddSupporter(await _host.ActiveCommitment(place.Partnership, place.Own, "2027-06-30", "Supported"), place.Partner)
        );
        (await Count(place.Own)).ShouldBe(0);
        (await Count(place.Partner)).ShouldBe(4);
        var supported = await _host.ActiveCommitment(place.Partnership, place.Own, "2027-06-30", "Supported");
        await _host.Send(new AddSupporter(supported, place.Partner));
        await _host.Send(new RequestChange(supported, new ChangeTerms(Day("2027-12-31"), ChangeReason.Funding, "The money is late.")));
        (await Count(place.Partner)).ShouldBe(4);
        (await _secretariat.Get(place.List)).MustBe(200)["total"].GetInt32().ShouldBe(5);

        async Task<int> Count(Domain.Organizations.OrganizationId organization)
        {
            using var reviewer = _host.Client(await _host.Key(organization, "reviewer"));
            return (await reviewer.Get(place.List)).MustBe(200)["total"].GetInt32();
        }
    }

    [DatabaseFact]
    public async Task The_list_shows_exactly_what_the_caller_is_not_refused_to_decide()
    {
        var place = await Place.Make(_host);
        var filer = (await new Access.Visitor(_host).SignIn((await Access.Visitor.Invited(_host, Role.Secretariat)).Email)).Http;
        using var own = _host.Client(await _host.Key(place.Own, "reviewer"));
        using var supporter = _host.Client(await _host.Key(place.Partner, "reviewer"));
        using var none = _host.Client(await _host.Key(await _host.Organization("Elsewhere"), "reviewer"));
        foreach (var caller in new[] { filer, own, supporter, none, _secretariat })
        {
            var (submitted, supported, mine) = (await Draft(), await Active(), await Active());
            await _host.Send(new SubmitCommitment(submitted));
            await _host.Send(new AddSupporter(supported, place.Partner));
            await _host.ReportComplete(supported, "2026-11-20");
            var change = (await filer.Post(World.Url(supported) + "/change-requests", Bodies.Change())).MustBe(201).Id;
            var report = (await filer.Post(World.Url(mine) + "/reports", Statement(completes: false))).MustBe(201).Id;
            var claimed = await Active();
            (await filer.Post(World.Url(claimed) + "/reports", Statement(completes: true))).MustBe(201);
            var decisions = new Dictionary<string, (string Path, object Body)>
            {
                [submitted.Value.ToString()] = (World.Url(submitted) + "/return", new { reason = "No measure." }),
                [change] = ($"{World.Url(supported)}/change-requests/{change}/reject", new { note = "Too often." }),
                [report] = ($"{World.Url(mine)}/reports/{report}/accept", new { note = "Fine." }),
                [supported.Value.ToString()] = (World.Url(supported) + "/assessments", Assessment),
                [claimed.Value.ToString()] = (World.Url(claimed) + "/assessments", Assessment),
            };
            var listed = (await caller.Get(place.List + "&limit=200")).MustBe(200).Items.Select(i => i.GetProperty("id").GetString()!);
            var allowed = new List<string>();
            foreach (var (id, (path, body)) in decisions)
                if ((await caller.Post(path, body)).Status != 403)
                    allowed.Add(id);
            listed.Where(decisions.ContainsKey).ShouldBe(allowed, ignoreOrder: true);
        }

        Task<CommitmentId> Draft() => _host.Draft(place.Partnership, place.Own, "2027-06-30");
        Task<CommitmentId> Active() => _host.ActiveCommitment(place.Partnership, place.Own, "2027-06-30");
        static object Statement(bool completes) =>
            new
            {
                asOf = "2026-11-20",
                narrative = "Ninety.",
                reportsCompletion = completes,
            };
    }

    private static object Assessment { get; } = new
    {
        level = "limited",
        narrative = "Some.",
        asOf = "2026-11-20",
    };

    [DatabaseFact]
    public async Task The_number_of_queries_does_not_grow_with_the_list()
    {
        var place = await Place.Make(_host);
        await place.MakeOneOfEach(_host);
        var few = await Count();
        await place.MakeOneOfEach(_host);
        await place.MakeOneOfEach(_host);
        (await Count()).ShouldBe(few);

        async Task<int> Count() =>
            (await _host.Sql.During(() => _host.Send(new ListReviews(PartnershipId: place.Partnership.Value)))).Count;
    }

    private sealed record Place(
        Domain.Organizations.OrganizationId Own,
        Domain.Organizations.OrganizationId Partner,
        Domain.Partnerships.PartnershipId Partnership
    )
    {
        public string List => $"/api/v1/reviews?state=waiting&partnershipId={Partnership.Value}";

        public static async Task<Place> Make(TrackerHost host)
        {
            var (own, partner) = (await host.Organization("Own"), await host.Organization("Partner", "10"));
            return new Place(own, partner, await host.ActivePartnership(own, partner));
        }

        /// <summary>Submits, reports, requests and reports completion, in this order.</summary>
        public async Task<(
            CommitmentId Submitted,
            (CommitmentId Commitment, ProgressReportId Id) Report,
            (CommitmentId Commitment, ChangeRequestId Id) Change,
            (CommitmentId Commitment, ProgressReportId Id) Completion
        )> MakeOneOfEach(TrackerHost host, TimeSpan? apart = null)
        {
            var submitted = await host.Draft(Partnership, Own, "2027-06-30", "Submitted");
            var (reporting, changing, completed) = (await Active("Reporting"), await Active("Changing"), await Active("Completed"));
            await host.Send(new SubmitCommitment(submitted));
            host.Clock.Now += apart ?? TimeSpan.FromHours(1);
            var report = await host.Send(new ReportProgress(reporting, Day("2026-11-20"), "Half of it."));
            host.Clock.Now += apart ?? TimeSpan.FromHours(1);
            var change = await host.Send(
                new RequestChange(changing, new ChangeTerms(Day("2027-12-31"), ChangeReason.Funding, "The money is late."))
            );
            host.Clock.Now += apart ?? TimeSpan.FromHours(1);
            return (submitted, (reporting, report), (changing, change), (completed, await host.ReportComplete(completed, "2026-11-20")));

            Task<CommitmentId> Active(string title) => host.ActiveCommitment(Partnership, Own, "2027-06-30", title);
        }
    }
}
