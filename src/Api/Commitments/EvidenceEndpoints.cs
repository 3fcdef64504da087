using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Commitments;

/// <summary>Files that support a progress report.</summary>
internal static class EvidenceEndpoints
{
    /// <summary>Bytes of a form beside its file.</summary>
    private const int AroundTheFile = 1_000_000;

    /// <summary>A saved file that is opened runs no script, loads nothing and has no origin.</summary>
    private const string Nothing = "default-src 'none'; sandbox";

    private static readonly FormOptions AnySize = new() { MultipartBodyLengthLimit = long.MaxValue, ValueLengthLimit = Limits.Title * 8 };

    public static void MapEvidence(this RouteGroupBuilder api)
    {
        var largest = ((IEndpointRouteBuilder)api).ServiceProvider.GetRequiredService<EvidenceRules>().MaxBytes + AroundTheFile;
        api.MapPost("/commitments/{id:guid}/reports/{reportId:guid}/evidence", Add).WithMetadata(new RequestSizeLimitAttribute(largest)).WithTags("Commitments").WithName("addEvidence")
            .Accepts<EvidenceForm>("multipart/form-data").Produces<EvidenceDetails>(201);
        api.MapGet("/evidence/{evidenceId:guid}/content", Download).WithTags("Commitments").WithName("downloadEvidence").Produces<Stream>(200, "application/octet-stream");
    }

    /// <summary>Maps the download for the API and for the pages.</summary>
    public static async Task<IResult> Download(Guid evidenceId, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var file = await mediator.Send(new DownloadEvidence(new EvidenceId(evidenceId)), ct);
        http.Response.Headers.ContentSecurityPolicy = Nothing;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.Headers.CacheControl = "private, no-cache";
        var contentType = file.ContentType.StartsWith("text/", StringComparison.Ordinal) ? file.ContentType + "; charset=utf-8" : file.ContentType;
        return Results.File(file.Content, contentType, file.FileName, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> Add(Guid id, Guid reportId, HttpContext http, ICurrentUser user, EvidenceRules rules, IMediator mediator, CancellationToken ct)
    {
        // Checked before a large body is read.
        RoleTable.Demand(user, typeof(AddEvidence));
        if (!http.Request.HasFormContentType) throw Malformed("request.form", null);
        var form = await ReadAsync(http, rules, ct);
        var file = form.Files.GetFile("file") ?? throw Malformed("form.required", "file");

        await using var content = file.OpenReadStream();
        var evidence = await mediator.Send(new AddEvidence(new CommitmentId(id), new ProgressReportId(reportId), file.FileName, content, Blank.ToNull(form["title"])), ct);
        return Results.Created($"/api/v1/evidence/{evidence.Id}/content", evidence);
    }

    private static async Task<IFormCollection> ReadAsync(HttpContext http, EvidenceRules rules, CancellationToken ct)
    {
        try
        {
            return await http.Request.ReadWholeFormAsync(AnySize, ct);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw CommitmentErrors.EvidenceTooLarge(rules.MaxMegabytes);
        }
    }

    private static DomainException Malformed(string code, string? field) => new(RefusalKind.Malformed, code, field);
}
