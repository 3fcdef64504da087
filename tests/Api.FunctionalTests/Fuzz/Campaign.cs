using System.Globalization;
using System.Text.Json.Nodes;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>Sends a number of requests to one running program, each operation in turn, and collects the failures.</summary>
internal sealed class Campaign
{
    /// <summary>
    /// New data is created after this number of rounds, because by then the old data has been withdrawn, dissolved and closed.
    /// </summary>
    private const int RoundsPerWorld = 4;
    private const int MaxFailures = 25;

    private readonly TrackerHost _host;
    private readonly int _seed;
    private readonly Contract _contract;
    private readonly Books _books;
    private Dictionary<string, string> _keys = [];

    /// <summary>The last sum of <see cref="Books.SumAsync"/>; null after a change.</summary>
    private string? _sum;

    private Campaign(TrackerHost host, int seed, Contract contract)
    {
        _host = host;
        _seed = seed;
        _contract = contract;
        Known = new Known(contract.Operations);
        _books = new Books(host);
        Sent = contract.Operations.ToDictionary(operation => operation, _ => new List<string>());
    }

    public Known Known { get; }

    public Books Books => _books;

    /// <summary>The answers of each operation: <c>200</c>, <c>422 commitment.notActive</c>.</summary>
    public Dictionary<Operation, List<string>> Sent { get; }

    public List<string> Failures { get; } = [];

    public static async Task<Campaign> StartAsync(TrackerHost host, int seed)
    {
        using var client = host.Client();
        var document = JsonNode.Parse((await client.Get("/openapi/v1.json")).MustBe(200).Text)!.AsObject();
        return new Campaign(host, seed, new Contract(document));
    }

    /// <param name="only">Sends only the request with this number, in the same form as before.</param>
    public async Task RunAsync(int requests, int? only)
    {
        var operations = _contract.Operations;
        for (var number = 0; number < requests && Failures.Count < MaxFailures; number++)
        {
            if (number % (operations.Count * RoundsPerWorld) == 0)
                await NewWorldAsync();
            if (number % operations.Count == 0)
                await RaceAsync(number);
            if (number % operations.Count == 0)
                Failures.AddRange(await _books.WrongAsync());
            if (only is null || only == number)
                await OneAsync(number, operations[number % operations.Count]);
        }

        Failures.AddRange(await _books.WrongAsync());
    }

    private async Task OneAsync(int number, Operation operation)
    {
        var request = new Fuzzer(_contract, Known, _keys, new Dice(_seed, number)).Write(operation);
        var before = _sum ?? await _books.SumAsync();
        var reply = await Wire.SendAsync(_host.Address, request);
        var wrong = Verdict.On(request, reply);
        _sum = reply.IsSuccess && request.Method != "GET" ? null : await _books.SumAsync();
        if (_sum is { } after && after != before)
            wrong ??= $"changed something: {Difference(before, after)}";
        if (wrong is not null)
        {
            Failures.Add(
                $"#{number} {operation}: {wrong}\n{request}\n--\n{(reply.Text.Length > 600 ? reply.Text[..600] : reply.Text)}\n"
                    + $"{string.Join('\n', _host.Errors.Lines.TakeLast(1).Select(l => l[..Math.Min(l.Length, 3000)]))}\n"
            );
            return;
        }

        Sent[operation]
            .Add(
                reply.MediaType == "application/problem+json" && reply.Body.Length > 0
                    ? $"{reply.Status} {reply.Json.GetProperty("code")}"
                    : reply.Status.ToString(CultureInfo.InvariantCulture)
            );
        if (reply.IsSuccess && reply.MediaType == "application/json")
            Known.Learn(request.Target.Split('?')[0], reply.Json);
    }

    /// <summary>Uses a new partnership, which no other request has dissolved.</summary>
    private async Task RaceAsync(int number)
    {
        _sum = null;
        var organization = await _host.Organization("Racer");
        var partnership = await _host.ActivePartnership(organization, await _host.Organization("Partner"));
        var race = new Race(_host, new Dice(_seed, number));
        Failures.AddRange(await race.RunAsync(await _host.Draft(partnership, organization, "2027-06-30"), isDraft: true));
        Failures.AddRange(await race.RunAsync(await _host.ActiveCommitment(partnership, organization, "2027-06-30"), isDraft: false));
    }

    /// <summary>Creates some data of each kind, so that requests can change it.</summary>
    private async Task NewWorldAsync()
    {
        _sum = null;
        var world = await World.Create(_host);
        var (own, partnership) = (world.Organization(Whose.Own), world.Partnership(Whose.Own));
        _keys = new() { ["secretariat"] = TrackerHost.BootstrapKey };
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Secretariat))
            _keys[role.ToString()] = await _host.Key(own, role.ToString());
        Known.Home = (partnership.Value, own.Value);

        foreach (var whose in new[] { Whose.Own, Whose.Partners, Whose.Strangers })
        {
            await world.Submitted(whose);
            await world.Draft(whose);
            await world.Change(whose);
            await world.Report(whose);
            var active = await world.ActiveId(whose);
            await _host.Send(new AddSupporter(active, await world.Member(whose)));
        }

        await _host.Send(new RegisterWebhook("https://hooks.example.org/all", "ops@example.org"));
        await world.Secretariat.Post(
            "/api/v1/people",
            new
            {
                email = $"{Guid.NewGuid():n}@example.org",
                role = "reporter",
                organizationId = own.Value,
            }
        );
        await world.Secretariat.Post("/api/v1/calendars", new { });
        await world.Secretariat.Post("/api/v1/accountability-reports/schedules", Bodies.Schedule());
        foreach (var list in _contract.Operations.Where(o => o.Method == "GET" && !o.Path.Contains('{', StringComparison.Ordinal)))
            await LearnAsync(list.Path);
        foreach (var list in _contract.Operations.Where(o => o.Method == "GET" && o.Path.Contains("d}", StringComparison.Ordinal)))
        {
            for (var i = 0; i < 3; i++)
            {
                if (Known.Fill(list.Path, new Dice(_seed, i)) is { } path && !path.Contains('{', StringComparison.Ordinal))
                    await LearnAsync(path);
            }
        }
    }

    private async Task LearnAsync(string path)
    {
        var request = new Request("GET", path) { Headers = { ("Host", "localhost"), ("X-Api-Key", TrackerHost.BootstrapKey) } };
        var reply = await Wire.SendAsync(_host.Address, request);
        if (reply.IsSuccess && reply.MediaType == "application/json")
            Known.Learn(path, reply.Json);
    }

    private static string Difference(string before, string after) =>
        string.Join(
            ", ",
            before
                .Split(' ')
                .Chunk(2)
                .Zip(after.Split(' ').Chunk(2))
                .Where(p => !p.First.SequenceEqual(p.Second))
                .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.First[0]} {p.First[^1]} → {p.Second[^1]}"))
        );
}
