using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Domain.UnitTests.Access;

public sealed class SignInRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
    private readonly SignInSecrets _secrets = SignInSecrets.New();

    [Fact]
    public void A_sign_in_request_is_open_for_15_minutes_or_until_it_is_used()
    {
        var request = NewRequest();
        request.IsOpen(Now + SignInRequest.Lifetime - TimeSpan.FromTicks(1)).ShouldBeTrue();
        request.IsOpen(Now + SignInRequest.Lifetime).ShouldBeFalse();
        request.Use(Now);
        request.IsOpen(Now).ShouldBeFalse();
    }

    [Fact]
    public void Five_wrong_codes_end_a_sign_in_request()
    {
        var request = NewRequest();
        for (var i = 0; i < 5; i++)
        {
            request.IsOpen(Now).ShouldBeTrue();
            request.CountWrongCode();
        }

        request.IsOpen(Now).ShouldBeFalse();
    }

    [Fact]
    public void A_sign_in_request_recognizes_its_browser_and_code_and_stores_neither()
    {
        var request = NewRequest();
        request.IsFrom("browser").ShouldBeTrue();
        request.IsFrom("Browser").ShouldBeFalse();
        request.IsFrom(null).ShouldBeFalse();
        request.HasCode(Secret.ShowCode(_secrets.Code).ToLowerInvariant()).ShouldBeTrue();
        request.HasCode(_secrets.Code + "0").ShouldBeFalse();
        string.Join(' ', typeof(SignInRequest).GetProperties().Select(p => p.GetValue(request)))
            .ShouldSatisfyAllConditions(
                stored => stored.ShouldNotContain(_secrets.Token),
                stored => stored.ShouldNotContain(_secrets.Code),
                stored => stored.ShouldNotContain("browser"),
                stored => stored.ShouldNotContain("ana@example.org")
            );
    }

    [Fact]
    public void The_same_code_has_another_hash_in_each_request() => NewRequest().CodeHash.ShouldNotBe(NewRequest().CodeHash);

    [Fact]
    public void A_code_has_no_easily_confused_characters_and_accepts_them_when_typed()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => Secret.NewCode()).ToList();
        codes.ShouldAllBe(code => code.Length == 8 && !code.Any(c => "ILOU".Contains(c)));
        codes.Distinct().Count().ShouldBe(200);
        Secret.ReadCode(" k7qm-3tIo ").ShouldBe("K7QM3T10");
        Secret.ShowCode("K7QM3T10").ShouldBe("K7QM-3T10");
    }

    [Fact]
    public void A_session_ends_after_30_days_without_use_and_after_90_at_the_latest()
    {
        Session.ExpiryOf(Now, Now).ShouldBe(Now.AddDays(30));
        Session.ExpiryOf(Now, Now.AddDays(50)).ShouldBe(Now.AddDays(80));
        Session.ExpiryOf(Now, Now.AddDays(80)).ShouldBe(Now.AddDays(90));
        var (record, token) = Session.Open(UserId.New(), null, Now);
        (record.TokenHash, record.ExpiresAt).ShouldBe((Secret.HashOf(token), Now.AddDays(30)));
    }

    private SignInRequest NewRequest() => new(UserId.New(), "ana@example.org", "browser", "192.0.2.1", _secrets, null, MailId.New(), Now);
}
