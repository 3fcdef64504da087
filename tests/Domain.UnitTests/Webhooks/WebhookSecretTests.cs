using System.Security.Cryptography;
using System.Text;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Domain.UnitTests.Webhooks;

public sealed class WebhookSecretTests
{
    /// <summary>Source: the example in the reference libraries of the Standard Webhooks specification.</summary>
    [Fact]
    public void The_signature_is_that_of_the_specification() =>
        WebhookSecret
            .Sign(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                DateTimeOffset.FromUnixTimeSeconds(1614265330),
                "{\"test\": 2432232314}"u8
            )
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void A_receiver_with_the_secret_can_compute_the_signature()
    {
        var (secret, body) = (WebhookSecret.New(), "{\"type\":\"é\"}");
        var signature = WebhookSecret.Sign(secret, "history_12", Given.Now, Encoding.UTF8.GetBytes(body));

        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        key.Length.ShouldBe(32);
        signature.ShouldBe(
            "v1,"
                + Convert.ToBase64String(
                    HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"history_12.{Given.Now.ToUnixTimeSeconds()}.{body}"))
                )
        );
        WebhookSecret.Sign(WebhookSecret.New(), "history_12", Given.Now, Encoding.UTF8.GetBytes(body)).ShouldNotBe(signature);
    }
}
