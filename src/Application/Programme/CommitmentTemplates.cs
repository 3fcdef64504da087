using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>A template for a commitment, in the reader's language.</summary>
/// <param name="Pillar">The code of the pillar.</param>
/// <param name="Months">How long such work takes, from its start to its due date.</param>
/// <param name="Milestones">Their titles, in order; they are spread evenly, and the last one is on the due date.</param>
public sealed record CommitmentTemplateDetails(
    string Code,
    string Pillar,
    string Title,
    string Description,
    TemplateMeasure Measure,
    int Months,
    IReadOnlyList<string> Milestones
);

/// <summary>What is suggested to measure; the values are left open.</summary>
public sealed record TemplateMeasure(string Indicator, string Unit, string MeansOfVerification);

public static class CommitmentTemplates
{
    /// <summary>All but those of a retired pillar.</summary>
    public static IEnumerable<CommitmentTemplateDetails> Offered(IVocabulary vocabulary) =>
        CommitmentTemplate
            .All.Where(template => vocabulary.Find(VocabularyKind.Pillar, template.Pillar) is { IsRetired: false })
            .Select(Of);

    /// <returns>Null if there is no such template.</returns>
    public static CommitmentTemplateDetails? Find(string? code) => CommitmentTemplate.Find(code) is { } template ? Of(template) : null;

    private static CommitmentTemplateDetails Of(CommitmentTemplate template)
    {
        var code = template.Code;
        return new CommitmentTemplateDetails(
            code,
            template.Pillar,
            Texts.Word($"template.{code}.title"),
            Texts.Word($"template.{code}.description"),
            new TemplateMeasure(
                Texts.Word($"template.{code}.indicator"),
                Texts.Word($"template.{code}.unit"),
                Texts.Word($"template.{code}.verification")
            ),
            template.Months,
            [.. Enumerable.Range(1, CommitmentTemplate.Milestones).Select(n => Milestone($"{code}.milestone.{n}"))]
        );
    }

    private static string Milestone(string key) => Texts.Word($"template.{key}");
}
