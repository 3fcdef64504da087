using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Common;

public sealed class VisibilityOnSqlite(OnSqlite fixture) : VisibilityTests(fixture), IClassFixture<OnSqlite>;

public sealed class VisibilityOnPostgreSql(OnPostgreSql fixture) : VisibilityTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class VisibilityTests(HostFixture fixture) : IAsyncLifetime
{
    private const string Own = "own draft",
        Partners = "partner's draft in a shared partnership",
        Hidden = "a stranger's commitment in an unpublished partnership",
        PublicDraft = "a stranger's draft in a published partnership",
        PublicCommitment = "a stranger's commitment in a published partnership";

    private static readonly string[] Everything = [Own, Partners, Hidden, PublicDraft, PublicCommitment];

    private readonly Dictionary<string, CommitmentId> _commitments = [];
    private readonly TrackerHost _host = fixture.Host;
    private OrganizationId _own,
        _partner,
        _stranger;
    private PartnershipId _shared,
        _hidden,
        _published;

    public static TheoryData<Role?, string[]> VisibleByRole =>
        new()
        {
            { Role.Secretariat, Everything },
            { Role.Board, Everything },
            { Role.Reviewer, Everything },
            { Role.Officer, [Own, Partners, PublicCommitment] },
            { Role.Reporter, [Own, Partners, PublicCommitment] },
            { Role.Community, [PublicCommitment] },
            { Role.Member, [PublicCommitment] },
            { null, [PublicCommitment] },
        };

    public async Task InitializeAsync()
    {
        _own = await _host.Organization("Own");
        _partner = await _host.Organization("Partner");
        _stranger = await _host.Organization("Stranger");
        _shared = await _host.ActivePartnership("Shared", _own, _partner);
        _hidden = await _host.ActivePartnership("Hidden", _partner, _stranger);
        _published = await _host.ActivePartnership("Published", _stranger, _partner);
        await _host.Send(new PublishPartnership(_published, IsPublished: true));

        _commitments[Own] = await _host.Draft(_shared, _own, "2026-01-01", Own);
        _commitments[Partners] = await _host.Draft(_shared, _partner, "2026-01-01", Partners);
        _commitments[Hidden] = await _host.ActiveCommitment(_hidden, _stranger, "2026-01-01", Hidden);
        _commitments[PublicDraft] = await _host.Draft(_published, _stranger, "2026-01-01", PublicDraft);
        _commitments[PublicCommitment] = await _host.ActiveCommitment(_published, _stranger, "2026-01-01", PublicCommitment);
        await _host.Send(new Sweep());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseTheory]
    [MemberData(nameof(VisibleByRole))]
    public async Task Each_role_finds_what_it_may_see_and_nothing_else(Role? role, string[] visible)
    {
        var organization = role is null or Role.Secretariat ? (OrganizationId?)null : _own;
        Task<T> Ask<T>(MediatR.IRequest<T> request) => _host.SendAs(role, organization, request);

        foreach (var (name, id) in _commitments)
        {
            Task[] asked = [Ask(new GetCommitment(id)), Ask(new GetHistory(id)), Ask(new ListProgressReports(id))];
            foreach (var answer in asked)
            {
                if (visible.Contains(name))
                    await answer;
                else
                    (await Should.ThrowAsync<DomainException>(answer)).ShouldSatisfyAllConditions(
                        e => e.Kind.ShouldBe(RefusalKind.NotFound),
                        e => e.Code.ShouldBe("commitment.notFound")
                    );
            }
        }

        var ids = _commitments.Values.Select(c => c.Value).ToList();
        var listed = new List<Guid>();
        foreach (var partnership in new[] { _shared, _hidden, _published })
            listed.AddRange((await Ask(new ListCommitments { PartnershipId = partnership.Value })).Items.Select(c => c.Id));
        listed.ShouldBe(visible.Select(name => _commitments[name].Value), ignoreOrder: true);

        var flagged = new List<Guid>();
        foreach (var id in ids)
            flagged.AddRange((await Ask(new ListFlags(CommitmentId: id))).Items.Select(f => f.CommitmentId!.Value));
        flagged.ShouldBe(visible.Intersect([Hidden, PublicCommitment]).Select(name => _commitments[name].Value), ignoreOrder: true);
    }

    [DatabaseTheory]
    [InlineData(Role.Board, true, true)]
    [InlineData(Role.Reviewer, true, true)]
    [InlineData(Role.Officer, true, false)]
    [InlineData(Role.Reporter, true, false)]
    [InlineData(Role.Community, false, false)]
    [InlineData(Role.Member, false, false)]
    [InlineData(null, false, false)]
    public async Task A_partnership_is_visible_to_its_members_and_once_published_to_all(Role? role, bool seesShared, bool seesHidden)
    {
        OrganizationId? organization = role is null ? null : _own;
        await Sees(new GetPartnership(_published), true);
        await Sees(new GetPartnership(_shared), seesShared);
        await Sees(new ListMembers(_shared), seesShared);
        await Sees(new GetPartnership(_hidden), seesHidden);
        await Sees(new ListMembers(_hidden), seesHidden);

        async Task Sees<T>(MediatR.IRequest<T> request, bool sees)
        {
            var asked = _host.SendAs(role, organization, request);
            if (sees)
                await asked;
            else
                (await Should.ThrowAsync<DomainException>(asked)).Kind.ShouldBe(RefusalKind.NotFound);
        }
    }

    [DatabaseFact]
    public async Task An_organization_is_visible_to_itself_its_partners_and_once_in_a_published_partnership_to_all()
    {
        var lonely = await _host.Organization("Lonely");
        (await _host.SendAs(Role.Reporter, _own, new GetOrganization(_own))).Name.ShouldBe("Own");
        (await _host.SendAs(Role.Reporter, _own, new GetOrganization(_partner))).Name.ShouldBe("Partner");
        (await _host.SendAs(Role.Reporter, _own, new GetOrganization(_stranger))).Name.ShouldBe("Stranger");
        (await _host.SendAs(Role.Reporter, lonely, new GetOrganization(lonely))).Name.ShouldBe("Lonely");
        (await Should.ThrowAsync<DomainException>(_host.SendAs(Role.Reporter, _own, new GetOrganization(lonely)))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        (await Should.ThrowAsync<DomainException>(_host.SendAs(null, null, new GetOrganization(_own)))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [DatabaseFact]
    public async Task A_commitment_that_is_no_longer_published_is_no_longer_visible()
    {
        await _host.Send(new PublishPartnership(_published, IsPublished: false));
        (
            await Should.ThrowAsync<DomainException>(_host.SendAs(null, null, new GetCommitment(_commitments[PublicCommitment])))
        ).Kind.ShouldBe(RefusalKind.NotFound);
    }
}
