using System.Diagnostics.Metrics;

namespace PartnershipTracker.Application.Common;

/// <summary>The metrics of the product for its operators. Names and units follow the conventions of OpenTelemetry for metrics.</summary>
public sealed class TrackerMeters
{
    public const string Name = "PartnershipTracker";

    private readonly Counter<long> _flagsRaised;
    private readonly Histogram<double> _sweepDuration;
    private readonly Counter<long> _mailSent;
    private readonly Counter<long> _importRows;

    public TrackerMeters(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _flagsRaised = meter.CreateCounter<long>("tracker.flags.raised", "{flag}", "Flags that the sweep raised.");
        _sweepDuration = meter.CreateHistogram<double>("tracker.sweep.duration", "s", "How long a sweep took.");
        _mailSent = meter.CreateCounter<long>("tracker.mail.sent", "{mail}", "Mails that the server took.");
        _importRows = meter.CreateCounter<long>("tracker.import.rows", "{row}", "Rows of imported files that were read.");
    }

    public void Swept(int raised, TimeSpan took)
    {
        _flagsRaised.Add(raised);
        _sweepDuration.Record(took.TotalSeconds);
    }

    public void MailSent() => _mailSent.Add(1);

    public void RowsRead(int rows) => _importRows.Add(rows);
}
