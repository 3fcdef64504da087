using MediatR;
using Microsoft.AspNetCore.WebUtilities;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Imports;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Imports.Profiles;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Api.Dashboard.Imports;

/// <summary>The pages of imports: upload, columns, check, import, undo.</summary>
internal static class ImportPages
{
    /// <summary>The API takes files of any size.</summary>
    private const long MaxFileBytes = 100_000_000;
    private const int MaxProfiles = 200;
    private const int ItemsShown = 50;

    public static void MapImportPages(this RouteGroupBuilder pages)
    {
        pages.MapRead<ListImports>(Links.Imports, ShowList);
        pages.MapForm<UploadImport>("/imports/new", New, Upload, MaxFileBytes);
        pages.MapForm<RunImport>("/imports/{id:guid}/columns", Columns, SendColumns);
        pages.MapRead<GetImport>("/imports/{id:guid}", Show);
        pages.MapSend<RunImport>("/imports/{id:guid}/run", Run);
        pages.MapSend<CancelImport>("/imports/{id:guid}/cancel", Cancel);
        pages.MapForm<UndoImport>("/imports/{id:guid}/undo", ConfirmUndo, Undo);
        pages.MapForm<RemoveImportProfile>("/imports/profiles/{name}/remove", ConfirmRemove, Remove);
    }

    public static string Address(Guid id) => $"/imports/{id}";

    public static string ColumnsOf(Guid id, string? savedProfile = null) =>
        savedProfile is null
            ? $"/imports/{id}/columns"
            : QueryHelpers.AddQueryString($"/imports/{id}/columns", "savedProfile", savedProfile);

    public static string RemovalOf(string profile) => $"/imports/profiles/{Uri.EscapeDataString(profile)}/remove";

    private static async Task<IResult> ShowList(IMediator mediator, CancellationToken ct, string? cursor = null) =>
        Pages.Page<ImportsPage>(
            new
            {
                Imports = await mediator.Send(new ListImports(Cursor: cursor), ct),
                Profiles = await mediator.Send(new ListImportProfiles(MaxProfiles), ct),
                IsFirst = cursor is null,
            }
        );

    private static Task<IResult> New(IMediator mediator, CancellationToken ct) => ShowUpload(new Form(), mediator, ct);

    private static Task<IResult> Upload(FormPost post, IMediator mediator, CancellationToken ct)
    {
        if (post.Form.File("file") is not { } file)
        {
            post.Form.Add("file", Texts.Page("imports.file.required"));
            return ShowUpload(post.Form, mediator, ct);
        }

        return post.SendAsync(
            async () =>
            {
                await using var content = file.OpenReadStream();
                var id = await mediator.Send(new UploadImport(file.FileName, content), ct);
                return new Sent(ColumnsOf(id.Value, Blank(post.Form["savedProfile"])));
            },
            form => ShowUpload(form, mediator, ct)
        );
    }

    private static async Task<IResult> ShowUpload(Form form, IMediator mediator, CancellationToken ct)
    {
        var profiles = await mediator.Send(new ListImportProfiles(MaxProfiles), ct);
        return await Pages.FormPage<UploadPage>(
            new
            {
                Form = form,
                MaxFileBytes,
                Profiles = profiles.Items,
            },
            form
        );
    }

    private static Task<IResult> Columns(Guid id, [AsParameters] ColumnsQuery query, IMediator mediator, CancellationToken ct) =>
        ShowColumns(null, id, query, mediator, ct);

    private static async Task<IResult> SendColumns(
        Guid id,
        [AsParameters] ColumnsQuery query,
        FormPost post,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var form = post.Form;
        var mapping = form["own"].Length > 0 ? null : MappingForm.Read(form);
        if (form.Action == "words")
            return await ShowColumns(form, id, query, mediator, ct);
        return await post.SendAsync(
            async () =>
            {
                if (form.Action == "save")
                {
                    await mediator.Send(new SaveImportProfile(form["name"], mapping), ct);
                    return new Sent(ColumnsOf(id, form["name"].Trim()), "notice.importProfile.saved");
                }

                await mediator.Send(new RunImport(new ImportId(id), mapping, DryRun: true), ct);
                return new Sent(Address(id));
            },
            shown => ShowColumns(shown, id, query, mediator, ct)
        );
    }

    private static async Task<IResult> ShowColumns(Form? form, Guid id, ColumnsQuery query, IMediator mediator, CancellationToken ct)
    {
        var asked = new GetImportColumns(
            new ImportId(id),
            Blank(query.Sheet),
            int.TryParse(query.HeadingRow, out var row) ? row : null,
            Enum.TryParse<TextEncoding>(query.Encoding, ignoreCase: true, out var encoding) ? encoding : null,
            Blank(query.SavedProfile)
        );
        var columns = await mediator.Send(asked, ct);
        var profiles = await mediator.Send(new ListImportProfiles(MaxProfiles), ct);
        form ??= MappingForm.Of(columns, asked.SavedProfile);
        return await Pages.FormPage<ColumnsPage>(
            new
            {
                Form = form,
                Columns = columns,
                Profiles = profiles.Items,
                asked.SavedProfile,
            },
            form
        );
    }

    private static Task<IResult> Show(Guid id, IMediator mediator, CancellationToken ct, string? cursor = null, string? still = null) =>
        ShowImport(new Form(), id, mediator, ct, cursor, still is not null);

    private static Task<IResult> Run(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RunImport(new ImportId(id), ChangeRequests: post.Form["changeRequests"].Length > 0), ct);
                return new Sent(Address(id));
            },
            form => ShowImport(form, id, mediator, ct)
        );

    private static Task<IResult> Cancel(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new CancelImport(new ImportId(id)), ct);
                return new Sent(Address(id), "notice.import.cancelled");
            },
            form => ShowImport(form, id, mediator, ct)
        );

    /// <param name="isStill">Whether the page does not load itself again while the import is under way.</param>
    private static async Task<IResult> ShowImport(
        Form form,
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        string? cursor = null,
        bool isStill = false
    ) =>
        await Pages.FormPage<ImportPage>(
            new
            {
                Form = form,
                Import = await mediator.Send(new GetImport(new ImportId(id)), ct),
                Items = await mediator.Send(new ListImportItems(new ImportId(id), ItemsShown, cursor), ct),
                IsFirst = cursor is null,
                IsStill = isStill,
            },
            form
        );

    private static Task<IResult> ConfirmUndo(Guid id, IMediator mediator, CancellationToken ct) => ShowUndo(new Form(), id, mediator, ct);

    private static Task<IResult> Undo(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new UndoImport(new ImportId(id)), ct);
                return new Sent(Address(id));
            },
            form => ShowUndo(form, id, mediator, ct)
        );

    private static async Task<IResult> ShowUndo(Form form, Guid id, IMediator mediator, CancellationToken ct) =>
        await Pages.FormPage<UndoImportPage>(new { Form = form, Import = await mediator.Send(new GetImport(new ImportId(id)), ct) }, form);

    private static Task<IResult> ConfirmRemove(string name, IMediator mediator, CancellationToken ct) =>
        ShowRemove(new Form(), name, mediator, ct);

    private static Task<IResult> Remove(string name, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RemoveImportProfile(ImportEndpoints.ProfileName(name)), ct);
                return new Sent(Links.Imports, "notice.importProfile.removed");
            },
            form => ShowRemove(form, name, mediator, ct)
        );

    private static async Task<IResult> ShowRemove(Form form, string name, IMediator mediator, CancellationToken ct) =>
        await Pages.FormPage<RemoveProfilePage>(
            new { Form = form, Profile = await mediator.Send(new GetImportProfile(ImportEndpoints.ProfileName(name)), ct) },
            form
        );

    private static string? Blank(string? text) => Domain.Common.Blank.ToNull(text);

    /// <summary>Where the table stands, or a saved profile that says so. What cannot be read is left out.</summary>
    internal sealed record ColumnsQuery(
        string? Sheet = null,
        string? HeadingRow = null,
        string? Encoding = null,
        string? SavedProfile = null
    );
}
