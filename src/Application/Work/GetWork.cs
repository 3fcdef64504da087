using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Work;

/// <summary>What needs the caller: the first rows of each list that leads to something to do, and how many there are.</summary>
[Needs(Right.Read)]
public sealed record GetWork : IRequest<WorkToDo>;

internal sealed class GetWorkHandler(
    PartnerWork partner,
    SecretariatWork secretariat,
    BoardWork board,
    WaitingReviews reviews,
    ICurrentUser user
) : IRequestHandler<GetWork, WorkToDo>
{
    public async Task<WorkToDo> Handle(GetWork query, CancellationToken ct) =>
        user switch
        {
            { Role: Role.Officer or Role.Reporter, OrganizationId: { } own } => await partner.OfAsync(own, ct),
            { Role: Role.Secretariat } => await secretariat.GetAsync(ct),
            { Role: Role.Board } => new WorkToDo { Initiatives = await board.WaitingAsync(ct) },
            { Role: Role.Reviewer } => new WorkToDo { Reviews = await WaitingAsync(ct) },
            _ => new WorkToDo(),
        };

    private async Task<WorkList<WaitingReview>> WaitingAsync(CancellationToken ct)
    {
        var page = await reviews.PageAsync(Reviewer.Of(user), null, null, WorkLists.Shown, null, isCounted: false, ct);
        return new WorkList<WaitingReview>(page.Total ?? page.Items.Count, WorkLists.Reviews, page.Items);
    }
}
