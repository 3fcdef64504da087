using System.Globalization;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Api.Dashboard.Commitments.Drafting;

/// <summary>Begins the form of a draft with what a template suggests. Values are left open, because nobody knows them yet.</summary>
internal static class TemplateForm
{
    /// <param name="today">The suggested start.</param>
    public static void Fill(Form form, CommitmentTemplateDetails template, DateOnly today, IVocabulary vocabulary)
    {
        var due = today.AddMonths(template.Months);
        form.Set(DraftingPages.Template, template.Code);
        form.Set("title", template.Title);
        form.Set("description", template.Description);
        form.Set("measure.indicator", template.Measure.Indicator);
        form.Set("measure.unit", template.Measure.Unit);
        form.Set("measure.meansOfVerification", template.Measure.MeansOfVerification);
        form.Set("startDate", DateRules.Iso(today));
        form.Set("dueDate", DateRules.Iso(due));
        if (vocabulary.Find(VocabularyKind.Pillar, template.Pillar) is { IsRetired: false })
            form.Set("pillar", template.Pillar);
        foreach (
            var (title, day, i) in template.Milestones.Zip(CommitmentTemplate.Spread(today, due)).Select((m, i) => (m.First, m.Second, i))
        )
        {
            var row = string.Create(CultureInfo.InvariantCulture, $"milestones[{i}]");
            form.Set($"{row}.title", title);
            form.Set($"{row}.dueDate", DateRules.Iso(day));
        }
    }
}
