using FluentValidation;
using FluentValidation.Results;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Common;

/// <summary>Rules of form that several requests share. Their messages are text resources: the error code is the key.</summary>
internal static class ValidationRules
{
    /// <summary>A text that may have several lines.</summary>
    public static IRuleBuilderOptions<T, string> Required<T>(this IRuleBuilder<T, string> rule, int maxLength) =>
        rule.NotEmpty().Format("form.required").MaximumLength(maxLength).Format("form.tooLong", maxLength).Must(TextRules.IsText).Format("form.controlCharacters");

    /// <inheritdoc cref="Required{T}"/>
    public static IRuleBuilderOptions<T, string?> Optional<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.MaximumLength(maxLength).Format("form.tooLong", maxLength).Must(TextRules.IsText).Format("form.controlCharacters");

    /// <summary>A name, a title, a code: what stands in headings, lists and subjects.</summary>
    public static IRuleBuilderOptions<T, string> RequiredLine<T>(this IRuleBuilder<T, string> rule, int maxLength) =>
        rule.Required(maxLength).Must(IsLineIfText).Format("form.oneLine");

    /// <inheritdoc cref="RequiredLine{T}"/>
    public static IRuleBuilderOptions<T, string?> OptionalLine<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.Optional(maxLength).Must(IsLineIfText).Format("form.oneLine");

    public static IRuleBuilderOptions<T, DateOnly> RequiredDay<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.NotEmpty().Format("form.required").Must(day => day == default || DateRules.IsInRange(day)).WithDateRange();

    public static IRuleBuilderOptions<T, DateOnly?> OptionalDay<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.Must(day => day is not { } given || DateRules.IsInRange(given)).WithDateRange();

    public static IRuleBuilderOptions<T, string> EmailAddress<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().Format("form.required").Must(Email.IsValid).Format("form.email");

    public static IRuleBuilderOptions<T, string?> HttpUrl<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.OptionalLine(maxLength).Must(url => url is null || IsHttpUrl(url)).Format("form.url");

    public static IRuleBuilderOptions<T, TEnum> IsKnownValue<T, TEnum>(this IRuleBuilder<T, TEnum> rule) => rule.IsInEnum().Format("form.unknownValue");

    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int most) =>
        rule.Must(list => list is null || list.Count <= most).Format("form.tooMany", most);

    /// <summary>Every list: <c>limit</c> is 1 to 200.</summary>
    public static void Paged<T>(this AbstractValidator<T> validator)
        where T : IPaged =>
        validator.RuleFor(q => q.Limit).InclusiveBetween(1, Paging.MaxLimit).Format("form.between", 1, Paging.MaxLimit);

    public static IRuleBuilderOptions<T, TValue> Format<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, string code, params object?[] args) =>
        rule.WithErrorCode(code).WithMessage(_ => Texts.Error(code, args)).WithState(_ => args);

    /// <summary>The values of the sentence, for whoever keeps the code and says it later.</summary>
    public static IReadOnlyList<object?> Arguments(this ValidationFailure failure) => failure.CustomState as object?[] ?? [];

    /// <summary>An absolute http or https address.</summary>
    public static bool IsHttpUrl(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Host.Length: > 0 };

    private static IRuleBuilderOptions<T, TDay> WithDateRange<T, TDay>(this IRuleBuilderOptions<T, TDay> rule) => rule.Format("form.date", DateRules.Iso(DateRules.Earliest), DateRules.Iso(DateRules.Latest));

    /// <summary>What is no text at all is refused as such, once.</summary>
    private static bool IsLineIfText(string? text) => !TextRules.IsText(text) || TextRules.IsLine(text);
}
