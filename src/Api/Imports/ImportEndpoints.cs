using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Application.Imports.Profiles;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Api.Imports;

internal static class ImportEndpoints
{
    /// <summary>A profile may also be sent as a file.</summary>
    private static readonly FormOptions AnySize = new()
    {
        MultipartBodyLengthLimit = long.MaxValue,
        ValueLengthLimit = ImportProfile.MaxLength * 4,
    };

    public static void MapImports(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/imports").WithTags("Imports");
        group
            .MapPost("/", Start)
            .WithName("startImport")
            .Accepts<ImportForm>("multipart/form-data")
            .Produces<ImportDetails>(202)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute());
        group.MapGet("/", List).WithName("listImports");
        group.MapGet("/{id:guid}", Get).WithName("getImport").Produces<ImportDetails>();
        group
            .MapPost("/drafts", Upload)
            .WithName("uploadImport")
            .Accepts<UploadForm>("multipart/form-data")
            .Produces<ImportColumns>(201)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute());
        group.MapGet("/{id:guid}/columns", GetColumns).WithName("getImportColumns");
        group.MapPost("/{id:guid}/run", Run).WithName("runImport").Produces<ImportDetails>(202);
        group.MapGet("/{id:guid}/items", ListItems).WithName("listImportItems");
        group.MapPost("/{id:guid}/cancel", Cancel).WithName("cancelImport");
        group.MapPost("/{id:guid}/undo", Undo).WithName("undoImport").Produces<ImportDetails>(202);

        group.MapGet("/profiles", ListProfiles).WithName("listImportProfiles");
        group.MapGet("/profiles/{name}", GetProfile).WithName("getImportProfile").Produces<SavedProfileDetails>();
        group.MapPut("/profiles/{name}", SaveProfile).WithName("saveImportProfile").Produces<SavedProfileDetails>();
        group.MapDelete("/profiles/{name}", RemoveProfile).WithName("removeImportProfile").Produces(204);
    }

    private static async Task<IResult> Start(
        HttpContext http,
        ICurrentUser user,
        IMediator mediator,
        CancellationToken ct,
        bool dryRun = false,
        bool changeRequests = false
    )
    {
        // Checked before a large body is read.
        RoleTable.Demand(user, typeof(StartImport));
        var (form, file) = await FileAsync(http, ct);
        await using var content = file.OpenReadStream();
        var (profile, saved) = (await ProfileAsync(form, ct), Blank.ToNull(form["savedProfile"]));
        var id = await mediator.Send(new StartImport(file.FileName, content, profile, dryRun, changeRequests, saved), ct);
        return Results.Accepted($"/api/v1/imports/{id.Value}", await mediator.Send(new GetImport(id), ct));
    }

    private static async Task<IResult> Upload(HttpContext http, ICurrentUser user, IMediator mediator, CancellationToken ct)
    {
        RoleTable.Demand(user, typeof(UploadImport));
        var (_, file) = await FileAsync(http, ct);
        await using var content = file.OpenReadStream();
        var id = await mediator.Send(new UploadImport(file.FileName, content), ct);
        return Results.Created($"/api/v1/imports/{id.Value}", await mediator.Send(new GetImportColumns(id), ct));
    }

    private static Task<ImportColumns> GetColumns(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        string? sheet = null,
        int? headingRow = null,
        TextEncoding? encoding = null,
        string? savedProfile = null
    ) => mediator.Send(new GetImportColumns(new ImportId(id), sheet, headingRow, encoding, savedProfile), ct);

    private static async Task<IResult> Run(
        Guid id,
        RunBody? body,
        IMediator mediator,
        CancellationToken ct,
        bool dryRun = false,
        bool changeRequests = false
    )
    {
        var command = new RunImport(new ImportId(id), body?.Mapping, TextOf(body?.Profile), body?.SavedProfile, dryRun, changeRequests);
        return Results.Accepted($"/api/v1/imports/{id}", await mediator.Send(command, ct));
    }

    /// <summary>The framework leaves a slash in a part of an address encoded.</summary>
    public static string ProfileName(string part) => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static Task<Page<SavedProfile>> ListProfiles(
        [AsParameters] ListImportProfiles query,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(query, ct);

    private static async Task<IResult> GetProfile(string name, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var profile = await mediator.Send(new GetImportProfile(ProfileName(name)), ct);
        return http.Tagged(profile, profile.Version);
    }

    private static async Task<IResult> SaveProfile(
        string name,
        SavedProfileBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        await mediator.Send(new SaveImportProfile(ProfileName(name), body.Mapping, TextOf(body.Profile)), ct);
        return await GetProfile(name, mediator, http, ct);
    }

    private static async Task<IResult> RemoveProfile(string name, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveImportProfile(ProfileName(name)), ct);
        return Results.NoContent();
    }

    private static Task<Page<ImportDetails>> List([AsParameters] ListImports query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        http.Tagged(await mediator.Send(new GetImport(new ImportId(id)), ct));

    private static Task<Page<ImportIssue>> ListItems(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null
    ) => mediator.Send(new ListImportItems(new ImportId(id), limit, cursor), ct);

    private static Task<ImportDetails> Cancel(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new CancelImport(new ImportId(id)), ct);

    private static async Task<IResult> Undo(Guid id, IMediator mediator, CancellationToken ct) =>
        Results.Accepted($"/api/v1/imports/{id}", await mediator.Send(new UndoImport(new ImportId(id)), ct));

    private static async Task<(IFormCollection Form, IFormFile File)> FileAsync(HttpContext http, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType)
            throw Malformed("request.form", null);
        var form = await http.Request.ReadWholeFormAsync(AnySize, ct);
        return (form, form.Files.GetFile("file") ?? throw Malformed("import.fileRequired", "file"));
    }

    private static string? TextOf(JsonElement? json) =>
        json is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? given.GetRawText() : null;

    private static async Task<string?> ProfileAsync(IFormCollection form, CancellationToken ct)
    {
        if (form.Files.GetFile("profile") is not { } file)
            return Blank.ToNull(form["profile"]);
        if (file.Length > AnySize.ValueLengthLimit)
            throw Malformed("form.tooLong", "profile", ImportProfile.MaxLength);
        using var reader = new StreamReader(file.OpenReadStream());
        return Blank.ToNull(await reader.ReadToEndAsync(ct));
    }

    private static DomainException Malformed(string code, string? field, params object?[] args) =>
        new(RefusalKind.Malformed, code, field, args);
}
