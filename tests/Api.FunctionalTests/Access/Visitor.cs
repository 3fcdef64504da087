using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>A browser with its own cookies.</summary>
internal sealed partial class Visitor(TrackerHost host)
{
    public HttpClient Http { get; } = host.Client(null);

    /// <summary>Opens a page as a browser does.</summary>
    public async Task<Answer> Open(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        return await Http.Ask(request);
    }

    /// <summary>Sends a form. Errors are answered in JSON, because the test does not accept HTML.</summary>
    public Task<Answer> Send(string path, params (string Name, string Value)[] fields) =>
        Http.Post(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Sends a form as a browser does, so that errors are answered with a page.</summary>
    public async Task<Answer> Submit(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = PageRows.Fields(fields) };
        request.Headers.Add("Accept", "text/html");
        return await Http.Ask(request);
    }

    public Task<Answer> RequestSignInLink(string email, string? returnUrl = null) =>
        Send("/sign-in", returnUrl is null ? [("email", email)] : [("email", email), ("returnUrl", returnUrl)]);

    public Task<Answer> TypeCode(string code) => Send("/sign-in/code", ("code", code));

    /// <summary>The sign-in link and code in the latest mail to this address.</summary>
    public async Task<(string Link, string Code)> Mail(string email)
    {
        var text = (await host.Db(db => db.Mails.Where(m => m.Recipient == email).OrderByDescending(m => m.Seq).FirstAsync())).Text;
        return (Link().Match(text).Value, Code().Match(text).Value);
    }

    public async Task<Visitor> SignIn(string email)
    {
        (await RequestSignInLink(email)).MustBe(200);
        (await Send((await Mail(email)).Link)).MustBe(302);
        return this;
    }

    /// <summary>Creates a new person who may sign in.</summary>
    public static async Task<(UserId Id, string Email)> Invited(
        TrackerHost host,
        Role role = Role.Board,
        OrganizationId? organization = null
    )
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        return (await host.Send(new InvitePerson(email, role, "Ana", organization)), email);
    }

    [GeneratedRegex(@"/sign-in/[\w-]{20,}")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")]
    private static partial Regex Code();
}
