using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Imports.Mapping;
using PartnershipTracker.Application.Imports.Profiles;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Access.RoleAnswers;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>The endpoints and pages of uploaded files, their columns and saved profiles.</summary>
internal static class ImportPageRows
{
    private static readonly ImportMapping Mapping = new(
        new MappedPartnership("Mapped", TestClock.Day("2026-01-01")),
        [new("name", "organization.name"), new("title", "title"), new("due", "dueDate")],
        [new FixedValue("organization.type", "22")]
    );

    /// <summary>The same mapping in JSON.</summary>
    private static readonly object Sent = new
    {
        partnership = new { name = "Mapped", startDate = "2026-01-01" },
        columns = new[]
        {
            new { column = "name", field = "organization.name" },
            new { column = "title", field = "title" },
            new { column = "due", field = "dueDate" },
        },
        @fixed = new[] { new { field = "organization.type", value = "22" } },
    };

    private static readonly (string, string)[] Columns =
    [
        ("columns[0].column", "name"),
        ("columns[0].field", "organization.name"),
        ("columns[1].column", "title"),
        ("columns[1].field", "title"),
        ("columns[2].column", "due"),
        ("columns[2].field", "dueDate"),
        ("fixed.organization.type", "22"),
        ("mapping.partnership.name", "Mapped"),
        ("mapping.partnership.startDate", "2026-01-01"),
    ];

    public static IEnumerable<EndpointRow> All =>
        [
            new(
                "POST /api/v1/imports/drafts",
                201,
                Administers,
                (_, _) => Task.FromResult(new EndpointRequest("/api/v1/imports/drafts", Bodies.Import()))
            ),
            new("GET /api/v1/imports/{id:guid}/columns", 200, Administers, async (w, _) => new($"/api/v1{await Uploaded(w)}/columns")),
            new(
                "POST /api/v1/imports/{id:guid}/run",
                202,
                Administers,
                async (w, _) => new($"/api/v1{await Uploaded(w)}/run?dryRun=true", new { mapping = Sent })
            ),
            new(
                "GET /api/v1/imports/profiles",
                200,
                Administers,
                (_, _) => Task.FromResult(new EndpointRequest("/api/v1/imports/profiles"))
            ),
            new(
                "GET /api/v1/imports/profiles/{name}",
                200,
                Administers,
                async (w, _) => new($"/api/v1/imports/profiles/{await Profile(w)}")
            ),
            new(
                "PUT /api/v1/imports/profiles/{name}",
                200,
                Administers,
                async (w, _) => new($"/api/v1/imports/profiles/{await Profile(w)}", new { mapping = Sent })
            ),
            new(
                "DELETE /api/v1/imports/profiles/{name}",
                204,
                Administers,
                async (w, _) => new($"/api/v1/imports/profiles/{await Profile(w)}")
            ),
            .. PageRows.Read("/imports", Administers, (_, _) => Task.FromResult("/imports")),
            .. PageRows.Read("/imports/new", Administers, (_, _) => Task.FromResult("/imports/new")),
            new("POST /imports/new", 303, Administers, (_, _) => Task.FromResult(new EndpointRequest("/imports/new", Bodies.Import()))),
            .. PageRows.Form("/imports/{id:guid}/columns", Administers, async (w, _) => $"{await Uploaded(w)}/columns", Columns),
            .. PageRows.Read("/imports/{id:guid}", Administers, async (w, _) => await Uploaded(w)),
            new("POST /imports/{id:guid}/run", 303, Administers, async (w, _) => new($"{await Checked(w)}/run", PageRows.Fields())),
            new("POST /imports/{id:guid}/cancel", 303, Administers, async (w, _) => new($"{await Waiting(w)}/cancel", PageRows.Fields())),
            .. PageRows.Form("/imports/{id:guid}/undo", Administers, async (w, _) => $"{await Cancelled(w)}/undo"),
            .. PageRows.Form(
                "/imports/profiles/{name}/remove",
                Administers,
                async (w, _) => $"/imports/profiles/{await Profile(w)}/remove"
            ),
        ];

    /// <returns>The address of the page.</returns>
    private static async Task<string> Uploaded(World w) => Page(await Upload(w));

    private static async Task<string> Waiting(World w)
    {
        var id = await Upload(w);
        await w.Host.Send(new RunImport(id, Mapping, DryRun: true));
        return Page(id);
    }

    /// <summary>A dry run that was cancelled can be run as one that has ended.</summary>
    private static async Task<string> Checked(World w)
    {
        var id = await Upload(w);
        await w.Host.Send(new RunImport(id, Mapping, DryRun: true));
        await w.Host.Send(new CancelImport(id));
        return Page(id);
    }

    private static async Task<string> Cancelled(World w)
    {
        var id = await Upload(w);
        await w.Host.Send(new RunImport(id, Mapping));
        await w.Host.Send(new CancelImport(id));
        return Page(id);
    }

    private static async Task<ImportId> Upload(World w)
    {
        using var content = new MemoryStream("name,title,due\nClinics,Train nurses,2027-12-31\n"u8.ToArray());
        return await w.Host.Send(new UploadImport("pledges.csv", content));
    }

    private static async Task<string> Profile(World w)
    {
        var name = $"profile-{Guid.NewGuid():n}";
        await w.Host.Send(new SaveImportProfile(name, Mapping));
        return name;
    }

    private static string Page(ImportId id) => $"/imports/{id.Value}";
}
