using FluentValidation;
using MediatR;

namespace PartnershipTracker.Application.Common;

/// <summary>
/// Runs after authorization and checks the form of the request. A malformed request throws a <see cref="ValidationException"/>, which the
/// API answers with 400 by field.
/// </summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators)
            await validator.ValidateAndThrowAsync(request, ct);
        return await next();
    }
}
