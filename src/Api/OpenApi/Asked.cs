namespace PartnershipTracker.Api.OpenApi;

/// <param name="IsOpen">No key is needed.</param>
/// <param name="IsVersioned">Its answer has a version, or is a file that never changes, and so a tag.</param>
internal sealed record Asked(HttpMethod Method, string Path, bool HasBody, bool IsOpen, bool IsVersioned)
{
    public bool IsPost => Method == HttpMethod.Post;

    public bool IsRead => Method == HttpMethod.Get;

    /// <summary>Changes something that is there, and so honours <c>If-Match</c>.</summary>
    public bool ChangesOne => !IsRead && NamesOne;

    /// <summary>Has something in its path that may not exist.</summary>
    public bool NamesOne => Path.Contains('{', StringComparison.Ordinal);
}
