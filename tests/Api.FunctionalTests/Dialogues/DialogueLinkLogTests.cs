using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dialogues;

public sealed class DialogueLinkLogTests
{
    [Fact]
    public async Task The_token_is_in_no_log_at_any_level_even_after_an_exception()
    {
        using var everything = new VerboseLog();
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string>(),
            services =>
            {
                everything.Listen(services);
                services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Breaks<,>));
            },
            onKestrel: true
        );
        var dialogue = await (await GivenDialogue.Make(host, await host.Organization("Own"))).Running();
        var token = await dialogue.Token("chandra");
        using var browser = host.Client(null);

        (await browser.Get("/dialogue/" + token)).MustBe(200);
        (await browser.Get($"/dialogue/{token}/agenda.ics")).MustBe(200);
        (await browser.Get($"/dialogue/{token}x?room={dialogue.GroupA.Value}")).MustBe(404);
        (await Send(("action", "note"), ("roomId", $"{dialogue.GroupA.Value}"), ("key", "k"), ("text", "Break!"))).MustBe(500);
        (await Send(("action", "accept")))
            .MustBe(200)
            .Text.ShouldContain("You have accepted.", customMessage: "over a real port the client follows to the page");
        await host.Send(new DeliverMail());

        everything
            .Lines.Count(line =>
                line.Contains("/dialogue/{token}", StringComparison.Ordinal) && line.Contains("failed", StringComparison.Ordinal)
            )
            .ShouldBe(1, "our own log names the route");
        everything.Lines.Count.ShouldBeGreaterThan(100);
        everything.Lines.Where(line => line.Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();

        Task<Answer> Send(params (string Name, string Value)[] fields) =>
            browser.Post("/dialogue/" + token, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
    }

    /// <summary>Throws an unexpected exception.</summary>
    private sealed class Breaks<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    {
        public Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next) =>
            request is TakeNoteByLink { Text: "Break!" } ? throw new InvalidOperationException("Broken.") : next();
    }
}
