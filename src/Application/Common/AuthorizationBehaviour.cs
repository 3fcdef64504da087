using MediatR;

namespace PartnershipTracker.Application.Common;

/// <summary>Every use case passes here first: without the right it needs, nothing happens.</summary>
internal sealed class AuthorizationBehaviour<TRequest, TResponse>(ICurrentUser user) : IPipelineBehavior<TRequest, TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        RoleTable.Demand(user, typeof(TRequest));
        return next();
    }
}
