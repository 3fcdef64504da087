using MediatR;

namespace PartnershipTracker.Application.Programme;

/// <summary>
/// Before a use case runs, the terms in memory are brought up to date, so that validators, handlers and pages only look them up.
/// </summary>
internal sealed class VocabularyBehaviour<TRequest, TResponse>(IVocabulary vocabulary) : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        await vocabulary.RefreshAsync(ct);
        return await next();
    }
}
