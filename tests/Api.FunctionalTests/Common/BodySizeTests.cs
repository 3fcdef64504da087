using System.Text;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class BodySizeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_above_a_megabyte_is_too_large(bool isOnce)
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite, new Dictionary<string, string>(), onKestrel: true);
        using var secretariat = host.Client();
        (await Post(900_000)).MustRefuse(400, "request.invalid", "name");
        (await Post(1_100_000)).MustRefuse(413, "http.413");

        async Task<Answer> Post(int size)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/organizations")
            {
                Content = new StringContent(
                    $$"""{"name":"{{new string('n', size)}}","type":"22","countryCode":"BD","timeZone":"Asia/Dhaka"}""",
                    Encoding.UTF8,
                    "application/json"
                ),
            };
            request.Headers.ExpectContinue = true;
            if (isOnce)
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            return await secretariat.Ask(request);
        }
    }
}
