using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Infrastructure.Configuration;
using PartnershipTracker.Infrastructure.Files;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Demo;

/// <summary>
/// Prepares the demonstration: enters a partnership with its past, imports real pledges, makes a fictional partnership of today, flags what
/// is overdue and sends the first accountability report, by the same commands that people use. A second start finds everything done.
/// </summary>
internal sealed class DemoData(
    TrackerDb db,
    IMediator mediator,
    PartnershipSample sample,
    DemoPartnership partnership,
    DemoOptions options,
    TimeProvider time
)
{
    private const string Name = "Demo";

    /// <exception cref="ConfigurationException">The database contains real data.</exception>
    public async Task PrepareAsync(CancellationToken ct)
    {
        await MakeKeyAsync(ct);

        // First what is oldest, so that the history is in the order of its times.
        foreach (var chosen in options.ChosenPartnerships)
            await sample.EnterAsync(DemoOptions.FolderOf(chosen), ct);
        foreach (var chosen in options.ChosenTables)
            await BringInAsync(chosen, ct);
        if (await partnership.MakeAsync(ct) is { } officerKey)
            await WriteAsync(options.OfficerKeyFile, officerKey);
        await mediator.Send(new Sweep(), ct);
        await mediator.Send(new SealHistory(), ct);
        if (!await db.ReportSchedules.AnyAsync(ct))
            await ReportAsync(ct);
        await mediator.Send(new DeliverMail(), ct);
    }

    /// <summary>Prints what to try first.</summary>
    public static void Announce(PublicUrl url, DemoOptions options)
    {
        var people = string.Join(", ", DemoPeople.All.Select(person => person.Email));
        string[] lines =
        [
            "",
            "  PartnershipTracker, demonstration with real pledges and fictional partnerships. What to try first:",
            .. options.ChosenPartnerships.Select(chosen =>
                $"  Dialogue    {url.To(Links.Dialogues)} and all that came of it (samples/{chosen})"
            ),
            $"  Overview    {url.To("/")}",
            $"  Sign in     {url.To(Links.SignIn)} as {people}; the page shows the link",
            $"  API         {url.To("/swagger")} with a key as X-Api-Key:",
            $"              {Show(options.KeyFile)} for the secretariat,",
            $"              {Show(options.OfficerKeyFile)} for an officer of a partner organization",
            "",
        ];
        Console.WriteLine(string.Join(Environment.NewLine, lines));
    }

    private static string Show(string keyFile) =>
        File.Exists(keyFile) ? $"{File.ReadAllText(keyFile)} ({keyFile})" : $"the key in {keyFile}";

    /// <summary>The demonstration's key also shows that this database belongs to the demonstration.</summary>
    private async Task MakeKeyAsync(CancellationToken ct)
    {
        if (await db.ApiKeys.AnyAsync(k => k.Name == Name && k.OrganizationId == null, ct))
            return;
        if (await db.Organizations.AnyAsync(ct))
            throw new ConfigurationException("Demo:Enabled is true, but the database holds data that is not the demo's. Use an empty one.");

        var (record, key) = ApiKey.Issue(null, Name, Role.Secretariat, null, null, time.GetUtcNow());
        db.ApiKeys.Add(record);
        await WriteAsync(options.KeyFile, key);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Only the owner of the process may read the file. An old one is replaced, because its permissions would stay.</summary>
    private static async Task WriteAsync(string path, string key)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        await using var file = new StreamWriter(PrivateFiles.Create(path));
        await file.WriteAsync(key);
    }

    private async Task BringInAsync(string table, CancellationToken ct)
    {
        var folder = DemoOptions.FolderOf(table);
        var file = Directory.GetFiles(folder, "*.csv").Single();
        var name = Path.GetFileName(file);
        if (await db.Imports.AnyAsync(i => i.FileName == name && i.State == ImportState.Completed, ct))
            return;

        // An import that was interrupted continues where it stopped.
        if (!await db.Imports.AnyAsync(i => i.FileName == name, ct))
        {
            await using var content = File.OpenRead(file);
            await mediator.Send(
                new StartImport(name, content, await File.ReadAllTextAsync(Path.Combine(folder, "profile.json"), ct), DryRun: false),
                ct
            );
        }

        await mediator.Send(new RunImports(), ct);
        foreach (var partnership in await db.Partnerships.Where(p => !p.IsPublished).Select(p => p.Id).ToListAsync(ct))
            await mediator.Send(new PublishPartnership(partnership, IsPublished: true), ct);
    }

    private async Task ReportAsync(CancellationToken ct)
    {
        var schedule = await mediator.Send(
            new ScheduleReport("Board", AccountabilityReportFrequency.Monthly, 6, "UTC", ["board@example.org"], DayOfMonth: 1),
            ct
        );
        await mediator.Send(new RunReportSchedule(schedule), ct);
    }
}
