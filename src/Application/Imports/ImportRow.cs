using System.Globalization;
using System.Text.Json;
using FluentValidation;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Imports;

/// <summary>One row of the file, as our fields: either all of it, or the one reason why it is refused.</summary>
internal sealed record ImportRow(int Line, RegisterOrganization Organization, string SourceId, CommitmentDraft Commitment, ProgressStatement? Progress, IReadOnlyList<RowIssue> Warnings);

/// <summary>What is wrong with a row, or worth a warning.</summary>
internal sealed record RowIssue(int Line, string? Field, string Code, IReadOnlyList<object?> Args)
{
    public ImportItem ToItem(ImportId importId, bool isWarning) => new(importId, Line, Field, Code, JsonSerializer.Serialize(Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture))), isWarning);
}

/// <summary>Reads rows by a profile. A cell is data, whatever it looks like.</summary>
internal sealed class ImportRowReader(ImportProfile profile, IValidator<RegisterOrganization> organizations, IValidator<CommitmentDraft> commitments)
{
    /// <exception cref="RowRefusedException">The row is refused.</exception>
    public ImportRow Read(int line, Func<string, string> cell)
    {
        var row = new Cells(line, cell);
        var (o, c) = (profile.Organization, profile.Commitment);
        var sourceId = row.Required(c.SourceId, "sourceId");
        var dueDate = row.Date(row.Required(c.DueDate, "dueDate"), "dueDate");
        var organization = new RegisterOrganization(
            row.Required(o.Name, "organization.name"), row.Required(o.Type, "organization.type"), row.Required(o.CountryCode, "organization.countryCode"),
            row.Required(o.TimeZone, "organization.timeZone"), row.Optional(o.Identifier, "organization.identifier"), row.Optional(o.Website, "organization.website"),
            row.Required(o.SourceId, "organization.sourceId"));

        var warnings = new List<RowIssue>();
        var commitment = new CommitmentDraft
        {
            Title = row.Required(c.Title, "title"),
            SdgTargets = row.List(c.SdgTargets, "sdgTargets"),
            DueDate = dueDate,
            Description = row.Optional(c.Description, "description"),
            Pillar = row.Enum<Pillar>(c.Pillar, "pillar"),
            Themes = [.. row.List(c.Themes, "themes").Select(theme => row.Enum<Theme>(theme, "themes"))],
            CountryCodes = row.List(c.CountryCodes, "countryCodes"),
            StartDate = row.OptionalDate(c.StartDate, "startDate"),
            Measure = Measure(row, c.Measure),
            ReportingFrequency = row.Enum<ReportingFrequency>(c.ReportingFrequency, "reportingFrequency") ?? ReportingFrequency.None,
            Milestones = Milestones(row, c.Milestones, dueDate, warnings),
            Funding = Funding(row, c.Funding),
            TargetGroup = row.Optional(c.TargetGroup, "targetGroup"),
            Place = row.Optional(c.Place, "place"),
            Resources = row.Optional(c.Resources, "resources"),
            FundingStatus = row.Optional(c.FundingStatus, "fundingStatus"),
            Risks = row.Optional(c.Risks, "risks"),
            StatedNeed = row.Optional(c.StatedNeed, "statedNeed"),
        };

        row.Check("organization.", organizations, organization);
        row.Check("", commitments, commitment);
        return new ImportRow(line, organization, sourceId, commitment, Progress(row, c.Progress), warnings);
    }

    /// <returns>The row's source id, or null where it has none and is refused.</returns>
    public string? SourceIdOf(Func<string, string> cell) => Blank.ToNull(profile.Commitment.SourceId.Of(cell));

    private static MeasureDraft? Measure(Cells row, MeasureMapping? m) => m is null ? null : new MeasureDraft(
        row.Optional(m.Indicator, "measure.indicator"), row.Optional(m.Unit, "measure.unit"), row.Number(m.Baseline, "measure.baseline"),
        row.OptionalDate(m.BaselineDate, "measure.baselineDate"), row.Number(m.Target, "measure.target"), row.Optional(m.MeansOfVerification, "measure.meansOfVerification"));

    private static FundingDraft? Funding(Cells row, FundingMapping? f) =>
        f is not null && row.Number(f.Amount, "funding.amount") is { } amount ? new FundingDraft(amount, row.Required(f.Currency, "funding.currency")) : null;

    private static List<MilestoneDraft> Milestones(Cells row, IReadOnlyList<MilestoneMapping>? mappings, DateOnly dueDate, List<RowIssue> warnings)
    {
        var milestones = new List<MilestoneDraft>();
        foreach (var (mapping, i) in (mappings ?? []).Select((mapping, i) => (mapping, i)))
        {
            var field = $"milestones[{i}].dueDate";
            if (row.OptionalDate(mapping.DueDate, field) is not { } due) continue;
            if (due > dueDate)
                warnings.Add(new RowIssue(row.Line, field, "import.milestoneAfterDueDate", [due.ToString("O", CultureInfo.InvariantCulture), dueDate.ToString("O", CultureInfo.InvariantCulture)]));
            else
                milestones.Add(new MilestoneDraft(row.Required(mapping.Title, $"milestones[{i}].title"), due, row.Number(mapping.Weight, $"milestones[{i}].weight") ?? 1));
        }

        return milestones;
    }

    private static ProgressStatement? Progress(Cells row, ProgressMapping? p) => p is null || !p.When.Holds(row.Cell) ? null : new ProgressStatement(
        row.Date(row.Required(p.AsOf, "progress.asOf"), "progress.asOf"), row.Number(p.Value, "progress.value"), row.Required(p.Narrative, "progress.narrative"),
        row.Optional(p.Barriers, "progress.barriers"), p.ClaimsCompletion, null);

    /// <summary>The cells of one row, read as what a field needs.</summary>
    private sealed record Cells(int Line, Func<string, string> Cell)
    {
        public string Required(MappedValue value, string field) =>
            Optional(value, field) ?? throw Refused(field, "import.required");

        public string? Optional(MappedValue? value, string field)
        {
            if (value is null) return null;
            return Blank.ToNull(value.Of(Cell) ?? throw Refused(field, "import.unknownValue", value.Fill(Cell)));
        }

        public IReadOnlyList<string> List(IReadOnlyList<MappedValue>? values, string field) =>
            [.. (values ?? []).SelectMany(v => (Optional(v, field) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

        public DateOnly Date(string text, string field) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Refused(field, "import.date", text);

        public DateOnly? OptionalDate(MappedValue? value, string field) => Optional(value, field) is { } text ? Date(text, field) : null;

        public decimal? Number(MappedValue? value, string field) => Optional(value, field) is not { } text ? null
            : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
            : throw Refused(field, "import.number", text);

        public TEnum? Enum<TEnum>(MappedValue? value, string field)
            where TEnum : struct, Enum => Optional(value, field) is { } text ? Enum<TEnum>(text, field) : null;

        public TEnum Enum<TEnum>(string text, string field)
            where TEnum : struct, Enum =>
            System.Enum.TryParse<TEnum>(text, ignoreCase: true, out var known) && !char.IsAsciiDigit(text[0]) && System.Enum.IsDefined(known) ? known : throw Refused(field, "import.unknownValue", text);

        public void Check<T>(string prefix, IValidator<T> validator, T value)
        {
            if (validator.Validate(value) is { IsValid: false, Errors: [var first, ..] })
                throw new RowRefusedException(new RowIssue(Line, prefix + JsonNamingPolicy.CamelCase.ConvertName(first.PropertyName), first.ErrorCode, first.Arguments()));
        }

        private RowRefusedException Refused(string field, string code, params object?[] args) => new(new RowIssue(Line, field, code, args));
    }
}

/// <summary>A row is refused whole.</summary>
internal sealed class RowRefusedException(RowIssue issue) : Exception(issue.Code)
{
    public RowIssue Issue { get; } = issue;

    public static RowRefusedException Of(int line, DomainException refusal, string prefix = "") =>
        new(new RowIssue(line, refusal.Field is { } field ? prefix + field : null, refusal.Code, refusal.Args));
}
