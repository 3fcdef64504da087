using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Initiatives;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Api.Dashboard.Initiatives;

/// <summary>What is done with an initiative: support, comment, concern and answer, withdrawal.</summary>
internal static class InitiativeActionPages
{
    public static void MapInitiativeActionPages(this RouteGroupBuilder pages)
    {
        pages.MapForm<SupportInitiative>("/initiatives/{id:guid}/support", AskSupport, Support);
        pages.MapForm<WithdrawSupport>("/initiatives/{id:guid}/supports/{supportId:guid}/withdraw", AskWithdrawSupport, WithdrawSupport);
        pages.MapForm<CommentOnInitiative>("/initiatives/{id:guid}/comment", AskComment, Comment);
        pages.MapForm<RaiseConcern>("/initiatives/{id:guid}/concern", AskConcern, Concern);
        pages.MapForm<AnswerConcern>("/initiatives/{id:guid}/concerns/{concernId:guid}/answer", AskAnswer, Answer);
        pages.MapSend<ResolveConcern>("/initiatives/{id:guid}/concerns/{concernId:guid}/resolve", Resolve);
        pages.MapForm<WithdrawInitiative>("/initiatives/{id:guid}/withdraw", AskWithdraw, Withdraw);
        pages.MapInitiativeDecisionPages();
    }

    private static Task<IResult> AskSupport(Guid id, IMediator mediator, CancellationToken ct) => ShowSupport(id, new Form(), mediator, ct);

    private static Task<IResult> Support(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<SupportBody>(
            async body =>
            {
                await mediator.Send(new SupportInitiative(new InitiativeId(id), body.Brings), ct);
                return new Sent(Links.Initiative(id), "notice.initiative.supported");
            },
            form => ShowSupport(id, form, mediator, ct)
        );

    private static Task<IResult> ShowSupport(Guid id, Form form, IMediator mediator, CancellationToken ct) =>
        ShowText(
            id,
            form,
            new TextForm(
                "brings",
                Texts.Page("initiative.support"),
                Texts.Page("initiative.support.what"),
                Texts.Page("initiative.support.brings"),
                Texts.Page("initiative.support.button")
            ),
            mediator,
            ct
        );

    private static Task<IResult> AskWithdrawSupport(Guid id, Guid supportId, IMediator mediator, CancellationToken ct) =>
        ShowWithdrawSupport(id, new Form(), mediator, ct);

    private static Task<IResult> WithdrawSupport(Guid id, Guid supportId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new WithdrawSupport(new InitiativeId(id), new InitiativeSupportId(supportId)), ct);
                return new Sent(Links.Initiative(id), "notice.initiative.supportWithdrawn");
            },
            form => ShowWithdrawSupport(id, form, mediator, ct)
        );

    private static async Task<IResult> ShowWithdrawSupport(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetInitiative(new InitiativeId(id)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("initiative.support.withdraw.heading"),
            what: Texts.Page("initiative.support.withdraw.what", Format.Name(found.Title)),
            button: Texts.Page("initiative.support.withdraw"),
            back: Links.Initiative(id)
        );
    }

    private static Task<IResult> AskComment(Guid id, IMediator mediator, CancellationToken ct) => ShowComment(id, new Form(), mediator, ct);

    private static Task<IResult> Comment(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<TextBody>(
            async body =>
            {
                await mediator.Send(new CommentOnInitiative(new InitiativeId(id), body.Text), ct);
                return new Sent(Links.Initiative(id), "notice.initiative.commented");
            },
            form => ShowComment(id, form, mediator, ct)
        );

    private static Task<IResult> ShowComment(Guid id, Form form, IMediator mediator, CancellationToken ct) =>
        ShowText(
            id,
            form,
            new TextForm(
                "text",
                Texts.Page("initiative.comment"),
                Texts.Page("initiative.comment.what"),
                Texts.Page("initiative.comment.text"),
                Texts.Page("initiative.comment.button")
            ),
            mediator,
            ct
        );

    private static Task<IResult> AskConcern(Guid id, IMediator mediator, CancellationToken ct) => ShowConcern(id, new Form(), mediator, ct);

    private static Task<IResult> Concern(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<TextBody>(
            async body =>
            {
                await mediator.Send(new RaiseConcern(new InitiativeId(id), body.Text), ct);
                return new Sent(Links.Initiative(id), "notice.initiative.concernRaised");
            },
            form => ShowConcern(id, form, mediator, ct)
        );

    private static Task<IResult> ShowConcern(Guid id, Form form, IMediator mediator, CancellationToken ct) =>
        ShowText(
            id,
            form,
            new TextForm(
                "text",
                Texts.Page("initiative.concern"),
                Texts.Page("initiative.concern.what"),
                Texts.Page("initiative.concern.text"),
                Texts.Page("initiative.concern.button")
            ),
            mediator,
            ct
        );

    private static Task<IResult> AskAnswer(Guid id, Guid concernId, IMediator mediator, CancellationToken ct) =>
        ShowAnswer(id, concernId, null, mediator, ct);

    private static Task<IResult> Answer(Guid id, Guid concernId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<AnswerBody>(
            async body =>
            {
                await mediator.Send(new AnswerConcern(new InitiativeId(id), new InitiativeConcernId(concernId), body.Answer), ct);
                return new Sent(Links.Initiative(id), "notice.initiative.concernAnswered");
            },
            form => ShowAnswer(id, concernId, form, mediator, ct)
        );

    private static async Task<IResult> ShowAnswer(Guid id, Guid concernId, Form? form, IMediator mediator, CancellationToken ct)
    {
        var concern = await mediator.Send(new GetConcern(new InitiativeId(id), new InitiativeConcernId(concernId)), ct);
        if (form is null)
        {
            form = new Form();
            form.Set("answer", concern.Answer ?? "");
        }

        var text = new TextForm(
            "answer",
            Texts.Page("initiative.concern.answer"),
            Texts.Page("initiative.concern.answer.what"),
            Texts.Page("initiative.concern.answer.text"),
            Texts.Page("initiative.concern.answer.button"),
            concern.Text
        );
        return await ShowText(id, form, text, mediator, ct, isForProposer: true);
    }

    private static Task<IResult> Resolve(Guid id, Guid concernId, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new ResolveConcern(new InitiativeId(id), new InitiativeConcernId(concernId)), ct);
                return new Sent(Links.Initiative(id), "notice.initiative.concernResolved");
            },
            form => InitiativePages.ShowAsync(id, form, mediator, ct)
        );

    private static Task<IResult> AskWithdraw(Guid id, IMediator mediator, CancellationToken ct) =>
        ShowWithdraw(id, new Form(), mediator, ct);

    private static Task<IResult> Withdraw(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<ReasonBody>(
            async body =>
            {
                await mediator.Send(new WithdrawInitiative(new InitiativeId(id), body.Reason), ct);
                return new Sent(Links.Initiative(id), "notice.initiative.withdrawn");
            },
            form => ShowWithdraw(id, form, mediator, ct)
        );

    private static async Task<IResult> ShowWithdraw(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetInitiative(new InitiativeId(id)), ct);
        if (!found.IsMine)
            throw InitiativeErrors.NotProposer();
        return Pages.Confirm(
            form,
            question: Texts.Page("initiative.withdraw.heading"),
            what: Texts.Page("initiative.withdraw.what", Format.Name(found.Title)),
            button: Texts.Page("initiative.withdraw"),
            back: Links.Initiative(id),
            reason: Texts.Page("initiative.withdraw.reason")
        );
    }

    /// <exception cref="DomainException">The initiative does not exist, or it is for its proposer only.</exception>
    private static async Task<IResult> ShowText(
        Guid id,
        Form form,
        TextForm text,
        IMediator mediator,
        CancellationToken ct,
        bool isForProposer = false
    )
    {
        var found = await mediator.Send(new GetInitiative(new InitiativeId(id)), ct);
        if (isForProposer && !found.IsMine)
            throw InitiativeErrors.NotProposer();
        return Pages.Page<InitiativeTextPage>(
            new
            {
                Form = form,
                Initiative = found,
                text.Heading,
                text.What,
                text.Quote,
                text.Name,
                text.Label,
                text.Button,
            },
            form.Status
        );
    }

    private sealed record TextForm(string Name, string Heading, string What, string Label, string Button, string? Quote = null);
}
