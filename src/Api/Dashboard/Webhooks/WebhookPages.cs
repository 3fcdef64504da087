using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Parts;
using PartnershipTracker.Api.Webhooks;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Api.Dashboard.Webhooks;

/// <summary>Webhooks, with their delivery logs.</summary>
internal static class WebhookPages
{
    private const string Webhook = Links.Webhooks + "/{id:guid}";
    private const int Shown = 50;
    private const int DeliveriesShown = 25;

    public static void MapWebhookPages(this RouteGroupBuilder pages)
    {
        pages.MapRead<ListWebhooks>(Links.Webhooks, List);
        pages.MapForm<RegisterWebhook>(Links.Webhooks + "/new", New, Register);
        pages.MapRead<GetWebhook>(Webhook, Get);
        pages.MapForm<ChangeWebhook>(Webhook + "/edit", Edit, Change);
        pages.MapForm<RotateSecret>(Webhook + "/rotate", ConfirmRotate, Rotate);
        pages.MapForm<RemoveWebhook>(Webhook + "/remove", ConfirmRemove, Remove);
        pages.MapSend<TestWebhook>(Webhook + "/test", Test);
        pages.MapSend<EnableWebhook>(Webhook + "/enable", Enable);
        pages.MapSend<DisableWebhook>(Webhook + "/disable", Disable);
        pages.MapSend<ReplayDelivery>(Webhook + "/deliveries/{deliveryId:guid}/replay", Replay);
    }

    private static async Task<IResult> List(IMediator mediator, CancellationToken ct, string? cursor = null) =>
        Pages.Page<WebhooksPage>(new { Webhooks = await mediator.Send(new ListWebhooks(Limit: Shown, Cursor: cursor), ct) });

    private static Task<IResult> New(HttpContext http, IMediator mediator, CancellationToken ct) =>
        ShowFormAsync(new Form(), http, mediator, ct);

    private static Task<IResult> Register(FormPost post, HttpContext http, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<RegisterWebhook>(
            async body => Secret(await mediator.Send(body, ct)),
            form => ShowFormAsync(form, http, mediator, ct)
        );

    private static Task<IResult> Get(Guid id, HttpContext http, IMediator mediator, CancellationToken ct, string? cursor = null) =>
        ShowAsync(id, new Form(), FilterForm.Of(http.Request), cursor, mediator, ct);

    private static async Task<IResult> Edit(Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
        await ShowFormAsync(await CurrentAsync(id, mediator, ct), http, mediator, ct);

    private static Task<IResult> Change(Guid id, FormPost post, HttpContext http, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<WebhookBody>(
            async body =>
            {
                await mediator.Send(new ChangeWebhook(new WebhookId(id), body.Url, body.OwnerEmail, body.Description, body.Events), ct);
                return new Sent(AddressOf(id), "notice.webhook.changed");
            },
            form => ShowFormAsync(form, http, mediator, ct),
            () => CurrentAsync(id, mediator, ct)
        );

    private static Task<IResult> ConfirmRotate(Guid id, IMediator mediator, CancellationToken ct)
    {
        var form = new Form();
        form.Set("overlapHours", $"{Domain.Webhooks.Webhook.OverlapHours}");
        return ConfirmRotateAsync(id, form, mediator, ct);
    }

    private static Task<IResult> Rotate(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync<RotationBody>(
            async body =>
                Secret(
                    await mediator.Send(new RotateSecret(new WebhookId(id), body.OverlapHours ?? Domain.Webhooks.Webhook.OverlapHours), ct)
                ),
            form => ConfirmRotateAsync(id, form, mediator, ct)
        );

    private static async Task<IResult> ConfirmRotateAsync(Guid id, Form form, IMediator mediator, CancellationToken ct) =>
        await Pages.FormPage<RotatePage>(new { Form = form, Webhook = await mediator.Send(new GetWebhook(new WebhookId(id)), ct) }, form);

    private static Task<IResult> ConfirmRemove(Guid id, IMediator mediator, CancellationToken ct) =>
        ConfirmRemoveAsync(id, new Form(), mediator, ct);

    private static Task<IResult> Remove(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(new RemoveWebhook(new WebhookId(id)), ct);
                return new Sent(Links.Webhooks, "notice.webhook.removed");
            },
            form => ConfirmRemoveAsync(id, form, mediator, ct)
        );

    private static async Task<IResult> ConfirmRemoveAsync(Guid id, Form form, IMediator mediator, CancellationToken ct)
    {
        var webhook = await mediator.Send(new GetWebhook(new WebhookId(id)), ct);
        return Pages.Confirm(
            form,
            question: Texts.Page("webhook.remove.question", Format.Name(NameOf(webhook))),
            what: Texts.Page("webhook.remove.what"),
            button: Texts.Page("webhook.remove"),
            back: AddressOf(id)
        );
    }

    private static Task<IResult> Test(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        SendAsync(id, post, mediator, new TestWebhook(new WebhookId(id)), "notice.webhook.tested", ct);

    private static Task<IResult> Enable(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        SendAsync(id, post, mediator, new EnableWebhook(new WebhookId(id)), "notice.webhook.enabled", ct);

    private static Task<IResult> Disable(Guid id, FormPost post, IMediator mediator, CancellationToken ct) =>
        SendAsync(id, post, mediator, new DisableWebhook(new WebhookId(id)), "notice.webhook.disabled", ct);

    private static Task<IResult> Replay(Guid id, Guid deliveryId, FormPost post, IMediator mediator, CancellationToken ct) =>
        SendAsync(
            id,
            post,
            mediator,
            new ReplayDelivery(new WebhookId(id), new WebhookDeliveryId(deliveryId)),
            "notice.webhook.replayed",
            ct
        );

    private static Task<IResult> SendAsync<T>(
        Guid id,
        FormPost post,
        IMediator mediator,
        IRequest<T> command,
        string notice,
        CancellationToken ct
    ) =>
        post.SendAsync(
            async () =>
            {
                await mediator.Send(command, ct);
                return new Sent(AddressOf(id), notice);
            },
            form => ShowAsync(id, form, new Form(), null, mediator, ct)
        );

    private static Sent Secret(WebhookWithSecret webhook) =>
        new(AddressOf(webhook.Id)) { Secret = Pages.Page<SecretPage>(new { Webhook = webhook }) };

    private static async Task<IResult> ShowAsync(Guid id, Form form, Form filter, string? cursor, IMediator mediator, CancellationToken ct)
    {
        var asked = filter.Read<Filter>();
        return await Pages.FormPage<WebhookPage>(
            new
            {
                Form = form,
                Filter = filter,
                Webhook = await mediator.Send(new GetWebhook(new WebhookId(id)), ct),
                Deliveries = asked is null
                    ? new Page<WebhookDeliveryDetails>([], null, null)
                    : await mediator.Send(new ListDeliveries(new WebhookId(id), asked.State, DeliveriesShown, cursor), ct),
            },
            filter.IsWrong ? filter : form
        );
    }

    /// <summary>The secretariat can register webhooks for all; an officer's webhook belongs to their organization.</summary>
    private static async Task<IResult> ShowFormAsync(Form form, HttpContext http, IMediator mediator, CancellationToken ct) =>
        await Pages.FormPage<WebhookFormPage>(
            new
            {
                Form = form,
                Organizations = form.Version is null && http.User.IsInRole(nameof(Role.Secretariat))
                    ? (await mediator.Send(new ListOrganizations(Limit: Paging.MaxLimit), ct)).Items
                    : [],
            },
            form
        );

    private static async Task<Form> CurrentAsync(Guid id, IMediator mediator, CancellationToken ct)
    {
        var webhook = await mediator.Send(new GetWebhook(new WebhookId(id)), ct);
        return Form.Of(webhook, webhook.Version);
    }

    /// <summary>Its description, or the host that it sends to: the rest of an address may hold a secret.</summary>
    public static string NameOf(WebhookDetails webhook) => webhook.Description ?? new Uri(webhook.Url).Host;

    private static string AddressOf(Guid id) => $"{Links.Webhooks}/{id}";

    private sealed record Filter(DeliveryState? State = null);
}
