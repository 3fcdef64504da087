namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <param name="Body">An object for JSON, or the content itself.</param>
internal sealed record EndpointRequest(string Path, object? Body = null);

/// <summary>An endpoint, and what each caller is answered.</summary>
/// <param name="Endpoint">Method and route.</param>
/// <param name="Success">The status that stands for "ok" in the answers.</param>
/// <param name="Answers">See <see cref="RoleAnswers"/>.</param>
internal sealed record EndpointRow(string Endpoint, int Success, string Answers, Func<World, Whose, Task<EndpointRequest>> Ask);
