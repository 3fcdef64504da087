using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Dashboard.Dialogues;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.ReportLinks;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Api.Dialogues;

/// <summary>
/// The personal page of a participant. A GET request changes nothing, because programs that check mail open every link. The token in the
/// address is the only permission: there is no cookie that another site could use (docs/adr/0018).
/// </summary>
internal static class DialogueLinkPages
{
    public const string Path = "/dialogue/",
        Calendar = "/" + DialogueCalendar.FileName;

    /// <summary>The values of the buttons.</summary>
    public const string Accept = "accept",
        Decline = "decline",
        AddNote = "note",
        AddQuestion = "question",
        Agree = "agree";

    private static readonly FormOptions Limited = new() { ValueLengthLimit = 200_000, ValueCountLimit = 50 };

    public static void MapDialogueLinkPages(this WebApplication app)
    {
        var pages = app.MapGroup("/dialogue/{token}").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        pages.MapMethods("", Pages.Read, Show);
        pages.MapPost("", Do);
        pages.MapMethods(Calendar, Pages.Read, File);
    }

    private static async Task Show(
        string token,
        HttpContext http,
        IMediator mediator,
        CancellationToken ct,
        Guid? room = null,
        long? after = null,
        Guid? outcome = null
    )
    {
        if (await OpenAsync(new OpenDialogueLink(token, room, after, outcome), http, mediator, ct) is not { } page)
            return;
        var form = new Form();
        form.Set("text", page.Room?.Draft ?? "");
        await WriteAsync(http, page, form);
    }

    /// <summary>The dialogue for a participant's calendar. Calendars are shared, so the file does not name the personal link.</summary>
    private static async Task File(string token, HttpContext http, IMediator mediator, PublicUrl url, CancellationToken ct)
    {
        if (await OpenAsync(new OpenDialogueLink(token), http, mediator, ct) is not { } page)
            return;
        if (page.IsExpired)
            await WriteAsync(http, page, new Form());
        else
            await DialogueCalendar.ToFile(DialogueAppointment.Of(page), url).ExecuteAsync(http);
    }

    private static async Task Do(
        string token,
        HttpContext http,
        IMediator mediator,
        ITrackerDb db,
        CancellationToken ct,
        Guid? room = null,
        long? after = null,
        Guid? outcome = null
    )
    {
        // Before the body is read.
        var query = new OpenDialogueLink(token, room, after, outcome);
        if (await OpenAsync(query, http, mediator, ct) is not { } page)
            return;
        if (page.IsExpired)
        {
            await WriteAsync(http, page, new Form());
            return;
        }

        var form = await ReadAsync(http, ct);
        if (!await TryDoAsync(token, form, mediator, db, ct))
        {
            await WriteAsync(http, await mediator.Send(query, ct), form);
            return;
        }

        if (form.Action == NotePages.Keep)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var part = form.Action is AddNote or AddQuestion ? "#notes" : "";
        http.Response.Headers.Location = (http.Request.PathBase + http.Request.Path).ToUriComponent() + http.Request.QueryString + part;
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    /// <returns>Whether it was done. If not, the form holds the errors.</returns>
    private static async Task<bool> TryDoAsync(string token, Form form, IMediator mediator, ITrackerDb db, CancellationToken ct)
    {
        if (form.IsWrong)
            return false;
        try
        {
            if (CommandOf(token, form) is not { } command)
                return false;
            await mediator.Send(command, ct);
            return true;
        }
        catch (ValidationException invalid)
        {
            foreach (var failure in invalid.Errors)
                form.Add(FieldOf(form, Problems.FieldName(failure.PropertyName)), failure.ErrorMessage);
        }
        catch (DomainException refusal)
        {
            form.Add(refusal.Field is { } field ? FieldOf(form, field) : "", Texts.Error(refusal.Code, refusal.Args));
        }
        catch (Exception e) when (db.Session.IsConflict(e))
        {
            form.Add("", Texts.Error("request.somebodyWasFirst"));
        }

        db.Session.ClearTracked();
        return false;
    }

    /// <returns>Null for a button that does not exist, or a form without what it is about.</returns>
    private static IRequest? CommandOf(string token, Form form) =>
        form.Action switch
        {
            Accept => new AnswerInvitation(token, Accepts: true),
            Decline => new AnswerInvitation(token, Accepts: false),
            AddNote when RoomOf(form) is { } room => new TakeNoteByLink(token, room, form["text"], form["key"]),
            NotePages.Keep when RoomOf(form) is { } room => new SaveNoteDraftByLink(token, room, form["text"], form["key"]),
            AddQuestion when RoomOf(form) is { } room => new ParkQuestionByLink(token, room, form["question"], form["key"]),
            Agree when Guid.TryParse(form["outcomeId"], out var outcome) => new StateAgreementByLink(
                token,
                new OutcomeId(outcome),
                Enum.TryParse<AgreementLevel>(form[$"level-{outcome}"], ignoreCase: true, out var level) ? level : AgreementLevel.DidNotSay,
                form[$"reason-{outcome}"]
            ),
            _ => null,
        };

    private static RoomId? RoomOf(Form form) => Guid.TryParse(form["roomId"], out var room) ? new RoomId(room) : null;

    /// <summary>The fields of an outcome carry its id, because the page has a form for each; the question has a name of its own.</summary>
    private static string FieldOf(Form form, string field) =>
        (form.Action, field) switch
        {
            (Agree, _) => $"{field}-{form["outcomeId"]}",
            (AddQuestion, "text") => "question",
            (_, "key") => "",
            _ => field,
        };

    private static async Task<Form> ReadAsync(HttpContext http, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType)
            throw new InvalidDataException();
        var form = new Form();
        foreach (var (field, values) in await http.Request.ReadWholeFormAsync(Limited, ct))
            form.Set(field, values.Select(value => value ?? ""));
        return form;
    }

    private static async Task<DialogueLinkPage?> OpenAsync(
        OpenDialogueLink query,
        HttpContext http,
        IMediator mediator,
        CancellationToken ct
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        try
        {
            return await mediator.Send(query, ct);
        }
        catch (DomainException unknown) when (unknown.Code == "dialogueLink.notFound")
        {
            await Pages.Page<UnknownLinkPage>(new { }, StatusCodes.Status404NotFound).ExecuteAsync(http);
            return null;
        }
    }

    private static Task WriteAsync(HttpContext http, DialogueLinkPage page, Form form) =>
        page.IsExpired
            ? Pages.Page<ExpiredLinkPage>(new { Page = page }, StatusCodes.Status410Gone).ExecuteAsync(http)
            : Pages
                .Page<ParticipantLinkPage>(
                    new
                    {
                        Page = page,
                        Form = form,
                        CalendarFile = (http.Request.PathBase + http.Request.Path).ToUriComponent().TrimEnd('/') + Calendar,
                    },
                    form.Status
                )
                .ExecuteAsync(http);
}
