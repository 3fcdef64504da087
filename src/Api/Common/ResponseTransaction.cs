using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// A change and the reading of its answer are one transaction, so that the answer never contains what another request wrote in between
/// (docs/adr/0026). It is committed before the answer is sent; if the answer cannot be read, the change is rolled back.
/// </summary>
internal static class ResponseTransaction
{
    /// <summary>
    /// Applies to endpoints that change data. Endpoints that only read get no filter, because even an idle filter costs time.
    /// </summary>
    public static RouteGroupBuilder AnswerWhatWasWritten(this RouteGroupBuilder api)
    {
        ((IEndpointConventionBuilder)api).Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().Any(m => !m.HttpMethods.All(IsReading)))
                endpoint.FilterFactories.Add((_, next) => context => HoldAsync(context, next));
        });
        return api;
    }

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static async ValueTask<object?> HoldAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<CommitsItself>() is not null) return await next(context);

        await using var held = http.RequestServices.GetRequiredService<TrackerDb>().HoldTransaction();
        var answer = await next(context);
        await held.CommitAsync(http.RequestAborted);
        return answer;
    }
}
