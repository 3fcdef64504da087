using System.Text.Json.Serialization;

namespace PartnershipTracker.Api.Common;

/// <summary>One error in a request, and its position.</summary>
/// <param name="Field">The name of the field, e.g. <c>milestones[0].dueDate</c>; empty for the whole request.</param>
/// <param name="Pointer">The position in the body (RFC 6901), e.g. <c>/milestones/0/dueDate</c>; left out for a parameter.</param>
/// <param name="Parameter">The name in the path or query string; left out for a field of the body.</param>
/// <param name="Code">Stable, e.g. <c>form.required</c>.</param>
/// <param name="Detail">A sentence in the reader's language.</param>
internal sealed record Violation(
    [property: JsonIgnore] string Field, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pointer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parameter, string Code, string Detail)
{
    /// <summary>Errors of a request without a body are about its parameters.</summary>
    public static Violation Of(HttpRequest request, string field, string code, string detail) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsDelete(request.Method)
            ? OfParameter(field, code, detail)
            : InBody(field, code, detail);

    public static Violation OfParameter(string name, string code, string detail) => new(name, null, name, code, detail);

    public static Violation InBody(string field, string code, string detail) => new(field, PointerOf(field), null, code, detail);

    private static string PointerOf(string field) => field.Length == 0 ? "" : "/" + field.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/');
}
