using System.Runtime.CompilerServices;
using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Exports;

/// <summary>
/// Writes a list as a table, with the filters and the rights of the list itself. The rows are read page by page while they are written, so
/// that memory stays constant.
/// </summary>
public sealed class ListExport(IMediator mediator, ITableWriter writer)
{
    /// <param name="name">The name of the sheet.</param>
    /// <param name="destination">A stream that is not closed.</param>
    public async Task WriteAsync<TItem>(
        string name,
        PageAfter<TItem> pageAfter,
        TableFormat format,
        Stream destination,
        CancellationToken ct
    )
    {
        // The first page is read before anything is written, so that a refusal is an answer of its own.
        var first = await mediator.Send(pageAfter(null), ct);
        await writer.WriteAsync(destination, format, [ExportTable.Of(name, ListColumns.Of<TItem>(), RowsAsync(first, pageAfter, ct))], ct);
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
