using FluentValidation;
using FluentValidation.Results;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Api.Dashboard.Dialogues;

/// <summary>
/// Reads people who are invited, one a line: <c>Ayesha Rahman &lt;ayesha@example.org&gt;, River Delta Health Service, practice</c>.
/// Organization and stakeholder group may be left out; the group is then that of the form.
/// </summary>
internal static class InvitationLines
{
    private const string Field = "people";
    private const int MaxParts = 3;

    /// <param name="Number">The number of the line, from 1.</param>
    public sealed record Line(int Number, ParticipantDraft Draft);

    /// <returns>The people; what cannot be read becomes an error of the form.</returns>
    public static IReadOnlyList<Line> Read(Form form, IVocabulary vocabulary)
    {
        var lines = form[Field]
            .Split('\n')
            .Select((text, i) => (Text: text.Trim(), Number: i + 1))
            .Where(line => line.Text.Length > 0)
            .ToList();
        if (lines.Count == 0)
            form.Add(Field, Texts.Error("form.required"));
        var read = new List<Line>();
        foreach (var (text, number) in lines)
            if (Read(text, form["group"], vocabulary) is { } draft)
                read.Add(new Line(number, draft));
            else
                form.Add(Field, Texts.Page("dialogue.invite.wrong", number, text));
        return read;
    }

    /// <summary>A refusal of one person names their line.</summary>
    public static async Task NamingLinesAsync(Func<Task> invite, IReadOnlyList<Line> lines)
    {
        try
        {
            await invite();
        }
        catch (ValidationException invalid)
        {
            throw new ValidationException(
                invalid.Errors.Select(error => new ValidationFailure(
                    Field,
                    LineOf(error.PropertyName, lines) is { } number
                        ? Texts.Page("dialogue.invite.line", number, error.ErrorMessage)
                        : error.ErrorMessage
                ))
            );
        }
        catch (DomainException refusal) when (LineOf(refusal.Field, lines) is not null)
        {
            throw new DomainException(refusal.Kind, refusal.Code, Field, [.. refusal.Args]);
        }
    }

    private static int? LineOf(string? field, IReadOnlyList<Line> lines) =>
        field?.Split('[', ']') is { Length: > 1 } parts && int.TryParse(parts[1], out var i) && i < lines.Count ? lines[i].Number : null;

    private static ParticipantDraft? Read(string text, string group, IVocabulary vocabulary)
    {
        var (open, close) = (text.IndexOf('<', StringComparison.Ordinal), text.IndexOf('>', StringComparison.Ordinal));
        if (open < 1 || close < open)
            return null;
        var rest = text[(close + 1)..].TrimStart(',', ' ').Split(',', MaxParts, StringSplitOptions.TrimEntries);
        var named = rest.Length > 1 ? vocabulary.CodeOf(VocabularyKind.StakeholderGroup, rest[^1]) : null;
        var organization = named is null ? string.Join(", ", rest) : string.Join(", ", rest[..^1]);
        return new ParticipantDraft(
            text[..open].Trim().Trim('"'),
            text[(open + 1)..close].Trim(),
            named ?? group,
            Blank.ToNull(organization)
        );
    }
}
