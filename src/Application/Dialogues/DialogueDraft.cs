using System.Globalization;
using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>The details of a dialogue; the body of the requests that plan and revise it.</summary>
public record DialogueDraft
{
    public const string TimeFormat = "HH:mm";

    public required string Title { get; init; }

    /// <summary>The question that the dialogue answers.</summary>
    public required string Question { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>The local time, as HH:mm, for example 14:30.</summary>
    public required string StartTime { get; init; }

    /// <summary>IANA id, for example Europe/Zurich; that of the organization if left out.</summary>
    public string? TimeZone { get; init; }

    public string? Purpose { get; init; }

    public string? Place { get; init; }

    /// <summary>The address of an online meeting.</summary>
    public string? Link { get; init; }

    /// <summary>Codes of the stakeholder groups that are invited, e.g. <c>research</c>; all that are offered if empty.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Where commitments that come of it belong.</summary>
    public Guid? PartnershipId { get; init; }

    internal DialogueTerms ToTerms(string timeZone, IVocabulary vocabulary) =>
        new(
            Title,
            Question,
            Purpose,
            Place,
            Link,
            StartsOn,
            TimeOnly.ParseExact(StartTime.Trim(), TimeFormat, CultureInfo.InvariantCulture),
            Blank.ToNull(TimeZone) ?? timeZone,
            GroupsIn(vocabulary),
            PartnershipId is { } partnership ? new PartnershipId(partnership) : null
        );

    /// <summary>In the order of the vocabulary.</summary>
    private IReadOnlyList<string> GroupsIn(IVocabulary vocabulary) =>
        Groups is { Count: > 0 } given
            ? [.. given.Distinct().OrderBy(group => vocabulary.PositionOf(VocabularyKind.StakeholderGroup, group))]
            : [.. vocabulary.Active(VocabularyKind.StakeholderGroup).Select(group => group.Code)];
}

internal sealed class DialogueDraftValidator : AbstractValidator<DialogueDraft>
{
    public DialogueDraftValidator(IVocabulary vocabulary)
    {
        RuleFor(d => d.Title).RequiredLine(Limits.Title);
        RuleFor(d => d.Question).Required(Limits.Text);
        RuleFor(d => d.StartsOn).RequiredDay();
        RuleFor(d => d.StartTime).RequiredLine(Limits.CodeInput).Must(IsTime).WithText("form.time");
        RuleFor(d => d.TimeZone).OptionalLine(Limits.TimeZone);
        RuleFor(d => d.Purpose).Optional(Limits.Note);
        RuleFor(d => d.Place).OptionalLine(Limits.Title);
        RuleFor(d => d.Link).HttpUrl(Limits.Url);
        RuleFor(d => d.Groups).AtMost(VocabularyTerm.MaxPerKind);
        RuleForEach(d => d.Groups)
            .Cascade(CascadeMode.Stop)
            .RequiredLine(Limits.VocabularyCode)
            .IsTerm(vocabulary, VocabularyKind.StakeholderGroup, orRetired: true);
    }

    private static bool IsTime(string? time) =>
        TimeOnly.TryParseExact(time?.Trim(), DialogueDraft.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
