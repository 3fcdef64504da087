using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

/// <summary>How clear a commitment is, as it is answered.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Unclear">Ingredients below 1.</param>
/// <param name="Trackable">Indicator, unit, baseline, target, due date and means of verification are all there.</param>
public sealed record SmartAnswer(decimal Score, SmartLevel Level, bool Trackable, int Unclear, IReadOnlyList<IngredientAnswer> Ingredients)
{
    public static SmartAnswer Of(SmartReadiness readiness) =>
        new(readiness.Score, readiness.Level, readiness.IsTrackable, readiness.Unclear, [.. readiness.Ingredients.Select(IngredientAnswer.Of)]);
}

/// <param name="Score">0 missing, 0.5 unclear, 1 clear.</param>
/// <param name="Hint">What is missing, with an example; null when it is clear.</param>
public sealed record IngredientAnswer(string Name, decimal Score, string? Hint)
{
    public static IngredientAnswer Of(IngredientScore score) => new(
        JsonNamingPolicy.CamelCase.ConvertName(score.Ingredient.ToString()), score.Score, score.Score == 1 ? null : Texts.Hint(score.Ingredient));
}

/// <summary>Scores a draft that is not saved yet.</summary>
/// <param name="OrganizationId">Whose contact counts; none counts where nobody is named.</param>
[Needs(Right.Draft)]
public sealed record ScoreDraft(CommitmentDraft Draft, OrganizationId? OrganizationId = null) : IRequest<SmartAnswer>;

internal sealed class ScoreDraftValidator : AbstractValidator<ScoreDraft>
{
    public ScoreDraftValidator() => RuleFor(c => c.Draft).SetValidator(new CommitmentDraftValidator());
}

internal sealed class ScoreDraftHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ScoreDraft, SmartAnswer>
{
    public async Task<SmartAnswer> Handle(ScoreDraft query, CancellationToken ct)
    {
        var hasContact = false;
        if (query.OrganizationId is { } id)
        {
            var organization = await db.Organizations.VisibleTo(db, user).GetAsync(id, ct);
            hasContact = await db.Contacts.AnyAsync(c => c.OrganizationId == organization.Id, ct);
        }

        return SmartAnswer.Of(SmartReadiness.Of(SmartSubject.Of(query.Draft.ToTerms(), hasContact)));
    }
}

/// <summary>The rubric itself, for everybody.</summary>
/// <param name="Inspiration">Whose framework inspired it; it is our own and not theirs.</param>
public sealed record SmartRubric(string Title, string Inspiration, IReadOnlyList<RubricIngredient> Ingredients, IReadOnlyList<RubricLevel> Levels)
{
    public static SmartRubric Current() => new(
        Texts.Word("rubric.title"), Texts.Word("rubric.inspiration"),
        [.. Enum.GetValues<SmartIngredient>().Select(i => new RubricIngredient(JsonNamingPolicy.CamelCase.ConvertName(i.ToString()), Texts.Word(i), Texts.Hint(i)))],
        [.. Enum.GetValues<SmartLevel>().Reverse().Select(l => new RubricLevel(l, Texts.Word($"rubric.{l}")))]);
}

/// <param name="Asks">What it asks for, with an example.</param>
public sealed record RubricIngredient(string Name, string Title, string Asks);

/// <param name="Means">What a commitment of that level has.</param>
public sealed record RubricLevel(SmartLevel Level, string Means);
