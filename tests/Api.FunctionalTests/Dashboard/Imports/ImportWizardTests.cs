using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Imports.Profiles;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Imports;

public sealed class ImportWizardOnSqlite(OnSqlite fixture) : ImportWizardTests(fixture), IClassFixture<OnSqlite>;

public sealed class ImportWizardOnPostgreSql(OnPostgreSql fixture) : ImportWizardTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>A spreadsheet is imported on pages, without script and without a line of JSON.</summary>
public abstract class ImportWizardTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task A_foreign_list_is_uploaded_mapped_checked_imported_and_undone()
    {
        var prefix = Guid.NewGuid().ToString("n")[..6];
        var columns = await Upload(ForeignFile.Bytes(prefix));
        var page = await Open(columns);
        Heading(page).ShouldBe("Columns that were recognized: 10 of 10");
        var form = Fields(page);
        form["columns[4].field"].ShouldBe("title");
        form["mapping.dateOrder"].ShouldBe("DayFirst");
        form["mapping.partnership.name"].ShouldBe("Engagements au 1er mars");
        page.QuerySelectorAll(".words label").Select(l => l.TextContent).ShouldContain("Blocked by snow");

        // Something is missing and something is chosen twice: both are said, and everything typed is kept.
        form["mapping.partnership.name"] = $"Network {prefix}";
        form["columns[8].field"] = "dueDate";
        form["mapping.empty"] = "à voir";
        var refused = Read((await Send(columns, form)).MustBe(422));
        refused.QuerySelectorAll("[role=alert] li").Length.ShouldBeGreaterThan(0);
        Fields(refused)["mapping.empty"].ShouldBe("à voir");
        Fields(refused)["columns[8].field"].ShouldBe("dueDate");
        form["columns[8].field"] = "funding.amount";
        refused = Read((await Send(columns, form)).MustBe(422));
        refused.QuerySelector("[role=alert] li a")!.GetAttribute("href").ShouldBe("#mapping.partnership.startDate");
        form["mapping.partnership.startDate"] = "2024-01-01";

        var import = Location((await Send(columns, form)).MustBe(303));
        var waiting = await Open(import);
        waiting.QuerySelector("meta[http-equiv=refresh]").ShouldNotBeNull("the page looks again by itself");
        waiting.QuerySelector("progress").ShouldNotBeNull();
        await _host.Send(new RunImports());
        var check = await Open(import);
        check.QuerySelector("meta[http-equiv=refresh]").ShouldBeNull();
        Heading(check).ShouldBe("Rows that can be imported: 2 of 4");
        check.Body!.TextContent.ShouldContain("Blocked by snow");
        check.QuerySelectorAll("tbody th").Select(th => th.TextContent).ShouldContain(text => text.Contains("Former 400 infirmières"));

        // The unknown word gets its meaning.
        page = await Open(columns);
        form = Fields(page);
        var word = form.Keys.Single(name => name.EndsWith(".word", StringComparison.Ordinal) && form[name] == "Blocked by snow");
        form[word[..^"word".Length] + "value"] = "active";
        (await Send(columns, form)).MustBe(303);
        await _host.Send(new RunImports());
        check = await Open(import);
        Heading(check).ShouldBe("Rows that can be imported: 3 of 4");

        (await Send(import + "/run", Fields(check))).MustBe(303);
        await _host.Send(new RunImports());
        var done = await Open(import);
        Heading(done).ShouldBe("3 commitments were imported");
        var refusedRows = done.QuerySelector("a[href$='refused.csv']")!.GetAttribute("href")!;
        (await _secretariat.Get(refusedRows)).MustBe(200).Text.ShouldContain("30/02/2027");
        (await _secretariat.Get($"/api/v1/commitments?q={Uri.EscapeDataString("Former 400")}")).Items.ShouldNotBeEmpty();

        var undo = await Open(import + "/undo");
        Heading(undo).ShouldBe("Undo the import of 3 commitments?");
        Location((await Send(import + "/undo", Fields(undo))).MustBe(303)).ShouldBe(import);
        await _host.Send(new RunImports());
        Heading(await Open(import)).ShouldStartWith("The import was undone");
        (await Open("/imports")).QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")).ShouldContain(import);
    }

    [DatabaseFact]
    public async Task A_mapping_is_saved_under_a_name_and_chosen_for_the_next_file()
    {
        var name = $"Liste / Ouest {Guid.NewGuid():n}"[..30];
        var columns = await Upload(ForeignFile.Bytes());
        var form = Fields(await Open(columns));
        form["mapping.partnership.startDate"] = "2024-01-01";
        form["columns[8].field"] = "";
        form["action"] = "save";
        form["name"] = "";
        Read((await Send(columns, form)).MustBe(422)).QuerySelector("#name[aria-invalid]").ShouldNotBeNull();
        form["name"] = name;
        var saved = Location((await Send(columns, form)).MustBe(303));
        saved.ShouldStartWith(columns + "?savedProfile=");
        Fields(await Open(saved))["columns[8].field"].ShouldBe("");

        var next = await Upload(ForeignFile.Bytes(), name);
        var page = await Open(next);
        Fields(page)["columns[8].field"].ShouldBe("", "the profile counts, not the guess");
        Fields(page)["mapping.partnership.startDate"].ShouldBe("2024-01-01");

        var removal = (await Open("/imports"))
            .QuerySelectorAll("a[href^='/imports/profiles/']")
            .Single(a => a.GetAttribute("aria-label")!.Contains(name));
        var address = removal.GetAttribute("href")!;
        Location((await Send(address, Fields(await Open(address)))).MustBe(303)).ShouldBe("/imports");
        (await _host.Send(new ListImportProfiles())).Items.ShouldNotContain(p => p.Name == name);
    }

    [DatabaseFact]
    public async Task What_is_no_spreadsheet_is_refused_on_the_page()
    {
        Read((await Send("/imports/new", [])).MustBe(422)).QuerySelector("#file[aria-invalid]").ShouldNotBeNull();
        var page = Read((await Post("/imports/new", [0xD0, 0xCF, 0x11, 0xE0, 1, 2], null)).MustBe(422));
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(".xls");
    }

    [DatabaseFact]
    public async Task A_waiting_check_can_be_cancelled_and_our_own_file_needs_no_mapping()
    {
        var template = (await _secretariat.Get("/api/v1/imports/template.csv")).MustBe(200).Text;
        var columns = await Upload(Encoding.UTF8.GetBytes(template));
        var page = await Open(columns);
        Heading(page).ShouldBe("This file has the columns of our template");
        var import = Location((await Send(columns, Fields(page))).MustBe(303));
        var waiting = await Open(import);
        (await Send(import + "/cancel", Fields(waiting))).MustBe(303);
        Heading(await Open(import)).ShouldBe("The check was cancelled");
    }

    private async Task<string> Upload(byte[] file, string? profile = null) =>
        Location((await Post("/imports/new", file, profile)).MustBe(303));

    private async Task<Answer> Post(string path, byte[] file, string? profile)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(file), "file", ForeignFile.Name },
            { new StringContent(profile ?? ""), "savedProfile" },
        };
        return await Ask(HttpMethod.Post, path, form);
    }

    private async Task<IHtmlDocument> Open(string path) => Read((await Ask(HttpMethod.Get, path, null)).MustBe(200));

    private async Task<Answer> Send(string path, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await Ask(HttpMethod.Post, path, content);
    }

    private async Task<Answer> Ask(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Accept", "text/html");
        return await _secretariat.Ask(request);
    }

    /// <summary>What the browser would send with the main form of a page.</summary>
    private static Dictionary<string, string> Fields(IHtmlDocument page)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").First();
        var fields = new Dictionary<string, string>();
        foreach (var element in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
            if (element is IHtmlInputElement { Type: "radio" or "checkbox" } choice)
            {
                if (choice.IsChecked)
                    fields[choice.Name!] = choice.Value;
            }
            else if (element is IHtmlInputElement { Type: not "file" } input)
                fields[input.Name!] = input.Value;
            else if (element is IHtmlSelectElement select)
                fields[select.Name!] = select.Value ?? "";
        return fields;
    }

    private static string Heading(IHtmlDocument page) => page.QuerySelector("h1")!.TextContent.Trim();

    private static string Location(Answer answer) => answer.Headers.Location!.ToString();
}
