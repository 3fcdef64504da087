using FluentValidation;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>What is true of every row, whether it is read with a profile or in the product's own format.</summary>
internal sealed record RowRules(
    IValidator<ProposePartnership> Partnerships,
    IValidator<RegisterOrganization> Organizations,
    IValidator<CommitmentDraft> Commitments,
    IVocabulary Vocabulary
)
{
    public IValidator<ReportProgress> Reports { get; } = new ReportProgressValidator();

    /// <summary>
    /// Checks a row whose cells are read. Titles that are too long are cut, and a milestone after the due date is left out, with a warning.
    /// </summary>
    /// <param name="draft">Its milestones are those of <paramref name="milestones"/>.</param>
    /// <param name="past">Null means active.</param>
    /// <param name="incomplete">What happens to a row for an active commitment without a due date or SDG target.</param>
    /// <exception cref="RowRefusedException">The row is refused; all reasons are named.</exception>
    public AcceptedRow Accept(
        Cells row,
        ProposePartnership partnership,
        RegisterOrganization organization,
        CommitmentDraft draft,
        IReadOnlyList<RowMilestone> milestones,
        CommitmentPast? past,
        ProgressStatement? progress,
        IncompleteRows incomplete
    )
    {
        var kept = WithoutLate(row, milestones, draft.DueDate);
        (draft, kept) = TitleCutter.Cut(row, draft, kept);
        draft = draft with { Milestones = [.. kept.Select(m => m.Draft)] };
        row.Check("partnership.", Partnerships, partnership);
        row.Check("organization.", Organizations, organization);
        row.Check("", Commitments, draft);
        CheckCodes(row, organization, draft);
        if (draft.StartDate > draft.DueDate)
            row.Refuse("", CommitmentErrors.StartsAfterDueDate());
        past = Complete(row, draft, past, incomplete);
        if (progress is not null && past is not null and not { Status: CommitmentStatus.Active })
        {
            row.Warn("progress", "import.progressLeftOut", past.Status);
            progress = null;
        }

        row.MustBeAccepted();
        var terms = draft.ToTerms();
        return new AcceptedRow(
            terms with
            {
                Milestones = [.. terms.Milestones!.Zip(kept, (milestone, read) => milestone with { Past = read.Past })],
            },
            past,
            progress
        );
    }

    /// <summary>What a draft may lack but not what is submitted: then the row becomes a draft, or is refused.</summary>
    private static CommitmentPast? Complete(Cells row, CommitmentDraft draft, CommitmentPast? past, IncompleteRows incomplete)
    {
        List<string> missing = [];
        if (draft.DueDate is null)
            missing.Add("dueDate");
        if (draft.SdgTargets.Count == 0)
            missing.Add("sdgTargets");
        missing.RemoveAll(row.IsRefused);
        if (missing.Count == 0)
            return past;
        if (past is { Status: not (CommitmentStatus.Submitted or CommitmentStatus.Active) })
            return past;
        if (incomplete == IncompleteRows.Draft)
        {
            row.Warn(missing[0], "import.draft", string.Join(", ", missing));
            return (past ?? new CommitmentPast()) with { Status = CommitmentStatus.Draft };
        }

        foreach (var field in missing)
            row.Refuse(field, "import.required");
        return past;
    }

    private static List<RowMilestone> WithoutLate(Cells row, IReadOnlyList<RowMilestone> milestones, DateOnly? dueDate)
    {
        var kept = new List<RowMilestone>();
        foreach (var milestone in milestones)
            if (dueDate is { } due && milestone.Draft.DueDate > due && milestone.Past.DroppedOn is null)
                row.Warn(milestone.Field, "import.milestoneAfterDueDate", DateRules.Iso(milestone.Draft.DueDate), DateRules.Iso(due));
            else
                kept.Add(milestone);
        return kept;
    }

    private static void CheckCodes(Cells row, RegisterOrganization organization, CommitmentDraft draft)
    {
        row.Known("organization.", organization.Type, code => Codes.OrganizationType(code));
        row.Known("organization.", organization.CountryCode, code => Codes.Country(code));
        row.Known("organization.", organization.TimeZone, id => Codes.TimeZone(id));
        row.Known("", draft.Funding?.Currency, code => Codes.Currency(code));
        foreach (var (code, i) in (draft.CountryCodes ?? []).Select((code, i) => (code, i)))
            row.Known("", code, given => Codes.Country(given, $"countryCodes[{i}]"));
        foreach (var (code, i) in draft.SdgTargets.Select((code, i) => (code, i)))
            row.Known("", code, given => Codes.SdgTarget(given, $"sdgTargets[{i}]"));
    }
}
