using System.Runtime.CompilerServices;
using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Exports;

/// <summary>
/// Writes a list, or another answer, as a table, with its own filters and rights. The rows of a list are read page by page while
/// they are written, so that memory stays constant.
/// </summary>
public sealed class ListExport(IMediator mediator, ITableWriter writer)
{
    /// <param name="name">The name of the sheet.</param>
    /// <param name="destination">A stream that is not closed.</param>
    public Task WriteAsync<TItem>(string name, PageAfter<TItem> pageAfter, TableFormat format, Stream destination, CancellationToken ct) =>
        WriteAsync(name, pageAfter, item => item, format, destination, ct);

    /// <summary>Writes a list of which the file does not hold what the answer does.</summary>
    /// <param name="name">The name of the sheet.</param>
    /// <param name="destination">A stream that is not closed.</param>
    public async Task WriteAsync<TItem, TRow>(
        string name,
        PageAfter<TItem> pageAfter,
        Func<TItem, TRow> rowOf,
        TableFormat format,
        Stream destination,
        CancellationToken ct
    )
    {
        // The first page is read before anything is written, so that a refusal is an answer of its own.
        var rows = RowsAsync(await mediator.Send(pageAfter(null), ct), pageAfter, ct).Select(rowOf);
        await writer.WriteAsync(destination, format, [ExportTable.Of(name, ListColumns.Of<TRow>(), rows)], ct);
    }

    /// <summary>Writes an answer that is no list as a table.</summary>
    /// <param name="name">The name of the sheet.</param>
    /// <param name="rowsOf">The rows of the answer, which is in memory.</param>
    /// <param name="destination">A stream that is not closed.</param>
    public async Task WriteAsync<TAnswer, TRow>(
        string name,
        IRequest<TAnswer> query,
        Func<TAnswer, IEnumerable<TRow>> rowsOf,
        TableFormat format,
        Stream destination,
        CancellationToken ct
    )
    {
        var rows = rowsOf(await mediator.Send(query, ct)).ToAsyncEnumerable();
        await writer.WriteAsync(destination, format, [ExportTable.Of(name, ListColumns.Of<TRow>(), rows)], ct);
    }

    private async IAsyncEnumerable<TItem> RowsAsync<TItem>(
        Page<TItem> page,
        PageAfter<TItem> pageAfter,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        while (true)
        {
            foreach (var item in page.Items)
                yield return item;
            if (page.Next is null)
                yield break;
            page = await mediator.Send(pageAfter(page.Next), ct);
        }
    }
}
