using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.ReportLinks;

public sealed class LinkLogTests
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
        var commitment = await LinkedCommitment.Make(host);
        var visitor = new Visitor(host);
        var token = await visitor.TokenFor(commitment.Id, commitment.Organization);

        (await visitor.Open(token)).MustBe(200);
        (await visitor.Open(token + "x")).MustBe(404);
        (await visitor.SendReport(token, ("value", "wrong"))).MustBe(422);
        (await visitor.SendReport(token, ("narrative", "Break!"))).MustBe(500);
        (await visitor.SendReport(token))
            .MustBe(200)
            .Text.ShouldContain("Your progress report was received", customMessage: "over a real port the client follows to the receipt");
        await host.Send(new DeliverMail());

        everything
            .Lines.Count(line =>
                line.Contains("/report/{token}", StringComparison.Ordinal) && line.Contains("failed", StringComparison.Ordinal)
            )
            .ShouldBe(1, "our own log names the route");
        everything.Lines.Count.ShouldBeGreaterThan(100);
        everything.Lines.Where(line => line.Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Throws an unexpected exception.</summary>
    private sealed class Breaks<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    {
        public Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next) =>
            request is ReportByLink { Report.Narrative: var narrative } && narrative.Contains("Break!", StringComparison.Ordinal)
                ? throw new InvalidOperationException("Broken.")
                : next();
    }
}
