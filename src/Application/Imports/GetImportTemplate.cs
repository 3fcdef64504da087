using System.Globalization;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Writes a file to fill in, with the heading and one example, which an import leaves out. The XLSX file also has a sheet with the allowed
/// codes.
/// </summary>
[Needs(Right.Administer)]
public sealed record GetImportTemplate(TableFormat Format, Stream Destination) : IRequest;

internal sealed class GetImportTemplateHandler(ITableWriter writer, TimeProvider time, IVocabulary vocabulary)
    : IRequestHandler<GetImportTemplate>
{
    /// <summary>By these two ids an import recognizes the example and leaves it out.</summary>
    public const string ExampleId = "example-1";
    public const string ExampleOrganizationId = "example";

    public async Task<Unit> Handle(GetImportTemplate query, CancellationToken ct)
    {
        var example = Example(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var commitments = new ExportTable(
            "commitments",
            [.. example.Select(cell => cell.Column)],
            AsyncEnumerable.Repeat(example.Select(cell => ExportCell.Of(cell.Value)), 1)
        );
        var codes = new ExportTable(
            "codes",
            ["column", "code", "name"],
            Codes().Select(row => new object?[] { row.Column, row.Code, ExportCell.Of(row.Name) }).ToAsyncEnumerable()
        );
        await writer.WriteAsync(query.Destination, query.Format, [commitments, codes], ct);
        return Unit.Value;
    }

    private static List<(string Column, object? Value)> Example(DateOnly today)
    {
        var year = new DateOnly(today.Year, 1, 1);
        var values = new Dictionary<string, object?>
        {
            ["sourceId"] = ExampleId,
            ["title"] = Texts.Page("template.title"),
            ["status"] = CommitmentStatus.Active,
            ["dueDate"] = year.AddYears(2).AddDays(-1),
            ["sdgTargets"] = new SdgTargetList(["3.4", "17.16"]),
            ["pillar"] = PillarCodes.CapacityStrengthening,
            ["themes"] = ThemeCodes.NonCommunicableDiseases,
            ["countryCodes"] = "BD",
            ["startDate"] = year,
            ["reportingFrequency"] = ReportingFrequency.Quarterly,
            ["indicator"] = Texts.Page("template.indicator"),
            ["unit"] = Texts.Page("template.unit"),
            ["baseline"] = 0,
            ["baselineDate"] = year,
            ["target"] = 5000,
            ["meansOfVerification"] = Texts.Page("template.verification"),
            ["milestones"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{year.AddMonths(6):O} | {Texts.Page("template.first")}\n{year.AddYears(1):O} | {Texts.Page("template.second")} | 2"
            ),
            ["fundingAmount"] = 120000,
            ["fundingCurrency"] = "CHF",
            ["organizationSourceId"] = ExampleOrganizationId,
            ["organization"] = Texts.Page("template.organization"),
            ["organizationType"] = "22",
            ["organizationCountryCode"] = "BD",
            ["organizationTimeZone"] = "Asia/Dhaka",
            ["memberRole"] = MemberRole.Lead,
            ["partnership"] = Texts.Page("template.partnership"),
            ["partnershipStartDate"] = year,
        };
        return [.. CommitmentTable.Columns.Select(column => (column.Name, values.GetValueOrDefault(column.Name)))];
    }

    private IEnumerable<(string Column, string Code, string Name)> Codes()
    {
        var language = CultureInfo.CurrentUICulture.Name;
        return
        [
            .. Words<CommitmentStatus>("status"),
            .. Words<ReportingFrequency>("reportingFrequency"),
            .. Words("pillar", VocabularyKind.Pillar),
            .. Words("themes", VocabularyKind.Theme),
            .. Words<MemberRole>("memberRole"),
            .. OrganizationTypes.All.Select(t => ("organizationType", t.Code, t.Name.In(language))),
            .. SdgTargets.All.Select(t => ("sdgTargets", t.Code, t.Title.In(language))),
            .. Countries.All.Select(c => ("countryCodes", c.Alpha2, c.Name.In(language))),
            .. Currencies.All.Select(c => ("fundingCurrency", c.Code, c.Name)),
            .. TimeZoneInfo
                .GetSystemTimeZones()
                .Select(zone => zone.Id)
                .Where(id => TimeZones.Find(id) is not null)
                .Order(StringComparer.Ordinal)
                .Select(id => ("organizationTimeZone", id, id)),
        ];
    }

    private static IEnumerable<(string Column, string Code, string Name)> Words<TEnum>(string column)
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(value => (column, ExportCell.WordOf(value), Texts.Word(value)));

    private IEnumerable<(string Column, string Code, string Name)> Words(string column, VocabularyKind kind) =>
        vocabulary.Active(kind).Select(term => (column, term.Code, term.Name));
}
