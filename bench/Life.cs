using System.Reflection;
using System.Text.Json;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Bench;

/// <summary>
/// A commitment that goes through its changes at contexts of the past, and the rows this leaves behind: the history and the versions are those that
/// saving each change at its moment would have written.
/// </summary>
internal sealed class Life
{
    private static readonly PropertyInfo ValidTo = typeof(CommitmentVersion).GetProperty(nameof(CommitmentVersion.ValidTo))!;

    private readonly TimeZoneInfo _zone;
    private readonly bool _hasContact;
    private readonly Actor _by;
    private DateTimeOffset _since;

    public Life(Partnership partnership, Organization organization, CommitmentTerms terms, DateTimeOffset from, Actor by, string sourceId)
    {
        (_zone, _hasContact, _by, _since) = (TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone), organization.Contacts.Count > 0, by, from);
        Commitment = Commitment.Import(partnership.Id, organization, terms, At(from), sourceId);
        WriteHistory(from);
    }

    public Commitment Commitment { get; }

    /// <summary>What belongs to it: reports, requests and the like, history, former versions.</summary>
    public List<Entity> Rows { get; } = [];

    public T On<T>(DateTimeOffset when, Func<Commitment, DecisionContext, T> change)
        where T : Entity
    {
        T row = null!;
        On(when, (commitment, context) => { row = change(commitment, context); });
        Rows.Add(row);
        return row;
    }

    public void On(DateTimeOffset when, Action<Commitment, DecisionContext> change)
    {
        EndVersion(when);
        Commitment.RollPeriods(At(when));
        change(Commitment, At(when));
        WriteHistory(when);
    }

    /// <summary>It is saved now; its current version begins here.</summary>
    public IEnumerable<Entity> Until(DateTimeOffset now)
    {
        EndVersion(now);
        Commitment.RollPeriods(At(now));
        return [Commitment, .. Rows];
    }

    private DecisionContext At(DateTimeOffset when) => new(when, _by, _zone, _hasContact, new AccountabilityRules());

    private void EndVersion(DateTimeOffset when)
    {
        var version = new CommitmentVersion(Commitment, _since);
        ValidTo.SetValue(version, when);
        Rows.Add(version);
        _since = when;
    }

    private void WriteHistory(DateTimeOffset when)
    {
        var subject = new HistorySubject(Commitment.Id.Value, Commitment.OrganizationId.Value, Commitment.PartnershipId.Value);
        Rows.AddRange(Commitment.Events.Select(e => new HistoryEntry(subject, JsonNamingPolicy.CamelCase.ConvertName(e.GetType().Name), HistoryJson.Write(e), _by, when)));
        Commitment.ClearEvents();
    }
}
