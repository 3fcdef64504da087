using Microsoft.AspNetCore.Http.Features;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Api.ReportLinks;

/// <summary>The form of a report link: a progress report, and what else can be done with the link.</summary>
public sealed class ReportForm : Form
{
    public const string SendReport = "report",
        AskForDate = "date",
        PassOn = "passOn",
        TakeOver = "takeOver",
        Renew = "renew";

    /// <summary>In the order of the page.</summary>
    public static readonly IReadOnlyList<string> AllFields =
    [
        "value",
        "asOf",
        "narrative",
        "barriers",
        "done",
        "evidence",
        "file",
        "newDueDate",
        "reason",
        "explanation",
        "colleagueName",
        "colleagueEmail",
    ];

    private static readonly string[] OfDate = ["newDueDate", "reason", "explanation"],
        OfColleague = ["colleagueName", "colleagueEmail"];

    /// <summary>
    /// Files up to this many times the limit are read, so that the form is shown again with an error and with what was typed.
    /// </summary>
    private const int TooLargeButRead = 5;
    private const int AroundTheFile = 1_000_000;

    /// <summary>What became of the request for a new link; null if there was none.</summary>
    public LinkRenewal? Renewal { get; set; }

    /// <summary>In the order of the fields on the page. Errors of the whole form come first.</summary>
    public override IEnumerable<(string Field, string Message)> Errors => base.Errors.OrderBy(e => AllFields.ToList().IndexOf(e.Field));

    public bool AsksForDate => OfDate.Any(name => this[name].Length > 0);

    public bool NamesColleague => OfColleague.Any(name => this[name].Length > 0);

    /// <param name="today">Where the organization is.</param>
    public static ReportForm Empty(DateOnly today)
    {
        var form = new ReportForm();
        form.Set("asOf", DateRules.Iso(today));
        return form;
    }

    /// <summary>What cannot be read becomes an error of the form, so that the page is shown again.</summary>
    public static async Task<ReportForm> ReadAsync(HttpContext http, EvidenceRules rules, CancellationToken ct)
    {
        var maxBytes = (rules.MaxBytes * TooLargeButRead) + AroundTheFile;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes;
        try
        {
            if (!http.Request.HasFormContentType)
                throw new InvalidDataException();
            var sent = await http.Request.ReadFormAsync(
                new FormOptions
                {
                    MultipartBodyLengthLimit = maxBytes,
                    ValueLengthLimit = 200_000,
                    ValueCountLimit = 50,
                },
                ct
            );
            var form = new ReportForm { Files = sent.Files };
            foreach (var field in AllFields.Append("action"))
                form.Set(field, sent[field].ToString().Trim());
            if (form.File("file") is { } file && file.Length > rules.MaxBytes)
                form.Add("file", Texts.Page("input.file.tooLarge", file.FileName, Format.Size(file.Length), Format.Size(rules.MaxBytes)));
            return form;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            var form = new ReportForm();
            form.Add("", Texts.Page("link.unreadable", rules.MaxMegabytes));
            return form;
        }
    }

    /// <summary>The progress report, as far as it could be read. It is complete only where <see cref="Form.IsWrong"/> is false.</summary>
    /// <remarks>All errors are collected, so that they are shown together.</remarks>
    public ReportByLink ToReport(string token, ReportLinkPage page)
    {
        if (!TypedNumber.TryRead(this["value"], out var value, out var isAmbiguous))
            Add("value", TypedNumber.Explain(this["value"], isAmbiguous));
        if (NamesColleague)
            Add("colleagueEmail", Texts.Page("link.colleague.orReport"));
        var url = Blank.ToNull(this["evidence"]);
        var evidence = url is null ? [] : new[] { new EvidenceLink(TextRules.Shown(url, Limits.Title), url) };
        var asOf = DayOf("asOf");
        if (asOf > page.Today)
            Add(CommitmentErrors.InTheFuture("asOf", asOf));
        var report = new ReportProgress(
            default,
            asOf,
            this["narrative"],
            value,
            Blank.ToNull(this["barriers"]),
            this["done"].Length > 0,
            evidence
        );
        return new ReportByLink(
            token,
            report,
            File("file") is { } file ? new LinkFile(file.FileName, file.OpenReadStream()) : null,
            AsksForDate ? ToNewDate(page) : null
        );
    }

    public RequestChange ToNewDate(ReportLinkPage page)
    {
        var date = DayOf("newDueDate");
        if (page.Commitment!.DueDate is { } due && date <= due)
            Add(ReportLinkErrors.NotLater(due));
        if (!Enum.TryParse<ChangeReason>(this["reason"], ignoreCase: true, out var reason))
            Add("reason", Texts.Error("form.required"));
        return new RequestChange(default, new ChangeTerms(date, reason, this["explanation"]));
    }

    /// <summary>Empties the fields of an action that was done.</summary>
    public void ClearFields(string action)
    {
        foreach (var field in action == AskForDate ? OfDate : OfColleague)
            Remove(field);
    }

    /// <summary>What is refused and is no field of the page concerns the whole form.</summary>
    public override void Add(string field, string message) => base.Add(AllFields.Contains(field) ? field : "", message);

    private DateOnly DayOf(string field)
    {
        if (DateRules.TryRead(this[field], out var day))
            return day;
        Add(field, this[field].Length == 0 ? Texts.Error("form.required") : Texts.Page("input.day.wrong", this[field]));
        return default;
    }

    /// <summary><c>Report.Evidence[0].Url</c> → <c>evidence</c>.</summary>
    protected override string FieldOf(string property) =>
        property.Split('.')[^1] switch
        {
            "Url" or "Title" => "evidence",
            var name => char.ToLowerInvariant(name[0]) + name[1..],
        };
}
