using AngleSharp.Html.Parser;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Commitments;

using static TestClock;

public sealed class ReportersOnSqlite(OnSqlite fixture) : ReporterTests(fixture), IClassFixture<OnSqlite>;

public sealed class ReportersOnPostgreSql(OnPostgreSql fixture) : ReporterTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Who reported what, where an accountable and a supporting organization report on the same commitment.</summary>
public abstract class ReporterTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();
    private OrganizationId _own;
    private OrganizationId _supporter;
    private CommitmentId _id;

    public async Task InitializeAsync()
    {
        _own = await _host.Organization("Deep Water Trust");
        _supporter = await _host.Organization("Shore University");
        var partnership = await _host.ActivePartnership(_own, _supporter);
        _id = await _host.ActiveCommitment(partnership, _own, "2027-12-31");
        await _host.Send(new AddSupporter(_id, _supporter, 33.3333333333m));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task A_report_without_a_value_hides_no_earlier_value_and_speaks_for_its_reporter_only()
    {
        await Report(_own, "2026-10-31", "Forty posts have power.", 40);
        await Report(_supporter, "2026-11-20", "We trained the staff.", null);

        var last = (await _secretariat.Get($"/api/v1/commitments/{_id.Value}"))["lastValue"];
        last.GetProperty("value").GetDecimal().ShouldBe(40);
        last.GetProperty("organizationName").GetString().ShouldBe("Deep Water Trust");
        (await _secretariat.Get($"/api/v1/commitments/{_id.Value}/reports"))
            .Items.Select(report => report.GetProperty("organizationName").GetString())
            .ShouldBe(["Shore University", "Deep Water Trust"]);

        var page = await Page();
        page.ShouldContain("40");
        page.ShouldContain("As of 31 October 2026, reported by Deep Water Trust.");
        page.ShouldContain("As of 20 November 2026, reported by Shore University.");
        page.ShouldNotContain("Reported by the organization");
    }

    [DatabaseFact]
    public async Task A_returned_value_is_not_the_last_known_one()
    {
        await Report(_own, "2026-10-31", "Forty.", 40);
        var wrong = await Report(_supporter, "2026-11-20", "Four hundred.", 400);
        await _host.Send(new ReturnProgressReport(_id, wrong, "Where?"));
        (await _secretariat.Get($"/api/v1/commitments/{_id.Value}"))["lastValue"].GetProperty("value").GetDecimal().ShouldBe(40);
    }

    [DatabaseFact]
    public async Task The_page_shows_supporters_with_their_shares_and_payments()
    {
        await _host.Send(new RecordPayment(_id, 1234.5m, "CHF", Day("2026-11-01"), "https://example.org/receipt"));
        await _host.Send(new RecordPayment(_id, 99, "USD", Day("2026-11-02")));
        var page = await Page();
        page.ShouldContain("One organization supports it");
        page.ShouldContain("33.33 %");
        page.ShouldContain("2 payments");
        page.ShouldContain("1,234.5 CHF");
        page.ShouldContain("99 USD");
    }

    [DatabaseFact]
    public async Task A_number_is_answered_and_stored_alike_with_six_decimals()
    {
        var sent = (
            await _secretariat.Post(
                $"/api/v1/commitments/{_id.Value}/reports",
                new
                {
                    asOf = "2026-11-20",
                    narrative = "So far.",
                    value = 0.12345678901234m,
                }
            )
        ).MustBe(201);
        sent["value"].GetDecimal().ShouldBe(0.123457m);
        (await _secretariat.Get($"/api/v1/commitments/{_id.Value}/reports/{sent.Id}"))["value"].GetDecimal().ShouldBe(0.123457m);
        (await _secretariat.Get($"/api/v1/commitments/{_id.Value}/history"))
            .Items[0]
            .GetProperty("data")
            .GetProperty("value")
            .GetDecimal()
            .ShouldBe(0.123457m);
    }

    [DatabaseTheory]
    [InlineData("target", 1e16)]
    [InlineData("baseline", -1e16)]
    public async Task A_change_request_with_a_number_that_no_column_holds_is_refused(string field, double value) =>
        (
            await _secretariat.Post(
                $"/api/v1/commitments/{_id.Value}/change-requests",
                new Dictionary<string, object>
                {
                    ["reason"] = "data",
                    ["explanation"] = "Miscounted.",
                    [field] = value,
                }
            )
        ).MustRefuse(400, "request.invalid", field);

    private Task<ProgressReportId> Report(OrganizationId reporter, string asOf, string narrative, decimal? value) =>
        _host.SendAs(Role.Reporter, reporter, new ReportProgress(_id, Day(asOf), narrative, value));

    /// <summary>The words of the page, without the marks that isolate names.</summary>
    private async Task<string> Page()
    {
        var html = (await _secretariat.Get($"/commitments/{_id.Value}")).MustBe(200).Text;
        var words = new HtmlParser().ParseDocument(html).Body!.TextContent;
        return words.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
    }
}
