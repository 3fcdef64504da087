namespace PartnershipTracker.Domain.Common;

/// <summary>Why a request is refused (docs/adr/0004).</summary>
public enum RefusalKind
{
    /// <summary>The request itself is not well formed.</summary>
    Malformed,

    /// <summary>The caller may see it but not do it.</summary>
    Forbidden,

    /// <summary>It does not exist, or the caller may not know that it does.</summary>
    NotFound,

    /// <summary>Somebody was first.</summary>
    Conflict,

    /// <summary>It changed since the caller read it.</summary>
    VersionMoved,

    /// <summary>More than is taken at once.</summary>
    TooLarge,

    /// <summary>A rule refuses it.</summary>
    Refused,
}

/// <summary>
/// A refusal. It carries a stable code and the values its sentence needs; the sentence itself is a text resource of the same name,
/// so that it can be said in the reader's language.
/// </summary>
public sealed class DomainException(RefusalKind kind, string code, string? field = null, params object?[] args) : Exception(code)
{
    public RefusalKind Kind { get; } = kind;

    /// <summary>Stable and documented, e.g. <c>commitment.notActive</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The field of the request that is refused, in camelCase, where there is one.</summary>
    public string? Field { get; } = field;

    public IReadOnlyList<object?> Args { get; } = args;

    public static DomainException Refused(string code, string? field = null, params object?[] args) => new(RefusalKind.Refused, code, field, args);

    public static DomainException NotFound(string what) => new(RefusalKind.NotFound, what + ".notFound");

    public static DomainException Forbidden(string code, params object?[] args) => new(RefusalKind.Forbidden, code, null, args);

    public static DomainException Conflict(string code, string? field = null, params object?[] args) => new(RefusalKind.Conflict, code, field, args);
}
