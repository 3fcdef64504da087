using System.Globalization;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http.Features;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Api.ReportLinks;

/// <summary>What was typed and what is wrong with it. The page shows both again, so that nothing is lost.</summary>
public sealed class ReportForm
{
    public const string SendReport = "report",
        AskForDate = "date",
        PassOn = "passOn",
        TakeOver = "takeOver",
        Renew = "renew";

    /// <summary>In the order of the page.</summary>
    public static readonly IReadOnlyList<string> Fields =
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

    private readonly Dictionary<string, string> _typed = [];
    private readonly List<(string Field, string Message)> _errors = [];

    public string this[string field] => _typed.GetValueOrDefault(field, "");

    public string Action { get; private init; } = "";

    /// <summary>What became of the request for a new link; null if there was none.</summary>
    public LinkRenewal? Renewal { get; set; }

    public IFormFile? File { get; private init; }

    /// <summary>In the order of the fields on the page. Errors of the whole form come first.</summary>
    public IEnumerable<(string Field, string Message)> Errors => _errors.OrderBy(e => Fields.ToList().IndexOf(e.Field));

    public bool IsWrong => _errors.Count > 0;

    public bool AsksForDate => OfDate.Any(name => this[name].Length > 0);

    public bool NamesColleague => OfColleague.Any(name => this[name].Length > 0);

    /// <param name="today">Where the organization is.</param>
    public static ReportForm Empty(DateOnly today)
    {
        var form = new ReportForm();
        form._typed["asOf"] = DateRules.Iso(today);
        return form;
    }

    /// <summary>What cannot be read becomes an error of the form, so that the page is shown again.</summary>
    public static async Task<ReportForm> ReadAsync(HttpContext http, EvidenceRules rules, CancellationToken ct)
    {
        var most = (rules.MaxBytes * TooLargeButRead) + AroundTheFile;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most;
        try
        {
            if (!http.Request.HasFormContentType)
                throw new InvalidDataException();
            var sent = await http.Request.ReadFormAsync(
                new FormOptions
                {
                    MultipartBodyLengthLimit = most,
                    ValueLengthLimit = 200_000,
                    ValueCountLimit = 50,
                },
                ct
            );
            var form = new ReportForm
            {
                Action = sent["action"].ToString(),
                File = sent.Files.GetFile("file") is { FileName.Length: > 0 } file ? file : null,
            };
            foreach (var field in Fields)
                form._typed[field] = sent[field].ToString().Trim();
            if (form.File?.Length > rules.MaxBytes)
                form.Add("file", Texts.Page("link.file.tooLarge", form.File.FileName, Format.Size(form.File.Length), rules.MaxMegabytes));
            return form;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            var form = new ReportForm();
            form.Add("", Texts.Page("link.unreadable", rules.MaxMegabytes));
            return form;
        }
    }

    /// <summary>The progress report, as far as it could be read. It is complete only where <see cref="IsWrong"/> is false.</summary>
    /// <remarks>All errors are collected, so that they are shown together.</remarks>
    public ReportByLink ToReport(string token, ReportLinkPage page)
    {
        if (!TypedNumber.TryRead(this["value"], out var value, out var isAmbiguous))
            Add(
                "value",
                isAmbiguous
                    ? Texts.Page("link.value.ambiguous", this["value"], Thousand, Fraction)
                    : Texts.Page("link.value.wrong", this["value"])
            );
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
            File is { } file ? new LinkFile(file.FileName, file.OpenReadStream()) : null,
            AsksForDate ? ToNewDate(page) : null
        );
    }

    public RequestChange ToNewDate(ReportLinkPage page)
    {
        var date = DayOf("newDueDate");
        if (page.Commitment!.DueDate is { } due && date <= due)
            Add(ReportLinkErrors.NotLater(due));
        if (!Enum.TryParse<ChangeReason>(this["reason"], out var reason))
            Add("reason", Texts.Error("form.required"));
        return new RequestChange(default, new ChangeTerms(date, reason, this["explanation"]));
    }

    /// <summary>Empties the fields of an action that was done.</summary>
    public void Forget(string action)
    {
        foreach (var field in action == AskForDate ? OfDate : OfColleague)
            _typed.Remove(field);
    }

    public string? ErrorOf(string field) => _errors.Find(e => e.Field == field).Message;

    public void Add(IEnumerable<ValidationFailure> failures)
    {
        foreach (var failure in failures)
            Add(FieldOf(failure.PropertyName), failure.ErrorMessage);
    }

    public void Add(DomainException refusal) => Add(refusal.Field ?? "", Texts.Error(refusal.Code, refusal.Args));

    /// <summary>Only the first error of a field is shown.</summary>
    public void Add(string field, string message)
    {
        var known = Fields.Contains(field) ? field : "";
        if (known.Length == 0 || ErrorOf(known) is null)
            _errors.Add((known, message));
    }

    /// <summary>"1,200" as a thousand. With <see cref="Fraction"/> it is the question which of both was meant.</summary>
    private string Thousand => string.Concat(this["value"].Where(c => c is not (',' or '.')));

    private string Fraction => this["value"] + "0";

    private DateOnly DayOf(string field)
    {
        if (DateRules.TryRead(this[field], out var day))
            return day;
        Add(field, this[field].Length == 0 ? Texts.Error("form.required") : Texts.Page("link.day.wrong", this[field]));
        return default;
    }

    /// <summary><c>Report.Evidence[0].Url</c> → <c>evidence</c>.</summary>
    private static string FieldOf(string property) =>
        property.Split('.')[^1] switch
        {
            "Url" or "Title" => "evidence",
            var name => char.ToLowerInvariant(name[0]) + name[1..],
        };
}
