using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Domain.UnitTests.HealthChecks;

public sealed class HealthResultsTests
{
    private const HealthStatement Asked = HealthStatement.CommunityVoice;

    private readonly List<HealthCount> _counts = [];

    [Fact]
    public void The_middle_value_lies_halfway_between_two_and_quartiles_are_answers_that_were_given()
    {
        Answer(MemberRole.Lead, Sector.Public, 1, 2, 2, 3, 5, 5);
        var result = Result();
        result.Answers.ShouldBe(6);
        result.Median.ShouldBe(2.5m);
        result.LowerQuartile.ShouldBe(2);
        result.UpperQuartile.ShouldBe(5);
    }

    [Fact]
    public void Who_cannot_say_is_counted_apart_and_changes_no_middle_value()
    {
        Answer(MemberRole.Lead, Sector.Public, 4, 4, 4, 0, 0);
        var result = Result();
        (result.Answers, result.CannotSay, result.Median).ShouldBe((3, 2, 4m));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public void Fewer_than_three_answers_show_nothing(int answers)
    {
        Answer(MemberRole.Lead, Sector.Public, [.. Enumerable.Repeat(5, answers), 0, 0, 0]);
        var result = Result();
        (result.Answers, result.CannotSay, result.Median, result.LowerQuartile).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void A_group_is_shown_if_it_and_all_others_have_three_answers()
    {
        Answer(MemberRole.Lead, Sector.Public, 5, 5, 5);
        Answer(MemberRole.Community, Sector.Public, 2, 2, 2);
        Shown().ShouldBe([MemberRole.Lead, MemberRole.Community]);
        var result = Result();
        (result.LowestRole, result.HighestRole).ShouldBe((2m, 5m));
    }

    [Fact]
    public void A_group_is_hidden_if_the_others_have_two_answers()
    {
        Answer(MemberRole.Lead, Sector.Public, 5, 5, 5, 5);
        Answer(MemberRole.Community, Sector.Public, 2, 2);
        Shown().ShouldBeEmpty();
        Result().Median.ShouldBe(5, "all together are shown");
        Result().Roles.ShouldAllBe(r => r.Answers == null, "not even their number");
    }

    [Fact]
    public void A_group_that_could_be_computed_from_the_others_hides_the_smallest_of_them_too()
    {
        Answer(MemberRole.Lead, Sector.Public, 5, 5, 5, 5, 5);
        Answer(MemberRole.Funding, Sector.Public, 4, 4, 4, 4);
        Answer(MemberRole.Community, Sector.Public, 1);
        Shown().ShouldBe([MemberRole.Lead], "all without lead and funding would be the one of the community");
    }

    [Fact]
    public void Two_small_groups_protect_each_other()
    {
        Answer(MemberRole.Lead, Sector.Public, 5, 5, 5, 5, 5);
        Answer(MemberRole.Funding, Sector.Public, 4, 4, 4);
        Answer(MemberRole.Knowledge, Sector.Public, 3, 3);
        Answer(MemberRole.Community, Sector.Public, 1);
        Shown().ShouldBe([MemberRole.Lead, MemberRole.Funding], "what is left are three");
    }

    [Fact]
    public void Whoever_cannot_say_does_not_make_a_group_large_enough()
    {
        Answer(MemberRole.Lead, Sector.Public, 5, 5, 0, 0);
        Answer(MemberRole.Community, Sector.Public, 2, 2, 2);
        Shown().ShouldBeEmpty();
    }

    [Fact]
    public void Sectors_are_hidden_where_a_role_within_a_sector_has_few_answers()
    {
        Answer(MemberRole.Community, Sector.CivilSociety, 1, 1, 1);
        Answer(MemberRole.Lead, Sector.Public, 5, 5, 5);
        Result().Sectors.ShouldAllBe(s => s.Median != null);

        Answer(MemberRole.Lead, Sector.CivilSociety, 3);
        Result().Sectors.ShouldAllBe(s => s.Median == null, "civil society without the community would be one answer");
        Shown().ShouldBe([MemberRole.Lead, MemberRole.Community]);
    }

    [Fact]
    public void No_shown_groups_leave_one_or_two_others_in_any_of_many_distributions()
    {
        var random = new Random(17);
        for (var i = 0; i < 500; i++)
        {
            _counts.Clear();
            foreach (var role in Enum.GetValues<MemberRole>())
                Answer(role, (Sector)random.Next(2), [.. Enumerable.Range(0, random.Next(7)).Select(_ => random.Next(6))]);
            var (result, total) = (Result(), Rated(_ => true));
            var shown = result.Roles.Where(r => r.Median is not null).ToList();
            shown.ShouldAllBe(r => r.Answers >= 3 && total - r.Answers >= 3);
            if (shown.Count > 0)
                (total - shown.Sum(r => r.Answers!.Value)).ShouldNotBeInRange(1, 2);
            foreach (var sector in result.Sectors.Where(s => s.Median is not null))
            foreach (var role in shown)
                Rated(c => c.Role == role.Role && c.Sector != sector.Sector).ShouldNotBeInRange(1, 2);
        }
    }

    [Fact]
    public void The_widest_gap_is_between_the_middle_values_of_community_and_lead()
    {
        Answer(MemberRole.Lead, Sector.Public, 5, 5, 5);
        Answer(MemberRole.Community, Sector.Public, 2, 2, 2);
        Answer(HealthStatement.Accountability, MemberRole.Lead, 4, 4, 4);
        Answer(HealthStatement.Accountability, MemberRole.Community, 3, 3, 3);
        HealthResults.WidestGap(Results())!.Statement.ShouldBe(Asked);
    }

    [Fact]
    public void There_is_no_gap_where_both_agree_or_one_is_hidden()
    {
        Answer(MemberRole.Lead, Sector.Public, 5, 5, 5);
        HealthResults.CanCompare(Results()).ShouldBeFalse();
        Answer(MemberRole.Community, Sector.Public, 5, 5, 5);
        HealthResults.CanCompare(Results()).ShouldBeTrue();
        HealthResults.WidestGap(Results()).ShouldBeNull();
    }

    [Fact]
    public void There_is_a_result_for_each_of_the_ten_statements() =>
        Results().Select(r => r.Statement).ShouldBe(HealthInstrument.Statements);

    private IReadOnlyList<StatementResult> Results() => HealthResults.Of(_counts, HealthInstrument.CurrentVersion);

    private StatementResult Result() => Results().Single(r => r.Statement == Asked);

    private IEnumerable<MemberRole> Shown() => Result().Roles.Where(r => r.Median is not null).Select(r => r.Role);

    private int Rated(Func<HealthCount, bool> which) =>
        _counts.Where(c => c.Rating != HealthRating.CannotSay && which(c)).Sum(c => c.Count);

    /// <param name="answers">0 for "cannot say".</param>
    private void Answer(MemberRole role, Sector sector, params int[] answers) =>
        _counts.AddRange(answers.Select(a => new HealthCount(role, sector, Asked, (HealthRating)a, 1)));

    private void Answer(HealthStatement statement, MemberRole role, params int[] answers) =>
        _counts.AddRange(answers.Select(a => new HealthCount(role, Sector.Public, statement, (HealthRating)a, 1)));
}
