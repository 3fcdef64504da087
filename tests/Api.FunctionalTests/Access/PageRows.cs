namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>The rows of a page: its methods are answered alike.</summary>
internal static class PageRows
{
    /// <summary>A page that is read.</summary>
    public static IEnumerable<EndpointRow> Read(string route, string answers, Func<World, Whose, Task<string>> address) =>
        new[] { "GET", "HEAD" }.Select(method => new EndpointRow(
            $"{method} {route}",
            200,
            answers,
            async (world, whose) => new(await address(world, whose))
        ));

    /// <summary>A page with a form.</summary>
    /// <param name="fields">What is sent; it must be accepted from those whose answer is "ok".</param>
    public static IEnumerable<EndpointRow> Form(
        string route,
        string answers,
        Func<World, Whose, Task<string>> address,
        params (string Name, string Value)[] fields
    ) =>
        [
            .. Read(route, answers, address),
            new($"POST {route}", 303, answers, async (world, whose) => new(await address(world, whose), Fields(fields))),
        ];

    /// <summary>A page with a form whose fields name what is made for the row.</summary>
    public static IEnumerable<EndpointRow> Form(string route, string answers, Func<World, Whose, Task<EndpointRequest>> ask) =>
        [.. Read(route, answers, async (world, whose) => (await ask(world, whose)).Path), new($"POST {route}", 303, answers, ask)];

    /// <summary>A page with a form whose fields differ from request to request.</summary>
    /// <param name="success">303, or 200 for a form that leads to a page with a secret.</param>
    public static IEnumerable<EndpointRow> Form(
        string route,
        string answers,
        Func<World, Whose, Task<string>> address,
        Func<World, Whose, IEnumerable<(string Name, string Value)>> fields,
        int success = 303
    ) => [.. Read(route, answers, address), Send(route, answers, address, fields, success)];

    /// <summary>What a button on another page sends.</summary>
    public static EndpointRow Send(
        string route,
        string answers,
        Func<World, Whose, Task<string>> address,
        Func<World, Whose, IEnumerable<(string Name, string Value)>>? fields = null,
        int success = 303
    ) =>
        new(
            $"POST {route}",
            success,
            answers,
            async (world, whose) => new(await address(world, whose), Fields(fields?.Invoke(world, whose) ?? []))
        );

    public static FormUrlEncodedContent Fields(params IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
