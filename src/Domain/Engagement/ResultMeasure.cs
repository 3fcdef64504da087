using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Engagement;

public readonly record struct ResultMeasureId(Guid Value)
{
    public static ResultMeasureId New() => new(Guid.CreateVersion7());
}

/// <summary>How a result of community engagement is measured, and where it stands.</summary>
/// <param name="Baseline">The value before; null where it is unknown.</param>
/// <param name="Value">The last value; null where it is unknown.</param>
/// <param name="AsOf">The day of the value.</param>
public sealed record ResultMeasureTerms(
    CommunityResult Result,
    string Indicator,
    string Unit,
    decimal? Baseline,
    decimal? Value,
    DateOnly? AsOf
);

/// <summary>A measure of a result of community engagement in a partnership or a commitment; optional.</summary>
public sealed class ResultMeasure : AggregateRoot, IHasHistory
{
    private ResultMeasure() { }

    public ResultMeasureId Id { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>Null where it is about the partnership as a whole.</summary>
    public CommitmentId? CommitmentId { get; private set; }

    public CommunityResult Result { get; private set; }

    public string Indicator { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public decimal? Baseline { get; private set; }

    public decimal? Value { get; private set; }

    public DateOnly? AsOf { get; private set; }

    public EngagementSubject Subject => new(PartnershipId, CommitmentId);

    public HistorySubject HistorySubject => Subject.History;

    /// <param name="today">UTC; no value is of a later day.</param>
    public static ResultMeasure Record(EngagementSubject subject, ResultMeasureTerms terms, DateOnly today)
    {
        var measure = new ResultMeasure
        {
            Id = ResultMeasureId.New(),
            PartnershipId = subject.PartnershipId,
            CommitmentId = subject.CommitmentId,
        };
        measure.Set(terms, today);
        measure.Raise(new ResultMeasureRecorded(measure.Id, measure.Result, measure.Indicator));
        return measure;
    }

    /// <param name="today">As in <see cref="Record"/>.</param>
    /// <returns>Whether anything changed.</returns>
    public bool Revise(ResultMeasureTerms terms, DateOnly today)
    {
        var before = (Result, Indicator, Unit, Baseline, Value, AsOf);
        Set(terms, today);
        var changes = Changes.Of(
            ("result", before.Result, Result),
            ("indicator", before.Indicator, Indicator),
            ("unit", before.Unit, Unit),
            ("baseline", before.Baseline, Baseline),
            ("value", before.Value, Value),
            ("asOf", before.AsOf, AsOf)
        );
        if (changes.Count == 0)
            return false;
        Raise(new ResultMeasureRevised(Id, Indicator, changes));
        return true;
    }

    /// <summary>It was recorded by mistake. The caller removes the row; the history keeps what it said.</summary>
    public void Remove() => Raise(new ResultMeasureRemoved(Id, Result, Indicator));

    private void Set(ResultMeasureTerms terms, DateOnly today)
    {
        if (terms.Value is null != terms.AsOf is null)
            throw EngagementErrors.ValueWithoutDay();
        if (terms.AsOf > today)
            throw EngagementErrors.InTheFuture(today);

        Result = terms.Result;
        Indicator = terms.Indicator.Trim();
        Unit = terms.Unit.Trim();
        Baseline = NumberRules.Stored(terms.Baseline);
        Value = NumberRules.Stored(terms.Value);
        AsOf = terms.AsOf;
    }
}
