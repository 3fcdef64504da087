using MediatR;

namespace PartnershipTracker.Application.Common;

/// <summary>Runs first for every use case and refuses callers without the right that it needs.</summary>
internal sealed class AuthorizationBehaviour<TRequest, TResponse>(ICurrentUser user) : IPipelineBehavior<TRequest, TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        RoleTable.Demand(user, typeof(TRequest));
        return next();
    }
}
