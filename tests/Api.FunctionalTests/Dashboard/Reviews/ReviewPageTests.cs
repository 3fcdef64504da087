using AngleSharp.Dom;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;
using static PartnershipTracker.TestKit.TestClock;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Reviews;

public sealed class ReviewPagesOnSqlite(OnSqlite fixture) : ReviewPageTests(fixture), IClassFixture<OnSqlite>;

public sealed class ReviewPagesOnPostgreSql(OnPostgreSql fixture) : ReviewPageTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>What a reviewer does on the pages, and what others see there.</summary>
public abstract class ReviewPageTests(HostFixture fixture) : IAsyncLifetime
{
    private static readonly ChangeTerms Later = new(Day("2027-12-31"), ChangeReason.Funding, "The second instalment is late.");

    private readonly TrackerHost _host = fixture.Host;
    private Visitor _reviewer = null!;
    private OrganizationId _own;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        _own = await _host.Organization("Green Delta");
        _partnership = await _host.ActivePartnership(_own, await _host.Organization("Partner", "10"));
        _reviewer = await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Reviewer)).Email);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task A_reviewer_clears_an_inbox_of_all_kinds_page_by_page()
    {
        await ClearAsync();
        var submitted = await _host.Draft(_partnership, _own, "2027-06-30", "To be accepted");
        await _host.Send(new SubmitCommitment(submitted));
        await Step();
        var reporting = await Active("2027-06-30", "Reported on");
        await _host.Send(new ReportProgress(reporting, Day("2026-11-20"), "Half of it."));
        await Step();
        var changing = await Active("2027-06-30", "To be moved");
        await _host.Send(new RequestChange(changing, Later));
        await Step();
        var leaving = await Active("2026-11-01", "To be withdrawn");
        await _host.Send(new WithdrawCommitment(leaving, "No money."));
        await Step();
        var complete = await Active("2027-06-30", "Complete");
        await _host.ReportComplete(complete, "2026-11-20");

        await Decide("To be accepted", "The commitment is accepted", ("decision", "accept"));
        await Decide("Reported on", "The progress report is returned", ("decision", "return"), ("reason", "How many?"));
        await Decide("To be moved", "The change request is approved", ("decision", "accept"));
        await Decide("To be withdrawn", "The change request is rejected", ("decision", "return"), ("note", "Not yet."));

        // A completion leads from the report to the assessment, and from there to the closing.
        var report = Read(await _reviewer.Open("/reviews")).QuerySelector("tbody th a")!.GetAttribute("href")!;
        var assess = (await _reviewer.Submit(report, ("decision", "accept"))).MustBe(303).Headers.Location!.OriginalString;
        Read(await _reviewer.Open(assess)).QuerySelector("[role=status]")!.TextContent.ShouldContain("Now assess the commitment");
        var close = (await _reviewer.Submit(assess, ("level", "complete"), ("narrative", "I saw it."), ("asOf", "2026-11-20")))
            .MustBe(303)
            .Headers.Location!.OriginalString;
        close.ShouldEndWith("/close");
        (await _reviewer.Submit(close, ("outcome", "completed"), ("narrative", "All posts measure."), ("closedOn", "2026-11-20")))
            .MustBe(303)
            .Headers.Location!.OriginalString.ShouldBe("/reviews");
        var empty = Read(await _reviewer.Open("/reviews"));
        empty.QuerySelector("[role=status]")!.TextContent.ShouldContain("The commitment is closed.");
        empty.QuerySelector("h1")!.TextContent.ShouldBe("Nothing awaits your decision");

        (await Status(submitted)).ShouldBe(CommitmentStatus.Active);
        (await Status(complete)).ShouldBe(CommitmentStatus.Completed);
        (await Status(leaving)).ShouldBe(CommitmentStatus.Active);
        (await _host.Send(new GetCommitment(changing))).DueDate.ShouldBe(Day("2027-12-31"));
        (await _host.Send(new ListProgressReports(reporting))).Items[0].ReviewNote.ShouldBe("How many?");
    }

    [DatabaseFact]
    public async Task The_mail_is_shown_before_it_is_sent_and_is_the_one_that_is_sent()
    {
        var id = await _host.Draft(_partnership, _own, "2027-06-30", "To be returned");
        await _host.Send(new SubmitCommitment(id));
        var path = $"/commitments/{id.Value}/decide";
        Read((await _reviewer.Open(path)).MustBe(200)).QuerySelector("#mail-preview")!.TextContent.ShouldContain("Show the email");

        var shown = Read((await _reviewer.Submit(path, ("decision", "return"), ("reason", "Say where."), ("action", "check"))).MustBe(200));
        var mail = shown.QuerySelector("#mail-preview")!;
        mail.TextContent.ShouldContain("Returned: “To be returned”");
        mail.TextContent.ShouldContain("Reason: Say where.");
        shown.QuerySelector("textarea[name=reason]")!.TextContent.Trim().ShouldBe("Say where.");
        (await Status(id)).ShouldBe(CommitmentStatus.Submitted);

        (await _reviewer.Submit(path, ("decision", "return"), ("reason", "Say where."))).MustBe(303);
        var sent = await _host.Db(db => Task.FromResult(db.Mails.OrderByDescending(m => m.Seq).First()));
        foreach (
            var sentence in mail.QuerySelectorAll("p.lines")
                .Select(p => p.TextContent)
                .Where(text => !text.StartsWith("Dear", StringComparison.Ordinal))
        )
            sent.Text.ReplaceLineEndings(" ").ShouldContain(sentence);
    }

    [DatabaseFact]
    public async Task What_is_missing_is_said_and_what_was_typed_comes_back()
    {
        var id = await Active("2027-06-30", "To be decided");
        var report = await _host.Send(new ReportProgress(id, Day("2026-11-20"), "Half of it."));
        var request = await _host.Send(new RequestChange(id, Later));
        var root = $"/commitments/{id.Value}";
        foreach (
            var (path, typed, wrong) in new (string, (string, string)[], string)[]
            {
                ($"{root}/reports/{report.Value}", [("reason", "Typed.")], "decision"),
                ($"{root}/reports/{report.Value}", [("decision", "return")], "reason"),
                ($"{root}/change-requests/{request.Value}", [("note", "Typed."), ("decision", "")], "decision"),
                ($"{root}/change-requests/{request.Value}", [("decision", "return")], "note"),
                ($"{root}/assess", [("narrative", "Typed."), ("asOf", "2026-11-20")], "level"),
                ($"{root}/assess", [("level", "limited"), ("narrative", "Typed."), ("asOf", "2999-01-01")], "asOf"),
            }
        )
        {
            var page = Read((await _reviewer.Submit(path, typed)).MustBe(422));
            page.QuerySelectorAll("[role=alert] li a").Select(a => a.GetAttribute("href")).ShouldContain($"#{wrong}", path);
            if (typed.Any(field => field.Item2 == "Typed."))
                page.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Typed.", path);
        }

        await _host.Send(new AssessCommitment(id, CompletionLevel.Limited, "Some.", Day("2026-11-20")));
        var closing = Read((await _reviewer.Submit($"{root}/close", ("outcome", "completed"), ("narrative", "Typed."))).MustBe(422));
        closing.QuerySelector("[role=alert] li a")!.GetAttribute("href").ShouldBe("#outcome");
        closing.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Typed.");
        (await _reviewer.Submit($"{root}/close", ("outcome", "partlyCompleted"), ("narrative", "A part."))).MustBe(303);
        Read((await _reviewer.Submit($"{root}/reopen", ("reason", ""))).MustBe(422))
            .QuerySelector("[role=alert] li a")!
            .GetAttribute("href")
            .ShouldBe("#reason");
        (await _reviewer.Submit($"{root}/reopen", ("reason", "The wrong one."))).MustBe(303);
        (await Status(id)).ShouldBe(CommitmentStatus.Active);
    }

    [DatabaseFact]
    public async Task Who_comes_second_is_told_so_and_nothing_is_decided_twice()
    {
        var id = await _host.Draft(_partnership, _own, "2027-06-30", "Decided by another");
        await _host.Send(new SubmitCommitment(id));
        var path = $"/commitments/{id.Value}/decide";
        var version = Read((await _reviewer.Open(path)).MustBe(200)).QuerySelector("[name='form-version']")!.GetAttribute("value")!;
        await _host.Send(new AcceptCommitment(id));

        var page = Read((await _reviewer.Submit(path, ("decision", "return"), ("reason", "No."), ("form-version", version))).MustBe(409));
        page.QuerySelector("h1")!.TextContent.ShouldBe("Nothing to decide here now");
        page.QuerySelector(".standfirst")!.TextContent.ShouldContain("Only a submitted commitment");
        Read((await _reviewer.Open(path)).MustBe(200)).QuerySelector("h1")!.TextContent.ShouldBe("Nothing to decide here now");
        (await Status(id)).ShouldBe(CommitmentStatus.Active);
    }

    [DatabaseFact]
    public async Task A_commitment_offers_each_person_what_they_may_do_and_says_why_not_the_rest()
    {
        var id = await _host.Draft(_partnership, _own, "2027-06-30", "Offered");
        await _host.Send(new SubmitCommitment(id));
        var path = $"/commitments/{id.Value}";
        Actions(await _reviewer.Open(path)).ShouldBe(["decide"]);
        var officer = await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Officer, _own)).Email);
        var page = await officer.Open(path);
        Actions(page).ShouldNotContain("decide");
        Actions(page).ShouldContain("withdraw");
        Read(page).QuerySelector("#actions details")!.TextContent.ShouldContain("Only a draft can be changed or submitted.");
        var board = await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Board)).Email);
        Read(await board.Open(path)).QuerySelector("#actions").ShouldBeNull();

        List<string> Actions(Answer answer) =>
            [.. Read(answer.MustBe(200)).QuerySelectorAll("#actions a").Select(a => a.GetAttribute("href")![(path.Length + 1)..])];
    }

    [DatabaseFact]
    public async Task Each_page_is_read_with_few_SQL_commands()
    {
        var submitted = await _host.Draft(_partnership, _own, "2027-06-30", "Submitted", "2027-01-31");
        await _host.Send(new SubmitCommitment(submitted));
        var active = await _host.ActiveCommitment(_partnership, _own, "2027-06-30", "Active", "2027-01-31");
        var report = await _host.Send(new ReportProgress(active, Day("2026-11-20"), "Half of it."));
        var request = await _host.Send(new RequestChange(active, Later));
        await _host.Send(new AssessCommitment(active, CompletionLevel.Limited, "Some.", Day("2026-11-20")));
        var closed = await Active("2027-06-30", "Closed");
        await _host.Close(closed, ClosingOutcome.Completed, "2026-11-20");
        foreach (
            var path in new[]
            {
                $"{submitted.Value}/decide",
                $"{active.Value}/reports/{report.Value}",
                $"{active.Value}/change-requests/{request.Value}",
                $"{active.Value}/assess",
                $"{active.Value}/close",
                $"{closed.Value}/reopen",
            }
        )
            (
                await _host.Sql.During(async () => (await _reviewer.Open($"/commitments/{path}")).MustBe(200))
            ).Count.ShouldBeLessThanOrEqualTo(8, path);
    }

    [DatabaseFact]
    public async Task Every_action_that_is_offered_leads_to_its_page()
    {
        var draft = await _host.Draft(_partnership, _own, "2027-06-30", "Draft", "2027-01-31");
        var submitted = await _host.Draft(_partnership, _own, "2027-06-30", "Submitted", "2027-01-31");
        await _host.Send(new SubmitCommitment(submitted));
        var active = await _host.ActiveCommitment(_partnership, _own, "2027-06-30", "Active", "2026-10-31", "2027-01-31");
        await _host.Send(new ReportProgress(active, Day("2026-11-20"), "Half of it."));
        await _host.Send(new RequestChange(active, Later));
        await _host.Send(new CompleteMilestone(active, new MilestoneId((await _host.Send(new GetCommitment(active))).Milestones[0].Id)));
        await _host.Send(new AssessCommitment(active, CompletionLevel.Limited, "Some.", Day("2026-11-20")));
        var closed = await Active("2027-06-30", "Closed");
        await _host.Close(closed, ClosingOutcome.Completed, "2026-11-20");

        var secretariat = await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Secretariat)).Email);
        var officer = await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Officer, _own)).Email);
        var reporter = await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Reporter, _own)).Email);
        var seen = new HashSet<string>();
        foreach (var visitor in new[] { secretariat, officer, reporter, _reviewer })
        {
            foreach (var id in new[] { draft, submitted, active, closed })
                await Follow(visitor, $"/commitments/{id.Value}", "#actions a");
            await Follow(visitor, "/work", "main section a");
        }

        seen.Count.ShouldBeGreaterThan(25);

        async Task Follow(Visitor visitor, string path, string links)
        {
            foreach (var link in Read((await visitor.Open(path)).MustBe(200)).QuerySelectorAll(links).Select(a => a.GetAttribute("href")!))
            {
                seen.Add(link);
                (await visitor.Open(link)).Status.ShouldBe(200, link);
            }
        }
    }

    [DatabaseFact]
    public async Task After_signing_in_everybody_sees_what_needs_them()
    {
        var id = await Active("2026-11-10", "Overdue since long");
        var (_, email) = await Visitor.Invited(_host, Role.Officer, _own);
        var officer = new Visitor(_host);
        await officer.RequestSignInLink(email);
        (await officer.Send((await officer.Mail(email)).Link)).MustBe(302).Headers.Location!.OriginalString.ShouldBe("/work");
        var page = Read((await officer.Open("/work")).MustBe(200));
        page.QuerySelector("h1")!.TextContent.ShouldContain("task");
        page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain($"/commitments/{id.Value}/report");
        var board = await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Board)).Email);
        (await board.Open("/work")).MustBe(302).Headers.Location!.OriginalString.ShouldBe("/");
    }

    /// <summary>Follows the oldest row of the inbox, which must be of this commitment, and decides there.</summary>
    private async Task Decide(string title, string notice, params (string, string)[] fields)
    {
        var first = Read(await _reviewer.Open("/reviews")).QuerySelector("tbody th a")!;
        first.TextContent.ShouldBe(title);
        var path = first.GetAttribute("href")!;
        var page = Read((await _reviewer.Open(path)).MustBe(200));
        var version = page.QuerySelector("[name='form-version']")!.GetAttribute("value")!;
        (await _reviewer.Submit(path, [.. fields, ("form-version", version)]))
            .MustBe(303)
            .Headers.Location!.OriginalString.ShouldBe("/reviews");
        Read(await _reviewer.Open("/reviews")).QuerySelector("[role=status]")!.TextContent.ShouldContain(notice);
    }

    /// <summary>Decides what other tests left.</summary>
    private async Task ClearAsync()
    {
        foreach (var item in (await _host.Send(new ListReviews(Limit: 200))).Items)
        {
            var id = new CommitmentId(item.CommitmentId);
            if (item.Kind == WaitingReviewKind.Commitment)
                await _host.Send(new AcceptCommitment(id));
            else if (item.Kind == WaitingReviewKind.ProgressReport)
                await _host.Send(new AcceptProgressReport(id, new ProgressReportId(item.Id)));
            else if (item.Kind == WaitingReviewKind.Completion)
                await _host.Close(id, ClosingOutcome.Completed, "2026-11-20");
            else
                await _host.Send(new RejectChangeRequest(id, new ChangeRequestId(item.Id), "No."));
        }
    }

    private Task Step()
    {
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        return Task.CompletedTask;
    }

    private Task<CommitmentId> Active(string due, string title) => _host.ActiveCommitment(_partnership, _own, due, title);

    private async Task<CommitmentStatus> Status(CommitmentId id) => (await _host.Send(new GetCommitment(id))).Status;
}
