using System.Text;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Imports.Profiles;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Imports;

/// <summary>A list as a network in West Africa keeps it: its own headings, the day first, words of three languages, Windows-1252.</summary>
internal static class ForeignFile
{
    public const string Name = "engagements.csv";

    public static byte[] Bytes(string prefix = "B") =>
        CodePagesEncodingProvider
            .Instance.GetEncoding(1252)!
            .GetBytes(
                "Engagements au 1er mars\r\n\r\n"
                    + "N°;Pays;Institution;Type d'organisation;Engagement;Échéance;Cibles ODD;État;Budget;Devise\r\n"
                    + $"{prefix}-1;Bénin;Ministère de la Santé;Ministère;Former 400 infirmières;31/12/2027;17.10, 3.8;En cours;1 200 "
                    + $"000,50;FCFA\r\n"
                    + $"{prefix}-2;Togo;Clínicas para todos;Sociedad civil;Équiper 20 centres;05/04/2026;3.8;Cancelado;;\r\n"
                    + $"{prefix}-3;Kenya;Nairobi Health Network;NGO;Partager les données;déc. 2027;SDG 17.16;Blocked by snow;250000;USD\r\n"
                    + $"{prefix}-4;Mali;Mairie de Bamako;Commune;Construire des puits;30/02/2027;6.1;En cours;;\r\n"
            );

    /// <summary>Uploads and checks it, and saves its mapping as a profile.</summary>
    /// <returns>The id of the import.</returns>
    public static async Task<Guid> CheckedAsync(TrackerHost host)
    {
        using var content = new MemoryStream(Bytes());
        var id = await host.Send(new UploadImport(Name, content));
        var mapping = (await host.Send(new GetImportColumns(id))).Mapping!;
        mapping = mapping with { Partnership = mapping.Partnership with { StartDate = TestClock.Day("2024-01-01") } };
        await host.Send(new RunImport(id, mapping, DryRun: true));
        await host.Send(new RunImports());
        await host.Send(new SaveImportProfile("Engagements", mapping));
        return id.Value;
    }
}
