using Microsoft.AspNetCore.Mvc;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Dashboard.Forms;

internal static class FormRoutes
{
    /// <summary>
    /// Maps a page with a form: GET shows it and POST sends it. Both need the right of the command that the form sends.
    /// </summary>
    /// <typeparam name="TCommand">The use case; its <see cref="NeedsAttribute"/> names the right.</typeparam>
    /// <param name="send">Takes a <see cref="FormPost"/>.</param>
    /// <param name="maxFileBytes">The maximum size of one file; 0 for a form without files.</param>
    /// <returns>The route that sends it.</returns>
    public static RouteHandlerBuilder MapForm<TCommand>(
        this RouteGroupBuilder pages,
        string path,
        Delegate show,
        Delegate send,
        long maxFileBytes = 0
    )
    {
        pages.MapRead<TCommand>(path, show);
        return pages.MapSend<TCommand>(path, send, maxFileBytes);
    }

    /// <summary>Maps a page that needs the right of a use case.</summary>
    public static RouteHandlerBuilder MapRead<TCommand>(this RouteGroupBuilder pages, string path, Delegate show) =>
        pages.MapMethods(path, Pages.Read, show).Needs<TCommand>();

    /// <summary>Maps what a form of another page sends.</summary>
    public static RouteHandlerBuilder MapSend<TCommand>(this RouteGroupBuilder pages, string path, Delegate send, long maxFileBytes = 0)
    {
        var route = pages.MapPost(path, send).Needs<TCommand>().WithMetadata(new FormLimits(maxFileBytes));
        if (maxFileBytes > 0)
            route.WithMetadata(new RequestSizeLimitAttribute(new FormLimits(maxFileBytes).MaxBytesRead));
        return route;
    }

    private static RouteHandlerBuilder Needs<TCommand>(this RouteHandlerBuilder route)
    {
        var right = RoleTable.RightOf(typeof(TCommand)) ?? throw new InvalidOperationException($"{typeof(TCommand).Name} names no right.");
        return route.RequireAuthorization(policy => policy.AddRequirements(new NeedsRight(right)));
    }
}
