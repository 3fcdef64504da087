using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>Removes the answers that nobody may ask for again.</summary>
[Needs(Right.Administer)]
public sealed record ForgetAnswers : IRequest<int>;

internal sealed class ForgetAnswersHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<ForgetAnswers, int>
{
    public Task<int> Handle(ForgetAnswers command, CancellationToken ct)
    {
        var oldest = time.GetUtcNow() - KeptAnswer.Kept;
        return db.KeptAnswers.Where(a => a.At < oldest).ExecuteDeleteAsync(ct);
    }
}
