namespace PartnershipTracker.Api.OpenApi;

/// <param name="IsOpen">Whether no key is needed.</param>
/// <param name="IsTagged">Whether the answer has an ETag, because it is a single resource or a file that never changes.</param>
internal sealed record OperationFacts(HttpMethod Method, string Path, bool HasBody, bool IsOpen, bool IsTagged)
{
    public bool IsPost => Method == HttpMethod.Post;

    public bool IsRead => Method == HttpMethod.Get;

    /// <summary>Whether it changes an existing resource and therefore supports <c>If-Match</c>.</summary>
    public bool ChangesOne => !IsRead && NamesOne;

    /// <summary>Whether its path names a resource that may not exist.</summary>
    public bool NamesOne => Path.Contains('{', StringComparison.Ordinal);
}
