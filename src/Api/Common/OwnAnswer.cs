using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

/// <summary>Marks an endpoint that saves in several transactions of its own and reads nothing of it for its answer.</summary>
internal sealed class SavesInSteps;

/// <summary>
/// A change and the reading of its answer are one transaction, so that nobody is answered with what somebody else wrote in between
/// (docs/adr/0026). It is committed before a byte is sent; a change whose answer cannot be read did not happen.
/// </summary>
internal sealed class OwnAnswer : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var isReading = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (isReading || http.GetEndpoint()?.Metadata.GetMetadata<SavesInSteps>() is not null) return await next(context);

        await using var held = http.RequestServices.GetRequiredService<TrackerDb>().HoldTransaction();
        var answer = await next(context);
        await held.CommitAsync(http.RequestAborted);
        return answer;
    }
}
