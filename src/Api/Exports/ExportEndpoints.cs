using MediatR;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Api.Exports;

/// <summary>Tables as <c>.csv</c> or <c>.xlsx</c>. The rows are written while they are read.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/exports").WithTags("Exports");
        group.MapGet("/commitments.{format:alpha}", Commitments).WithName("exportCommitments").Produces<string>(200, Csv, Xlsx);
        group.MapGet("/milestones.{format:alpha}", Milestones).WithName("exportMilestones").Produces<string>(200, Csv, Xlsx);
        group.MapGet("/reports.{format:alpha}", Reports).WithName("exportReports").Produces<string>(200, Csv, Xlsx);
        group.MapGet("/flags.{format:alpha}", Flags).WithName("exportFlags").Produces<string>(200, Csv, Xlsx);
        api.MapGet("/imports/template.{format:alpha}", Template)
            .WithTags("Imports")
            .WithName("getImportTemplate")
            .Produces<string>(200, Csv, Xlsx);
        api.MapGet("/imports/{id:guid}/refused.{format:alpha}", Refused)
            .WithTags("Imports")
            .WithName("exportRefusedRows")
            .Produces<string>(200, Csv, Xlsx);
    }

    private const string Csv = "text/csv",
        Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static IResult Commitments(
        TableFormat format,
        [AsParameters] CommitmentFilter filter,
        IMediator mediator,
        CancellationToken ct
    ) => File("commitments", format, body => mediator.Send(new ExportCommitments(filter, format, body), ct));

    private static IResult Milestones(
        TableFormat format,
        [AsParameters] CommitmentFilter filter,
        IMediator mediator,
        CancellationToken ct
    ) => File("milestones", format, body => mediator.Send(new ExportMilestones(filter, format, body), ct));

    private static IResult Reports(TableFormat format, [AsParameters] CommitmentFilter filter, IMediator mediator, CancellationToken ct) =>
        File("reports", format, body => mediator.Send(new ExportProgressReports(filter, format, body), ct));

    private static IResult Flags(TableFormat format, [AsParameters] FlagFilter filter, IMediator mediator, CancellationToken ct) =>
        File("flags", format, body => mediator.Send(new ExportFlags(filter, format, body), ct));

    private static IResult Template(TableFormat format, IMediator mediator, CancellationToken ct) =>
        File("template", format, body => mediator.Send(new GetImportTemplate(format, body), ct));

    private static async Task<IResult> Refused(Guid id, TableFormat format, IMediator mediator, CancellationToken ct)
    {
        // An import that does not exist is refused before the answer begins.
        await mediator.Send(new GetImport(new ImportId(id)), ct);
        return File("refused", format, body => mediator.Send(new ExportRefusedRows(new ImportId(id), format, body), ct));
    }

    private static IResult File(string name, TableFormat format, Func<Stream, Task> write) =>
        format == TableFormat.Xlsx
            ? Results.Stream(write, Xlsx, name + ".xlsx")
            : Results.Stream(write, Csv + "; charset=utf-8", name + ".csv");
}
