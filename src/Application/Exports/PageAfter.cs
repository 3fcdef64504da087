using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Exports;

/// <param name="cursor">The <see cref="Page{T}.Next"/> of the page before; null for the first page.</param>
/// <returns>The query for a page of a list.</returns>
public delegate IRequest<Page<TItem>> PageAfter<TItem>(string? cursor);
