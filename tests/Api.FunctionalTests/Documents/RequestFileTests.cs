using PartnershipTracker.Application.Mail;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Documents;

[Collection(DemoInstallation.Name)]
public sealed class RequestFileTests(DemoInstallation demo)
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "requests");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.http").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_requests_of_a_file_succeed_from_top_to_bottom(string file)
    {
        var environment = new Dictionary<string, Func<string>>
        {
            ["host"] = () => demo.Host.Address.ToString().TrimEnd('/'),
            ["key"] = () => demo.Key,
            ["officerKey"] = () => demo.OfficerKey,
            ["token"] = demo.ReportToken,
            ["code"] = demo.SignInCode,
        };
        using var client = demo.Host.Client(null);
        var done = await new RequestFile(Path.Combine(Folder, file), environment).RunAsync(client, () => demo.Host.Send(new DeliverMail()));
        done.ShouldNotBeEmpty();
        done.Where(one => one.Answer.Status is < 200 or >= 400)
            .Select(one => $"{one.Request}: {one.Answer.Status} {one.Answer.Text}")
            .ShouldBeEmpty();
    }
}
