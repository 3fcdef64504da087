using MediatR;
using PartnershipTracker.Api.Dashboard.Commitments;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Engagement;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Dashboard.Engagement;

/// <summary>The community engagement of a partnership or a commitment, with its measures, and the forms that record both.</summary>
internal static class EngagementPages
{
    /// <summary>The most organizations that are offered in a choice, and measures that are shown.</summary>
    private const int Most = 200;

    public static void MapEngagementPages(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/partnerships/{id:guid}/engagement", Pages.Read, OfPartnership);
        pages.MapMethods("/commitments/{id:guid}/engagement", Pages.Read, OfCommitment);
        pages.MapForm<RecordEngagement>("/partnerships/{id:guid}/engagement/new", NewOfPartnership, RecordOfPartnership);
        pages.MapForm<RecordEngagement>("/commitments/{id:guid}/engagement/new", NewOfCommitment, RecordOfCommitment);
        pages.MapForm<ReviseEngagement>("/engagements/{id:guid}/edit", Edit, Revise);
        pages.MapForm<RemoveEngagement>("/engagements/{id:guid}/remove", AskRemove, Remove);
        pages.MapResultMeasurePages();
    }

    private static Task<IResult> OfPartnership(Guid id, IMediator mediator, CancellationToken ct, string? cursor = null) =>
        ListAsync(new PartnershipId(id), null, cursor, mediator, ct);

    private static Task<IResult> OfCommitment(Guid id, IMediator mediator, CancellationToken ct, string? cursor = null) =>
        ListAsync(null, new CommitmentId(id), cursor, mediator, ct);

    private static async Task<IResult> ListAsync(
        PartnershipId? partnership,
        CommitmentId? commitment,
        string? cursor,
        IMediator mediator,
        CancellationToken ct
    ) =>
        Pages.Page<EngagementPage>(
            new
            {
                Subject = await mediator.Send(new GetEngagementSubject(partnership, commitment), ct),
                Engagements = await mediator.Send(new ListEngagements(partnership, commitment, Search.PageSize, cursor), ct),
                Measures = await mediator.Send(new ListResultMeasures(partnership, commitment, Most), ct),
            }
        );

    private static Task<IResult> NewOfPartnership(Guid id, IMediator mediator, CancellationToken ct) =>
        ShowNewAsync(new PartnershipId(id), null, new Form(), mediator, ct);

    private static Task<IResult> NewOfCommitment(Guid id, IMediator mediator, CancellationToken ct) =>
        ShowNewAsync(null, new CommitmentId(id), new Form(), mediator, ct);

    private static Task<IResult> RecordOfPartnership(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        RecordAsync(new PartnershipId(id), null, post, mediator, ct);

    private static Task<IResult> RecordOfCommitment(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        RecordAsync(null, new CommitmentId(id), post, mediator, ct);

    private static Task<IResult> RecordAsync(
        PartnershipId? partnership,
        CommitmentId? commitment,
        FormPost post,
        IMediator mediator,
        CancellationToken ct
    ) =>
        post.SendAsync<EngagementDraft>(
            async body =>
            {
                var id = await mediator.Send(new RecordEngagement(partnership, commitment, body), ct);
                var recorded = await mediator.Send(new GetEngagement(id), ct);
                return new Sent(Links.Engagement(recorded.PartnershipId, recorded.CommitmentId), "notice.engagement.recorded");
            },
            form => ShowNewAsync(partnership, commitment, form, mediator, ct)
        );

    private static async Task<IResult> ShowNewAsync(
        PartnershipId? partnership,
        CommitmentId? commitment,
        Form form,
        IMediator mediator,
        CancellationToken ct
    ) => await ShowAsync(await mediator.MayRecordAsync(partnership, commitment, ct), form, mediator, ct);

    private static async Task<IResult> Edit(Guid id, IMediator mediator, CancellationToken ct) =>
        await ShowEditAsync(id, await CurrentAsync(id, mediator, ct), mediator, ct);

    private static Task<IResult> Revise(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<EngagementDraft>(
            async body =>
            {
                await mediator.Send(new ReviseEngagement(new CommunityEngagementId(id), body), ct);
                var revised = await mediator.Send(new GetEngagement(new CommunityEngagementId(id)), ct);
                return new Sent(Links.Engagement(revised.PartnershipId, revised.CommitmentId), "notice.engagement.revised");
            },
            form => ShowEditAsync(id, form, mediator, ct),
            () => CurrentAsync(id, mediator, ct)
        );

    private static async Task<IResult> ShowEditAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetEngagement(new CommunityEngagementId(id)), ct);
        return await ShowAsync(await mediator.MayRecordAsync(found.PartnershipId, found.CommitmentId, ct), form, mediator, ct);
    }

    /// <summary>The members of the partnership can be chosen; everybody else is described in words.</summary>
    private static async Task<IResult> ShowAsync(EngagedSubject subject, Form form, IMediator mediator, CancellationToken ct) =>
        Pages.Page<EngagementFormPage>(
            new
            {
                Form = form,
                Subject = subject,
                Members = (await mediator.Send(new ListMembers(new PartnershipId(subject.PartnershipId), Limit: Most), ct)).Items,
            },
            form.Status
        );

    private static async Task<Form> CurrentAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetEngagement(new CommunityEngagementId(id)), ct);
        var draft = new EngagementDraft(
            found.Phase,
            found.Level,
            found.From,
            found.OrganizationId,
            found.Community,
            found.Note,
            found.Until
        );
        return Form.Of(draft, found.Version);
    }

    private static Task<IResult> AskRemove(Guid id, IMediator mediator, CancellationToken ct) =>
        ShowRemoveAsync(id, new Form(), mediator, ct);

    private static async Task<IResult> Remove(Guid id, FormPost post, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetEngagement(new CommunityEngagementId(id)), ct);
        return await post.SendAsync(
            async () =>
            {
                await mediator.Send(new RemoveEngagement(new CommunityEngagementId(id)), ct);
                return new Sent(Links.Engagement(found.PartnershipId, found.CommitmentId), "notice.engagement.removed");
            },
            form => ShowRemoveAsync(id, form, mediator, ct)
        );
    }

    private static async Task<IResult> ShowRemoveAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var found = await mediator.Send(new GetEngagement(new CommunityEngagementId(id)), ct);
        await mediator.MayRecordAsync(found.PartnershipId, found.CommitmentId, ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("engagement.remove.question", Format.Name(found.OrganizationName ?? found.Community!)),
            what: Texts.Page("engagement.remove.what"),
            button: Texts.Page("engagement.remove"),
            back: Links.Engagement(found.PartnershipId, found.CommitmentId)
        );
    }

    /// <exception cref="DomainException">The caller does not see it, or may not record for it.</exception>
    public static Task<EngagedSubject> MayRecordAsync(this IMediator mediator, Guid partnership, Guid? commitment, CancellationToken ct) =>
        mediator.MayRecordAsync(new PartnershipId(partnership), commitment is { } id ? new CommitmentId(id) : null, ct);

    /// <inheritdoc cref="MayRecordAsync(IMediator, Guid, Guid?, CancellationToken)"/>
    public static async Task<EngagedSubject> MayRecordAsync(
        this IMediator mediator,
        PartnershipId? partnership,
        CommitmentId? commitment,
        CancellationToken ct
    )
    {
        var subject = await mediator.Send(new GetEngagementSubject(partnership, commitment), ct);
        if (!subject.MayRecord)
            throw commitment is null ? AccessErrors.NotLead() : AccessErrors.NotYourOrganization();
        return subject;
    }
}
