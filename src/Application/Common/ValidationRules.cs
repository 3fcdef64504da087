using FluentValidation;
using FluentValidation.Results;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Common;

/// <summary>Validation rules that several requests share. The error code is the resource key of the message.</summary>
internal static class ValidationRules
{
    /// <summary>A text that may have several lines.</summary>
    public static IRuleBuilderOptions<T, string> Required<T>(this IRuleBuilder<T, string> rule, int maxLength) =>
        rule.NotEmpty()
            .WithText("form.required")
            .MaximumLength(maxLength)
            .WithText("form.tooLong", maxLength)
            .Must(TextRules.IsText)
            .WithText("form.controlCharacters");

    /// <inheritdoc cref="Required{T}"/>
    public static IRuleBuilderOptions<T, string?> Optional<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.MaximumLength(maxLength).WithText("form.tooLong", maxLength).Must(TextRules.IsText).WithText("form.controlCharacters");

    /// <summary>Text of one line, such as a name, a title or a code.</summary>
    public static IRuleBuilderOptions<T, string> RequiredLine<T>(this IRuleBuilder<T, string> rule, int maxLength) =>
        rule.Required(maxLength).Must(IsLineIfText).WithText("form.oneLine");

    /// <inheritdoc cref="RequiredLine{T}"/>
    public static IRuleBuilderOptions<T, string?> OptionalLine<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.Optional(maxLength).Must(IsLineIfText).WithText("form.oneLine");

    public static IRuleBuilderOptions<T, DateOnly> RequiredDay<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.NotEmpty().WithText("form.required").Must(day => day == default || DateRules.IsInRange(day)).WithDateRange();

    public static IRuleBuilderOptions<T, DateOnly?> OptionalDay<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.Must(day => day is not { } given || DateRules.IsInRange(given)).WithDateRange();

    /// <summary>A value, target or baseline.</summary>
    public static IRuleBuilderOptions<T, decimal?> OptionalNumber<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.InclusiveBetween(-Limits.Number, Limits.Number).WithText("form.numberTooLarge", Limits.NumberDigits);

    public static IRuleBuilderOptions<T, string> EmailAddress<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().WithText("form.required").Must(Email.IsValid).WithText("form.email");

    public static IRuleBuilderOptions<T, string?> HttpUrl<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.OptionalLine(maxLength).Must(url => url is null || IsHttpUrl(url)).WithText("form.url");

    /// <summary>One of the six UN languages, or none.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalLanguage<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(language => language is null || Texts.Languages.Contains(language))
            .WithText("form.oneOf", string.Join(", ", Texts.Languages));

    public static IRuleBuilderOptions<T, TEnum> IsKnownValue<T, TEnum>(this IRuleBuilder<T, TEnum> rule) =>
        rule.IsInEnum().WithText("form.unknownValue");

    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtMost<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> rule,
        int max
    ) => rule.Must(list => list is null || list.Count <= max).WithText("form.tooMany", max);

    /// <summary>The limit of every list is 1 to 200.</summary>
    public static void Paged<T>(this AbstractValidator<T> validator)
        where T : IPaged =>
        validator.RuleFor(q => q.Limit).InclusiveBetween(1, Paging.MaxLimit).WithText("form.between", 1, Paging.MaxLimit);

    public static IRuleBuilderOptions<T, TValue> WithText<T, TValue>(
        this IRuleBuilderOptions<T, TValue> rule,
        string code,
        params object?[] args
    ) => rule.WithErrorCode(code).WithMessage(_ => Texts.Error(code, args)).WithState(_ => args);

    /// <summary>The values of the message, for callers who store the code and write the message later.</summary>
    public static IReadOnlyList<object?> Arguments(this ValidationFailure failure) => failure.CustomState as object?[] ?? [];

    /// <summary>An absolute http or https address.</summary>
    public static bool IsHttpUrl(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Host.Length: > 0 };

    private static IRuleBuilderOptions<T, TDay> WithDateRange<T, TDay>(this IRuleBuilderOptions<T, TDay> rule) =>
        rule.WithText("form.date", DateRules.Iso(DateRules.Earliest), DateRules.Iso(DateRules.Latest));

    /// <summary>Text with invalid characters is refused by another rule, so that it is not reported twice.</summary>
    private static bool IsLineIfText(string? text) => !TextRules.IsText(text) || TextRules.IsLine(text);
}
