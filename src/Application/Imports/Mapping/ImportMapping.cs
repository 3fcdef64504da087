using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>
/// Which column of a file holds which field: the part of an <see cref="ImportProfile"/> that people choose on a page. It is turned into a
/// profile when the file is read, and back when the page shows it again.
/// </summary>
/// <param name="Partnership">The partnership of all rows.</param>
/// <param name="Fixed">Values for rows whose cell is empty, or for all rows where no column holds the field.</param>
/// <param name="File">Where the table stands.</param>
/// <param name="DateFormats">As in a profile.</param>
/// <param name="Empty">Cells that mean nothing, such as N/A.</param>
public sealed record ImportMapping(
    MappedPartnership Partnership,
    IReadOnlyList<MappedColumn> Columns,
    IReadOnlyList<FixedValue>? Fixed = null,
    FileLayout? File = null,
    IReadOnlyList<string>? DateFormats = null,
    DateOrder? DateOrder = null,
    PartialDates PartialDates = PartialDates.LastDay,
    DecimalMark? DecimalMark = null,
    IReadOnlyList<string>? Empty = null,
    IncompleteRows Incomplete = IncompleteRows.Draft
)
{
    public const int MaxColumns = 200;
    public const int MaxWords = 200;

    /// <summary>Whether some rows have a value for this field.</summary>
    public bool Has(string field) => Columns.Any(c => c.Field == field) || (Fixed ?? []).Any(f => f.Field == field);
}

/// <param name="StartDate">Needed only where no partnership has this name yet.</param>
public sealed record MappedPartnership(string Name, DateOnly? StartDate = null);

/// <param name="Column">The heading of the column.</param>
/// <param name="Field">The field that it holds; see <see cref="ImportField"/>.</param>
/// <param name="Words">What its words mean; words that are missing are understood where they are known.</param>
/// <param name="Split">What stands between the items of a list; a semicolon if left out.</param>
public sealed record MappedColumn(string Column, string Field, IReadOnlyList<MappedWord>? Words = null, string? Split = null);

/// <param name="Word">As it stands in the file; case is ignored.</param>
/// <param name="Value">Our word or code; empty if the word says nothing.</param>
public sealed record MappedWord(string Word, string Value);

/// <param name="Value">As in a cell of the file.</param>
public sealed record FixedValue(string Field, string Value);

internal sealed class ImportMappingValidator : AbstractValidator<ImportMapping>
{
    private const int MaxSplit = 10;
    private const int MaxEmpty = 100;

    public ImportMappingValidator()
    {
        RuleFor(m => m.Partnership.Name).RequiredLine(Limits.Title);
        RuleFor(m => m.Partnership.StartDate).OptionalDay();
        RuleFor(m => m.Columns).AtMost(ImportMapping.MaxColumns);
        RuleForEach(m => m.Columns).SetValidator(new MappedColumnValidator());
        RuleFor(m => m.Fixed).AtMost(ImportMapping.MaxColumns);
        RuleForEach(m => m.Fixed).SetValidator(new FixedValueValidator());
        RuleFor(m => m.File!.Sheet).OptionalLine(Limits.Name).When(m => m.File is not null);
        RuleFor(m => m.File!.HeadingRow)
            .InclusiveBetween(1, FileLayout.MaxHeadingRow)
            .WithText("form.between", 1, FileLayout.MaxHeadingRow)
            .When(m => m.File is not null);
        RuleFor(m => m.File!.Encoding)
            .Must(e => e is null || Enum.IsDefined(e.Value))
            .WithText("form.unknownValue")
            .When(m => m.File is not null);
        RuleFor(m => m.DateFormats).AtMost(ImportProfile.MaxDateFormats);
        RuleForEach(m => m.DateFormats).RequiredLine(DateFormat.MaxLength);
        RuleFor(m => m.Empty).AtMost(MaxEmpty);
        RuleForEach(m => m.Empty).RequiredLine(Limits.Name);
        RuleFor(m => m).Custom(MustFit);
    }

    /// <summary>Every required field has a value, and no field two.</summary>
    private static void MustFit(ImportMapping mapping, ValidationContext<ImportMapping> context)
    {
        foreach (var twice in (mapping.Columns ?? []).GroupBy(c => c.Field).Where(g => g.Count() > 1))
            Refuse(nameof(mapping.Columns), "import.fieldTwice", ImportFieldNames.Of(twice.Key));
        foreach (var twice in (mapping.Columns ?? []).GroupBy(c => c.Column, ColumnNames.Comparer).Where(g => g.Count() > 1))
            Refuse(nameof(mapping.Columns), "import.columnTwice", TextRules.Shown(twice.Key ?? "", ColumnNames.MaxShownLength));
        foreach (var twice in (mapping.Fixed ?? []).GroupBy(f => f.Field).Where(g => g.Count() > 1))
            Refuse(nameof(mapping.Fixed), "import.fieldTwice", ImportFieldNames.Of(twice.Key));
        foreach (var field in ImportField.All.Where(f => f.IsRequired && !Has(f.Path)))
            Refuse(nameof(mapping.Columns), "import.fieldNotMapped", ImportFieldNames.Of(field.Path));
        if (Has("funding.amount") && !Has("funding.currency"))
            Refuse(nameof(mapping.Columns), "import.fieldNotMapped", ImportFieldNames.Of("funding.currency"));
        for (var i = 0; i < ImportField.MaxMilestones; i++)
            if (Has($"milestones[{i}].title") || Has($"milestones[{i}].completedOn"))
                if (!Has($"milestones[{i}].dueDate"))
                    Refuse(nameof(mapping.Columns), "import.fieldNotMapped", ImportFieldNames.Of($"milestones[{i}].dueDate"));

        bool Has(string field) => mapping.Columns is not null && mapping.Has(field);
        void Refuse(string property, string code, string name) =>
            context.AddFailure(
                new FluentValidation.Results.ValidationFailure(property, Texts.Error(code, name))
                {
                    ErrorCode = code,
                    CustomState = new object?[] { name },
                }
            );
    }

    private sealed class MappedColumnValidator : AbstractValidator<MappedColumn>
    {
        public MappedColumnValidator()
        {
            RuleFor(c => c.Column).Required(Limits.Title);
            RuleFor(c => c.Column)
                .Must(c => string.IsNullOrEmpty(c) || ImportField.CanName(c) || !TextRules.IsText(c))
                .WithText("import.columnBrace");
            RuleFor(c => c.Field).RequiredLine(Limits.Name).Must(f => ImportField.Find(f) is not null).WithText("import.unknownField");
            RuleFor(c => c.Split).Optional(MaxSplit);
            RuleFor(c => c.Words).AtMost(ImportMapping.MaxWords);
            RuleForEach(c => c.Words).SetValidator(new MappedWordValidator());
        }
    }

    private sealed class MappedWordValidator : AbstractValidator<MappedWord>
    {
        public MappedWordValidator()
        {
            RuleFor(w => w.Word).Required(Limits.Text);
            RuleFor(w => w.Value).OptionalLine(Limits.Name);
        }
    }

    private sealed class FixedValueValidator : AbstractValidator<FixedValue>
    {
        public FixedValueValidator()
        {
            RuleFor(f => f.Field).RequiredLine(Limits.Name).Must(f => ImportField.Find(f) is not null).WithText("import.unknownField");
            RuleFor(f => f.Value).RequiredLine(Limits.Title);
        }
    }
}
