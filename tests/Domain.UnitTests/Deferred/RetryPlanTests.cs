using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Domain.UnitTests.Deferred;

public sealed class RetryPlanTests
{
    /// <summary>Ends with a zero byte, so that nothing is added to the waiting times.</summary>
    private static readonly Guid Plain = Guid.Empty;

    [Fact]
    public void A_mail_is_tried_again_after_1_2_4_minutes_never_more_than_four_hours_apart_for_two_days()
    {
        var waits = Waits(DeferredKind.Mail);
        waits.Take(12).ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240]);
        TimeSpan.FromMinutes(waits.Sum()).ShouldBeInRange(TimeSpan.FromDays(1.5), TimeSpan.FromDays(2.5));
    }

    [Fact]
    public void A_webhook_is_tried_for_three_days_with_growing_pauses()
    {
        var waits = Waits(DeferredKind.WebhookDelivery);
        waits.ShouldBeInOrder();
        waits[0].ShouldBe(5 / 60.0, 0.001);
        TimeSpan.FromMinutes(waits.Sum()).ShouldBeInRange(TimeSpan.FromDays(3), TimeSpan.FromDays(3.5));
        RetryPlan.Of(DeferredKind.WebhookDelivery).MaxAttempts.ShouldBe(10);
    }

    [Fact]
    public void An_import_is_tried_three_times() => RetryPlan.Of(DeferredKind.Import).MaxAttempts.ShouldBe(3);

    [Fact]
    public void Work_that_failed_together_is_not_tried_again_at_the_same_time() =>
        Enumerable
            .Range(0, 50)
            .Select(_ => RetryPlan.Of(DeferredKind.WebhookDelivery).WaitAfter(1, Guid.NewGuid()))
            .Distinct()
            .Count()
            .ShouldBeGreaterThan(20);

    [Theory]
    [InlineData(DeferredKind.Mail)]
    [InlineData(DeferredKind.WebhookDelivery)]
    [InlineData(DeferredKind.Import)]
    [InlineData(DeferredKind.Report)]
    [InlineData(DeferredKind.LinkCheck)]
    public void Nothing_is_tried_again_after_the_last_attempt(DeferredKind kind)
    {
        var plan = RetryPlan.Of(kind);
        plan.WaitAfter(plan.MaxAttempts - 1, Plain).ShouldNotBeNull();
        plan.WaitAfter(plan.MaxAttempts, Plain).ShouldBeNull();
        plan.WaitAfter(plan.MaxAttempts + 5, Plain).ShouldBeNull();
    }

    private static List<double> Waits(DeferredKind kind)
    {
        var plan = RetryPlan.Of(kind);
        return
        [
            .. Enumerable
                .Range(1, plan.MaxAttempts)
                .Select(attempt => plan.WaitAfter(attempt, Plain))
                .OfType<TimeSpan>()
                .Select(wait => wait.TotalMinutes),
        ];
    }
}
