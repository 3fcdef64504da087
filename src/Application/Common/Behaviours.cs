using FluentValidation;
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

/// <summary>Then its form is checked; a malformed request is a <see cref="ValidationException"/>, which the API answers with 400 by field.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators)
            await validator.ValidateAndThrowAsync(request, ct);
        return await next();
    }
}
