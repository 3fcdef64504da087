using System.Globalization;
using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Partnerships;

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

    /// <summary>The stakeholder groups that are invited, for example research or communities; all if empty.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Where commitments that come of it belong.</summary>
    public Guid? PartnershipId { get; init; }

    internal DialogueTerms ToTerms(string timeZone) =>
        new(
            Title,
            Question,
            Purpose,
            Place,
            Link,
            StartsOn,
            TimeOnly.ParseExact(StartTime.Trim(), TimeFormat, CultureInfo.InvariantCulture),
            Blank.ToNull(TimeZone) ?? timeZone,
            Groups is { Count: > 0 } given ? given : StakeholderGroups.All,
            PartnershipId is { } partnership ? new PartnershipId(partnership) : null
        );
}

internal sealed class DialogueDraftValidator : AbstractValidator<DialogueDraft>
{
    public DialogueDraftValidator()
    {
        RuleFor(d => d.Title).RequiredLine(Limits.Title);
        RuleFor(d => d.Question).Required(Limits.Text);
        RuleFor(d => d.StartsOn).RequiredDay();
        RuleFor(d => d.StartTime).RequiredLine(Limits.CodeInput).Must(IsTime).WithText("form.time");
        RuleFor(d => d.TimeZone).OptionalLine(Limits.TimeZone);
        RuleFor(d => d.Purpose).Optional(Limits.Note);
        RuleFor(d => d.Place).OptionalLine(Limits.Title);
        RuleFor(d => d.Link).HttpUrl(Limits.Url);
        RuleFor(d => d.Groups).AtMost(StakeholderGroups.All.Count);
        RuleForEach(d => d.Groups).RequiredLine(StakeholderGroups.MaxLength);
    }

    private static bool IsTime(string? time) =>
        TimeOnly.TryParseExact(time?.Trim(), DialogueDraft.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
