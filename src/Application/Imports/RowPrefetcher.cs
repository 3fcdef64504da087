using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PartnershipTracker.Application.Imports;

/// <summary>Reads and checks the rows of a file while earlier ones are saved, so that an import uses two processors.</summary>
/// <param name="skip">The number of rows that were saved before an interruption; only their keys are read.</param>
internal sealed class RowPrefetcher(ISpreadsheet file, IRowReader reader, long skip)
{
    /// <summary>As many rows wait at most, so that memory does not grow with the file.</summary>
    private const int MaxWaiting = 1000;

    /// <exception cref="Domain.Common.DomainException">The next row cannot be read.</exception>
    public async IAsyncEnumerable<ReadRow> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var rows = Channel.CreateBounded<ReadRow>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => FillAsync(rows.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var row in rows.Reader.ReadAllAsync(ct))
                yield return row;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>An exception is passed on to the reader of the rows.</summary>
    private async Task FillAsync(ChannelWriter<ReadRow> rows, CancellationToken ct)
    {
        try
        {
            while (await file.ReadAsync(ct))
                await rows.WriteAsync(Read(), ct);
            rows.Complete();
        }
#pragma warning disable CA1031 // Thrown where the rows are read.
        catch (Exception e)
#pragma warning restore CA1031
        {
            rows.Complete(e);
        }
    }

    private ReadRow Read()
    {
        var row = new ReadRow(file.RowNumber, file.Line);
        if (row.Number <= skip)
            return row with { Key = reader.KeyOf(file) };
        if (reader.IsExample(file))
            return row;
        try
        {
            return row with { Taken = reader.Read(file) };
        }
        catch (RowRefusedException refused)
        {
            return row with { Reasons = refused.Reasons, Key = reader.KeyOf(file) };
        }
    }
}

/// <summary>A row of the file after reading: taken, refused with its reasons, or neither for the example of the template.</summary>
/// <param name="Number">Counted from 1, without the heading.</param>
/// <param name="Key">Of a row that is refused or was saved before; null if it has none.</param>
internal sealed record ReadRow(
    long Number,
    int Line,
    ImportRow? Taken = null,
    IReadOnlyList<RowIssue>? Reasons = null,
    (string Partnership, string SourceId)? Key = null
);
