using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Api.Programme;

internal static class VocabularyEndpoints
{
    public static void MapVocabularies(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/vocabularies").WithTags("Programme");
        group.MapGet("/{kind}", List).WithName("listVocabulary").Produces<Page<VocabularyTermDetails>>();
        group.MapPost("/{kind}", Add).WithName("addVocabularyTerm").Produces<VocabularyTermDetails>(201);
        group.MapGet("/{kind}/{code}", Get).WithName("getVocabularyTerm").Produces<VocabularyTermDetails>();
        group.MapPut("/{kind}/{code}", Rename).WithName("renameVocabularyTerm").Produces<VocabularyTermDetails>();
        group.MapPost("/{kind}/{code}/move", Move).WithName("moveVocabularyTerm").Produces<VocabularyTermDetails>();
        group.MapPost("/{kind}/{code}/retire", Retire).WithName("retireVocabularyTerm").Produces<VocabularyTermDetails>();
        group.MapPost("/{kind}/{code}/restore", Restore).WithName("restoreVocabularyTerm").Produces<VocabularyTermDetails>();
    }

    private static async Task<IResult> List(
        VocabularyKind kind,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct,
        bool? retired = null
    ) => http.Tagged(await mediator.Send(new ListVocabulary(kind, retired), ct));

    private static async Task<IResult> Add(
        VocabularyKind kind,
        VocabularyTermBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        var code = await mediator.Send(new AddVocabularyTerm(kind, body.Name, body.Description), ct);
        var term = await mediator.Send(new GetVocabularyTerm(kind, code), ct);
        return http.CreatedTagged($"{http.Request.Path.Value!.TrimEnd('/')}/{code}", term, term.Version);
    }

    private static async Task<IResult> Get(VocabularyKind kind, string code, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var term = await mediator.Send(new GetVocabularyTerm(kind, code), ct);
        return http.Tagged(term, term.Version);
    }

    private static async Task<IResult> Rename(
        VocabularyKind kind,
        string code,
        VocabularyTermBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        await mediator.Send(new RenameVocabularyTerm(kind, code, body.Name, body.Description), ct);
        return await Get(kind, code, mediator, http, ct);
    }

    private static async Task<IResult> Move(
        VocabularyKind kind,
        string code,
        MoveBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        await mediator.Send(new MoveVocabularyTerm(kind, code, body.Position), ct);
        return await Get(kind, code, mediator, http, ct);
    }

    private static async Task<IResult> Retire(VocabularyKind kind, string code, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new RetireVocabularyTerm(kind, code), ct);
        return await Get(kind, code, mediator, http, ct);
    }

    private static async Task<IResult> Restore(VocabularyKind kind, string code, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new RestoreVocabularyTerm(kind, code), ct);
        return await Get(kind, code, mediator, http, ct);
    }
}
