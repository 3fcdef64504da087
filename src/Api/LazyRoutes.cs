namespace PartnershipTracker.Api;

/// <summary>
/// Maps handlers as the framework's methods of the same names do, and takes their place in this program. The code that binds a request to
/// a handler is compiled at the handler's first request: to compile it for all routes would take half of the time of a start (ADR 0041).
/// What a route says about itself, and mistakes in its parameters, are still known at the start.
/// </summary>
internal static class LazyRoutes
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, string path, Delegate handler) =>
        routes.MapMethods(path, [HttpMethods.Get], handler);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, string path, Delegate handler) =>
        routes.MapMethods(path, [HttpMethods.Post], handler);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, string path, Delegate handler) =>
        routes.MapMethods(path, [HttpMethods.Put], handler);

    public static RouteHandlerBuilder MapPatch(this IEndpointRouteBuilder routes, string path, Delegate handler) =>
        routes.MapMethods(path, [HttpMethods.Patch], handler);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, string path, Delegate handler) =>
        routes.MapMethods(path, [HttpMethods.Delete], handler);

    public static RouteHandlerBuilder MapMethods(
        this IEndpointRouteBuilder routes,
        string path,
        IEnumerable<string> methods,
        Delegate handler
    ) => RouteHandlerServices.Map(routes, path, handler, methods, RequestDelegateFactory.InferMetadata, CompiledAtFirstRequest);

    private static RequestDelegateResult CompiledAtFirstRequest(
        Delegate handler,
        RequestDelegateFactoryOptions options,
        RequestDelegateMetadataResult? metadata
    )
    {
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        return new RequestDelegateResult(http => compiled.Value(http), metadata?.EndpointMetadata ?? []);
    }
}
