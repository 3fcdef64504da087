using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// A change and the reading of its answer are one transaction, so that nobody is answered with what somebody else wrote in between
/// (docs/adr/0026). It is committed before a byte is sent; a change whose answer cannot be read did not happen.
/// </summary>
internal static class ResponseTransaction
{
    /// <summary>All that change something. Those that read stay without a filter, which costs even where it does nothing.</summary>
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
