namespace PartnershipTracker.Domain.Common;

/// <summary>
/// A refusal by a rule. It carries a stable code and the values for its sentence; the sentence is a text resource of the same name, so that
/// it can be shown in the reader's language.
/// </summary>
public sealed class DomainException(RefusalKind kind, string code, string? field = null, params object?[] args) : Exception(code)
{
    public RefusalKind Kind { get; } = kind;

    /// <summary>Stable and documented, e.g. <c>commitment.notActive</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The field of the request that is refused, in camelCase, where there is one.</summary>
    public string? Field { get; } = field;

    public IReadOnlyList<object?> Args { get; } = args;

    /// <summary>
    /// For a guard that returns its refusal instead of throwing it, so that others can ask the same guard whether something is possible.
    /// </summary>
    public void Throw() => throw this;

    public static DomainException Refused(string code, string? field = null, params object?[] args) =>
        new(RefusalKind.Refused, code, field, args);

    public static DomainException NotFound(string what) => new(RefusalKind.NotFound, what + ".notFound");

    public static DomainException Forbidden(string code, params object?[] args) => new(RefusalKind.Forbidden, code, null, args);

    public static DomainException Conflict(string code, string? field = null, params object?[] args) =>
        new(RefusalKind.Conflict, code, field, args);
}
