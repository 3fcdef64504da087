using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Engagement;

public sealed class EngagementTests
{
    private static readonly EngagementTerms Mothers = new(
        null,
        " Mothers' groups ",
        EngagementPhase.Design,
        EngagementLevel.Consult,
        " ",
        Day("2026-01-01"),
        null
    );

    private static readonly ResultMeasureTerms Reach = new(CommunityResult.EquitableAccess, " Reach a clinic ", "%", null, null, null);

    private readonly EngagementSubject _subject = new(PartnershipId.New());

    [Fact]
    public void A_community_is_described_or_an_organization_is_named()
    {
        var engagement = CommunityEngagement.Record(_subject, Mothers);
        engagement.Community.ShouldBe("Mothers' groups");
        engagement.Note.ShouldBeNull();
        engagement.Last<CommunityEngagementRecorded>().Level.ShouldBe(EngagementLevel.Consult);
        engagement.HistorySubject.PartnershipId.ShouldBe(_subject.PartnershipId.Value);

        Action nobody = () => CommunityEngagement.Record(_subject, Mothers with { Community = " " });
        nobody.MustRefuse("engagement.nobodyNamed");
        Action both = () => CommunityEngagement.Record(_subject, Mothers with { OrganizationId = OrganizationId.New() });
        both.MustRefuse("engagement.twoNamed");
    }

    [Fact]
    public void The_last_day_is_not_before_the_first()
    {
        CommunityEngagement.Record(_subject, Mothers with { Until = Mothers.From }).Until.ShouldBe(Mothers.From);
        Action backwards = () => CommunityEngagement.Record(_subject, Mothers with { Until = Mothers.From.AddDays(-1) });
        backwards.MustRefuse("engagement.endsBeforeItStarts");
    }

    [Fact]
    public void A_revision_says_what_changed_and_the_same_again_is_none()
    {
        var engagement = CommunityEngagement.Record(_subject, Mothers);
        engagement.Revise(Mothers).ShouldBeFalse();
        engagement.Revise(Mothers with { Level = EngagementLevel.Empower }).ShouldBeTrue();
        engagement.Last<CommunityEngagementRevised>().Changes.ShouldHaveSingleItem().Field.ShouldBe("level");

        engagement.Revise(Mothers with { Level = EngagementLevel.Empower, Community = null, OrganizationId = OrganizationId.New() });
        engagement.Last<CommunityEngagementRevised>().Changes.Select(c => c.Field).ShouldBe(["engagedOrganization", "community"]);
    }

    [Fact]
    public void A_value_has_a_day_that_is_not_in_the_future()
    {
        ResultMeasure
            .Record(_subject, Reach with { Value = 40.1234567m, AsOf = Today }, Today)
            .Value.ShouldBe(40.123457m, "as it is stored");
        Action withoutDay = () => ResultMeasure.Record(_subject, Reach with { Value = 40 }, Today);
        withoutDay.MustRefuse("engagement.valueWithoutDay");
        Action withoutValue = () => ResultMeasure.Record(_subject, Reach with { AsOf = Today }, Today);
        withoutValue.MustRefuse("engagement.valueWithoutDay");
        Action tomorrow = () => ResultMeasure.Record(_subject, Reach with { Value = 40, AsOf = Today.AddDays(1) }, Today);
        tomorrow.MustRefuse("engagement.inTheFuture");
    }

    [Fact]
    public void A_measure_keeps_unknown_apart_from_nought()
    {
        var measure = ResultMeasure.Record(_subject, Reach, Today);
        (measure.Indicator, measure.Baseline, measure.Value).ShouldBe(("Reach a clinic", null, null));
        measure.Revise(Reach with { Baseline = 0 }, Today).ShouldBeTrue();
        measure.Last<ResultMeasureRevised>().Changes.ShouldHaveSingleItem().Field.ShouldBe("baseline");
        measure.Revise(Reach with { Baseline = 0 }, Today).ShouldBeFalse();
    }
}
