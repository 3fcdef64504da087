using MediatR;
using Microsoft.AspNetCore.Http.Features;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Imports;
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
        group.MapGet("/{id:guid}/items", ListItems).WithName("listImportItems");
        group.MapPost("/{id:guid}/cancel", Cancel).WithName("cancelImport");
        group.MapPost("/{id:guid}/undo", Undo).WithName("undoImport").Produces<ImportDetails>(202);
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
        if (!http.Request.HasFormContentType)
            throw Malformed("request.form", null);
        var form = await http.Request.ReadWholeFormAsync(AnySize, ct);
        var file = form.Files.GetFile("file") ?? throw Malformed("import.fileRequired", "file");

        await using var content = file.OpenReadStream();
        var id = await mediator.Send(new StartImport(file.FileName, content, await ProfileAsync(form, ct), dryRun, changeRequests), ct);
        return Results.Accepted($"/api/v1/imports/{id.Value}", await mediator.Send(new GetImport(id), ct));
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
