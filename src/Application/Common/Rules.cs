using FluentValidation;
using FluentValidation.Results;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Common;

/// <summary>Rules of form that several requests share. Their messages are text resources: the error code is the key.</summary>
internal static class Rules
{
    public static IRuleBuilderOptions<T, string> Required<T>(this IRuleBuilder<T, string> rule, int maxLength) =>
        rule.NotEmpty().Say("form.required").MaximumLength(maxLength).Say("form.tooLong", maxLength).Must(IsText).Say("form.controlCharacters");

    public static IRuleBuilderOptions<T, string?> Optional<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.MaximumLength(maxLength).Say("form.tooLong", maxLength).Must(IsText).Say("form.controlCharacters");

    public static IRuleBuilderOptions<T, string> EmailAddress<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().Say("form.required").Must(Email.IsValid).Say("form.email");

    public static IRuleBuilderOptions<T, string?> HttpUrl<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.MaximumLength(maxLength).Say("form.tooLong", maxLength).Must(url => url is null || IsHttpUrl(url)).Say("form.url");

    public static IRuleBuilderOptions<T, TEnum> Known<T, TEnum>(this IRuleBuilder<T, TEnum> rule) => rule.IsInEnum().Say("form.unknownValue");

    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int most) =>
        rule.Must(list => list is null || list.Count <= most).Say("form.tooMany", most);

    /// <summary>Every list: <c>limit</c> is 1 to 200.</summary>
    public static void Paged<T>(this AbstractValidator<T> validator)
        where T : IPaged =>
        validator.RuleFor(q => q.Limit).InclusiveBetween(1, Paging.MaxLimit).Say("form.between", 1, Paging.MaxLimit);

    public static IRuleBuilderOptions<T, TValue> Say<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, string code, params object?[] args) =>
        rule.WithErrorCode(code).WithMessage(_ => Texts.Error(code, args)).WithState(_ => args);

    /// <summary>The values of the sentence, for whoever keeps the code and says it later.</summary>
    public static IReadOnlyList<object?> Arguments(this ValidationFailure failure) => failure.CustomState as object?[] ?? [];

    /// <summary>An absolute http or https address.</summary>
    public static bool IsHttpUrl(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Host.Length: > 0 };

    /// <summary>No control characters other than line breaks and tabs; PostgreSQL cannot store a NUL at all.</summary>
    private static bool IsText(string? text) => text is null || !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));
}
