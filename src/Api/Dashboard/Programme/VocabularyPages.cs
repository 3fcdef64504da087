using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Programme;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Api.Dashboard.Programme;

/// <summary>The pages on which the secretariat changes the vocabularies.</summary>
internal static class VocabularyPages
{
    private const string Vocabulary = "/vocabularies/{kind}";
    private const string Term = Vocabulary + "/{code}";

    public static void MapVocabularyPages(this RouteGroupBuilder pages)
    {
        pages.MapRead<AddVocabularyTerm>(Vocabulary, List);
        pages.MapForm<AddVocabularyTerm>(Vocabulary + "/new", New, Add);
        pages.MapForm<RenameVocabularyTerm>(Term + "/edit", Edit, Rename);
        pages.MapSend<MoveVocabularyTerm>(Term + "/up", Up);
        pages.MapSend<MoveVocabularyTerm>(Term + "/down", Down);
        pages.MapForm<RetireVocabularyTerm>(Term + "/retire", AskRetire, Retire);
        pages.MapSend<RestoreVocabularyTerm>(Term + "/restore", Restore);
    }

    private static Task<IResult> List(VocabularyKind kind, IMediator mediator, CancellationToken ct) =>
        ListAsync(kind, new Form(), mediator, ct);

    private static async Task<IResult> ListAsync(VocabularyKind kind, Form form, IMediator mediator, CancellationToken ct) =>
        Pages.Page<VocabularyPage>(
            new
            {
                Kind = kind,
                Form = form,
                Terms = (await mediator.Send(new ListVocabulary(kind), ct)).Items,
            },
            form.Status
        );

    private static Task<IResult> New(VocabularyKind kind) => Show(kind, new Form());

    private static Task<IResult> Add(VocabularyKind kind, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<VocabularyTermBody>(
            async body =>
            {
                await mediator.Send(new AddVocabularyTerm(kind, body.Name, body.Description), ct);
                return new Sent(Links.Vocabulary(kind), "notice.term.added");
            },
            form => Show(kind, form)
        );

    private static async Task<IResult> Edit(VocabularyKind kind, string code, IMediator mediator, CancellationToken ct) =>
        await Show(kind, await CurrentAsync(kind, code, mediator, ct));

    private static Task<IResult> Rename(VocabularyKind kind, string code, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<VocabularyTermBody>(
            async body =>
            {
                await mediator.Send(new RenameVocabularyTerm(kind, code, body.Name, body.Description), ct);
                return new Sent(Links.Vocabulary(kind), "notice.term.renamed");
            },
            form => Show(kind, form),
            () => CurrentAsync(kind, code, mediator, ct)
        );

    private static Task<IResult> Up(VocabularyKind kind, string code, FormPost post, IMediator mediator, CancellationToken ct) =>
        MoveAsync(kind, code, -1, post, mediator, ct);

    private static Task<IResult> Down(VocabularyKind kind, string code, FormPost post, IMediator mediator, CancellationToken ct) =>
        MoveAsync(kind, code, +1, post, mediator, ct);

    private static Task<IResult> MoveAsync(
        VocabularyKind kind,
        string code,
        int by,
        FormPost post,
        IMediator mediator,
        CancellationToken ct
    ) =>
        post.SendAsync(
            async () =>
            {
                var terms = (await mediator.Send(new ListVocabulary(kind), ct)).Items.Select(term => term.Code).ToList();
                if (!terms.Contains(code))
                    throw DomainException.NotFound("vocabularyTerm");
                await mediator.Send(new MoveVocabularyTerm(kind, code, Math.Max(terms.IndexOf(code) + 1 + by, 1)), ct);
                return new Sent(Links.Vocabulary(kind), "notice.term.moved");
            },
            form => ListAsync(kind, form, mediator, ct)
        );

    private static Task<IResult> AskRetire(VocabularyKind kind, string code, IMediator mediator, CancellationToken ct) =>
        AskRetireAsync(kind, code, new Form(), mediator, ct);

    private static Task<IResult> Retire(VocabularyKind kind, string code, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RetireVocabularyTerm(kind, code), ct);
                return new Sent(Links.Vocabulary(kind), "notice.term.retired");
            },
            form => AskRetireAsync(kind, code, form, mediator, ct)
        );

    private static async Task<IResult> AskRetireAsync(VocabularyKind kind, string code, Form form, IMediator mediator, CancellationToken ct)
    {
        var term = await mediator.Send(new GetVocabularyTerm(kind, code), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("term.retire.question", Format.Name(term.Name)),
            what: Texts.Page("term.retire.what"),
            button: Texts.Page("term.retire"),
            back: Links.Vocabulary(kind)
        );
    }

    private static Task<IResult> Restore(VocabularyKind kind, string code, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RestoreVocabularyTerm(kind, code), ct);
                return new Sent(Links.Vocabulary(kind), "notice.term.restored");
            },
            form => ListAsync(kind, form, mediator, ct)
        );

    private static Task<IResult> Show(VocabularyKind kind, Form form) =>
        Pages.FormPage<TermFormPage>(new { Kind = kind, Form = form }, form);

    private static async Task<Form> CurrentAsync(VocabularyKind kind, string code, IMediator mediator, CancellationToken ct)
    {
        var term = await mediator.Send(new GetVocabularyTerm(kind, code), ct);
        return Form.Of(new VocabularyTermBody(term.Name, term.Description), term.Version);
    }
}
