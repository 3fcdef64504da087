using System.Collections.Concurrent;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Looks whether there is something at an address, without trusting whoever wrote it.</summary>
public interface ILinkChecker
{
    /// <summary>Bounded in time and size; never fails for what the other side does.</summary>
    Task<LinkCheck> CheckAsync(string url, CancellationToken ct);
}

/// <summary>Looks at the links that were not looked at for a week, the longest waiting first. It changes no commitment.</summary>
[Needs(Right.Administer)]
public sealed record CheckLinks : IRequest<int>;

internal sealed class CheckLinksHandler(ITrackerDb db, ILinkChecker checker, TimeProvider time) : IRequestHandler<CheckLinks, int>
{
    private const int Batch = 100;
    private const int AtOnce = 4;

    /// <summary>A link that was looked at late last Sunday is not left out this Sunday.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(12);

    /// <returns>How many were looked at.</returns>
    public async Task<int> Handle(CheckLinks command, CancellationToken ct)
    {
        var looked = 0;
        while (true)
        {
            var due = time.GetUtcNow() + Early;
            var links = await db.Evidence.Where(e => e.NextCheckAt <= due).OrderBy(e => e.NextCheckAt).ThenBy(e => e.Seq).Take(Batch).ToListAsync(ct);
            if (links.Count == 0) return looked;

            var found = new ConcurrentDictionary<EvidenceId, LinkCheck>();
            await Parallel.ForEachAsync(
                links, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (link, token) => found[link.Id] = await checker.CheckAsync(link.Url!, token));
            links.ForEach(link => link.Checked(found[link.Id], time.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            looked += links.Count;
        }
    }
}
