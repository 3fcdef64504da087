using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipTracker.TestKit;

/// <summary>An HTTP response with its whole body.</summary>
public sealed record Answer(int Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public JsonElement this[string property] => Json.GetProperty(property);

    public string? MediaType => ContentHeaders.ContentType?.MediaType;

    public string Tag => Headers.ETag?.ToString() ?? "";

    public string Id => this["id"].GetString()!;

    public JsonElement[] Items => [.. this["items"].EnumerateArray()];

    /// <summary>Fails with the body of the answer where the status is another.</summary>
    public Answer MustBe(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>Fails unless the answer is a problem with this status and code, in the form of all problems.</summary>
    public Answer MustRefuse(int status, string code, string? field = null)
    {
        MustBe(status);
        MediaType.ShouldBe("application/problem+json", Text);
        this["code"].GetString().ShouldBe(code, Text);
        this["status"].GetInt32().ShouldBe(status);
        this["title"].GetString().ShouldNotBeNullOrWhiteSpace();
        if (field is not null)
            this["errors"].TryGetProperty(field, out var errors).ShouldBeTrue($"No error of '{field}': {Text}");
        return this;
    }
}

public static class HttpClientRequests
{
    public static Task<Answer> Get(this HttpClient client, string path) => client.Ask(HttpMethod.Get, path);

    public static Task<Answer> Post(this HttpClient client, string path, object? body = null, string? ifMatch = null) =>
        client.Ask(HttpMethod.Post, path, body, ifMatch);

    public static Task<Answer> Put(this HttpClient client, string path, object body, string? ifMatch = null) =>
        client.Ask(HttpMethod.Put, path, body, ifMatch);

    public static Task<Answer> Delete(this HttpClient client, string path) => client.Ask(HttpMethod.Delete, path);

    public static async Task<Answer> Ask(
        this HttpClient client,
        HttpMethod method,
        string path,
        object? body = null,
        string? ifMatch = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = body as HttpContent ?? JsonContent.Create(body);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.Ask(request);
    }

    public static async Task<Answer> Ask(this HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);
    }

    /// <summary>The body with one member changed, or removed where the value is null.</summary>
    public static JsonObject With(this object body, string member, object? value)
    {
        var json = JsonSerializer.SerializeToNode(body)!.AsObject();
        if (value is null)
            json.Remove(member);
        else
            json[member] = JsonSerializer.SerializeToNode(value);
        return json;
    }

    /// <summary>Each item of a list, page by page.</summary>
    public static async Task<List<JsonElement>> All(this HttpClient client, string path, int limit)
    {
        var all = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = (
                await client.Get(
                    $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}"
                        + $"{(cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor))}"
                )
            ).MustBe(200);
            all.AddRange(page.Items);
            cursor = page["next"].GetString();
        } while (cursor is not null);
        return all;
    }
}
