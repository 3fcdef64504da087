using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

internal static class ReportScheduleForm
{
    public static ReportScheduleTerms ToTerms(this IReportScheduleTerms terms) =>
        new(
            terms.Name,
            terms.Frequency,
            terms.DayOfWeek,
            terms.DayOfMonth,
            terms.Hour,
            terms.TimeZone,
            terms.Recipients,
            terms.Language,
            terms.Filter
        );

    public static void Terms<T>(this AbstractValidator<T> validator, IVocabulary vocabulary)
        where T : IReportScheduleTerms
    {
        validator.RuleFor(s => s.Name).RequiredLine(Limits.Name);
        validator.RuleFor(s => s.Frequency).IsKnownValue();
        validator.RuleFor(s => s.DayOfWeek).IsKnownValue();
        validator.RuleFor(s => s.DayOfMonth).InclusiveBetween(1, 31).WithText("form.between", 1, 31);
        validator.RuleFor(s => s.Hour).InclusiveBetween(0, 23).WithText("form.between", 0, 23);
        validator.RuleFor(s => s.TimeZone).RequiredLine(Limits.TimeZone);
        validator.RuleFor(s => s.Recipients).NotEmpty().WithText("form.required");
        validator
            .RuleFor(s => s.Recipients)
            .Must(r => r.Count <= ReportSchedule.MaxRecipients)
            .WithText("form.tooMany", ReportSchedule.MaxRecipients);
        validator.RuleForEach(s => s.Recipients).EmailAddress();
        validator.RuleFor(s => s.Language).Must(Texts.Languages.Contains).WithText("form.oneOf", string.Join(", ", Texts.Languages));
        validator
            .RuleFor(s => s.Filter!.SdgGoal)
            .InclusiveBetween(1, Limits.MaxSdgGoal)
            .WithText("form.between", 1, Limits.MaxSdgGoal)
            .When(s => s.Filter is not null);
        validator.RuleFor(s => s.Filter!.Pillar).IsTerm(vocabulary, VocabularyKind.Pillar, orRetired: true).When(s => s.Filter is not null);
        validator.RuleFor(s => s.Filter!.CountryCode).OptionalLine(Limits.CodeInput).When(s => s.Filter is not null);
    }
}
