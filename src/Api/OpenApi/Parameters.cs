using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Idempotency;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.OpenApi;

/// <summary>Describes everything beside the body: paging, filters, ids, and the headers that all operations of a kind accept.</summary>
internal static class Parameters
{
    private static readonly Dictionary<string, OpenApiParameter> Headers = new()
    {
        ["Accept-Language"] = Header(
            "The language of sentences in the response; English where it is not available.",
            new OpenApiSchema { Type = JsonSchemaType.String }
        ),
        ["If-Match"] = Header(
            "The `ETag` you received: the change is refused (412) if the resource was changed since.",
            new OpenApiSchema { Type = JsonSchemaType.String }
        ),
        ["If-None-Match"] = Header(
            "The `ETag` you received: 304 if the resource has not changed since.",
            new OpenApiSchema { Type = JsonSchemaType.String }
        ),
        [Idempotency.Header] = Header(
            "A unique text, e.g. a UUID: the request is done once, and a repeated request with the same key gets the same response.",
            new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MinLength = 1,
                MaxLength = IdempotencyRecord.KeyMaxLength,
                Pattern = "^[!-~]+$",
            }
        ),
    };

    /// <summary>Used for parameters without a comment of their own.</summary>
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["limit"] = $"The maximum number of items, 1 to {Paging.MaxLimit}; {Paging.DefaultLimit} by default.",
        ["cursor"] = "`next` of the previous page; all other parameters must stay the same.",
        ["updatedSince"] =
            "Only what was changed at this instant or later. A change that is being saved may carry an earlier instant: "
            + "ask from one minute before the last response.",
        ["q"] = "Part of the name or title, without regard to case and accents.",
        ["sort"] = "The field to sort by; with `-` before it, backwards.",
        ["organizationId"] = "Only of this organization.",
        ["partnershipId"] = "Only of this partnership.",
        ["commitmentId"] = "Only of this commitment.",
        ["countryCode"] = "Only of this country: ISO 3166-1 alpha-2 or alpha-3.",
        ["sdgTarget"] = "Only towards this target, e.g. `3.4`.",
        ["dueFrom"] = "Due on this day or later.",
        ["dueTo"] = "Due on this day or earlier.",
        ["from"] = "On this day or later (UTC).",
        ["to"] = "On this day or earlier (UTC).",
        ["open"] = "True: not cleared yet; false: cleared.",
        ["format"] = "The kind of file.",
        ["code"] = "The code in this list.",
        ["retired"] = "True: only terms that are retired; false: only terms that are offered.",
        ["goal"] = "Only of this goal, 1 to 17.",
        ["target"] = "Only of this target, e.g. `17.16`.",
        ["sourceId"] = "Only with this id in the system it comes from.",
        ["withoutContact"] = "Only those without (or only those with) a contact.",
        ["scheduleId"] = "Only of this schedule.",
        ["changeRequests"] = "A change is requested for each active commitment that was imported before and differs from its row.",
        ["dryRun"] = "Nothing is saved; the response says what would be imported.",
        ["name"] = "The name of a saved profile. Case, accents and spaces are ignored.",
        ["sheet"] = "The sheet of a workbook, by name; the first with a table if left out.",
        ["headingRow"] = "The line of the file or row of the sheet that holds the heading; it is looked for if left out.",
        ["encoding"] = "How the text of a CSV file is encoded; it is guessed if left out.",
        ["savedProfile"] = "The name of a saved profile whose mapping is shown.",
        ["group"] = "The code of a stakeholder group, e.g. `research`.",
        ["answer"] = "Only those who answered the invitation so.",
        ["claimId"] = "Only on the claim with this id.",
        ["unanswered"] = "True: only voices that dispute or confirm only partly, and have no answer yet; false: only the others.",
        ["roomId"] = "Only of this room.",
        ["segmentId"] = "Only of this segment.",
        ["outcomeId"] = "Only the notes that this outcome comes from.",
        ["freeIn"] = "Only those who have no place in this segment.",
        ["answered"] = "True: only answered questions; false: only open ones.",
        ["head"] = "A hash from an earlier accountability report: shows whether entries were removed from the end of the history.",
    };

    public static void Describe(OpenApiOperation operation, OperationFacts facts, OpenApiDocument document)
    {
        // An export holds the whole list.
        if (facts.Path.Contains("/exports/", StringComparison.Ordinal))
            operation.Parameters = [.. (operation.Parameters ?? []).Where(p => p.Name?.ToLowerInvariant() is not ("limit" or "cursor"))];
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter.In == ParameterLocation.Query)
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (string.IsNullOrEmpty(parameter.Description))
                parameter.Description = parameter is { In: ParameterLocation.Path, Schema.Format: "uuid" }
                    ? IdOf(facts.Path, parameter.Name!)
                    : MeaningOf(parameter);
            if (parameter is { Name: "sdgGoal", Schema: OpenApiSchema goal })
                (goal.Minimum, goal.Maximum) = ("1", $"{Limits.MaxSdgGoal}");
            if (parameter is not { Name: "limit", Schema: OpenApiSchema limit })
                continue;
            limit.Minimum = "1";
            limit.Maximum = $"{Paging.MaxLimit}";
            limit.Default = JsonValue.Create(Paging.DefaultLimit);
        }

        string[] headers =
        [
            "Accept-Language",
            .. facts.ChangesOne ? ["If-Match"] : Array.Empty<string>(),
            .. facts is { IsRead: true, IsTagged: true } ? ["If-None-Match"] : Array.Empty<string>(),
            .. facts.IsPost ? [Idempotency.Header] : Array.Empty<string>(),
        ];
        operation.Parameters = [.. operation.Parameters ?? [], .. headers.Select(name => new OpenApiParameterReference(name, document))];
    }

    public static void Share(OpenApiDocument document)
    {
        foreach (var (name, header) in Headers)
            header.Name = name;
        document.Components!.Parameters = Headers.ToDictionary(h => h.Key, IOpenApiParameter (h) => h.Value);
    }

    /// <summary>A parameter whose type is a code list is described by its name.</summary>
    private static string? MeaningOf(OpenApiParameter parameter) =>
        Meanings.TryGetValue(parameter.Name!, out var meaning) ? meaning
        : parameter.Schema is OpenApiSchemaReference ? $"Only with this {Words(parameter.Name!)}."
        : null;

    /// <summary><c>/commitments/{id}/change-requests/{changeRequestId}</c>: "The id of the change request."</summary>
    private static string IdOf(string path, string name)
    {
        var list = path[..path.IndexOf($"/{{{name}}}", StringComparison.Ordinal)].Split('/')[^1].Replace('-', ' ');
        var one = list switch
        {
            "people" => "person",
            _ when list.EndsWith("ies", StringComparison.Ordinal) => list[..^3] + "y",
            _ => list.TrimEnd('s'),
        };
        return $"The id of the {one}.";
    }

    /// <summary><c>smartLevel</c> → <c>smart level</c>.</summary>
    internal static string Words(string name) =>
        string.Concat(name.Select(c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));

    private static OpenApiParameter Header(string description, OpenApiSchema schema) =>
        new()
        {
            In = ParameterLocation.Header,
            Description = description,
            Schema = schema,
        };
}
