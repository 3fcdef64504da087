using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PartnershipTracker.Api.Common;

namespace PartnershipTracker.Api.OpenApi;

/// <summary>Describes an operation beyond the comment of its method. Everything is derived from path, method, body and answer.</summary>
internal static partial class Operations
{
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var (api, document) = (context.Description, context.Document!);
        var (method, path) = (new HttpMethod(api.HttpMethod!), "/" + Constraint().Replace(api.RelativePath!, "").TrimEnd('/'));
        var facts = new OperationFacts(
            method,
            path,
            HasBody: operation.RequestBody is not null,
            IsOpen: api.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any(),
            IsTagged: (method == HttpMethod.Get && path.EndsWith('}'))
                || api.SupportedResponseTypes.Any(r =>
                    r.Type == typeof(Stream) || r.Type?.GetProperty("Version")?.PropertyType == typeof(int)
                )
        );

        // The method's comment becomes the description, because menus show the short summary, which is made from the name.
        operation.Description ??= operation.Summary;
        operation.Summary = Sentence(operation.OperationId ?? "");
        if (facts.IsOpen)
            operation.Security = [];
        Parameters.Describe(operation, facts, document);
        Answers.Describe(operation, facts, document);
        if (operation.RequestBody is OpenApiRequestBody body)
            Examples.Add(body, facts);
        return Task.CompletedTask;
    }

    /// <summary><c>draftCommitment</c> → <c>Draft commitment</c>.</summary>
    private static string Sentence(string name) => char.ToUpperInvariant(name[0]) + Parameters.Words(name[1..]);

    [GeneratedRegex(@":\w+(?=\})")]
    private static partial Regex Constraint();
}
