using System.Globalization;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// One milestone from columns of its own, as many as there are numbered columns, or those that a cell lists. A milestone is created if its
/// due date is not empty.
/// </summary>
/// <param name="Numbered">
/// Whether <c>#</c> in the names of columns stands for 1, 2, 3 and so on, as long as the file has a column of that number.
/// </param>
/// <param name="List">A cell with several milestones, one on each line unless <c>split</c> says otherwise.</param>
/// <param name="Each">How one of the list is written, such as <c>{dueDate}: {title}</c>.</param>
public sealed record MilestoneMapping(
    MappedValue? Title = null,
    MappedValue? DueDate = null,
    MappedValue? Weight = null,
    MappedValue? CompletedOn = null,
    bool Numbered = false,
    MappedValue? List = null,
    string? Each = null
)
{
    /// <summary>Reads <see cref="Each"/>.</summary>
    internal ItemPattern? Pattern { get; } = Each is null ? null : new ItemPattern(Each);

    internal IEnumerable<string> Columns =>
        new[] { Title, DueDate, Weight, CompletedOn, List }.OfType<MappedValue>().SelectMany(value => value.Columns);

    /// <exception cref="ImportProfileException">It maps neither title and due date nor a list, or both.</exception>
    internal void MustBeClear()
    {
        var isOne = Title is not null && DueDate is not null && List is null && Each is null;
        var isList = List is not null && Each is not null && !Numbered && (Title ?? DueDate ?? Weight ?? CompletedOn) is null;
        if (!isOne && !isList)
            throw new ImportProfileException("import.profileMilestone");
    }

    /// <returns>The mappings for a file: itself, or one for each number that a column of the file has.</returns>
    internal IEnumerable<MilestoneMapping> In(IReadOnlySet<string> heading)
    {
        if (!Numbered)
            return [this];
        return Enumerable
            .Range(1, Milestone.MaxPerCommitment)
            .Select(number => At(number.ToString(CultureInfo.InvariantCulture)))
            .TakeWhile((mapping, i) => i == 0 || mapping.Columns.Except(Columns).Any(heading.Contains));
    }

    private MilestoneMapping At(string number) =>
        this with
        {
            Title = Title!.Numbered(number),
            DueDate = DueDate!.Numbered(number),
            Weight = Weight?.Numbered(number),
            CompletedOn = CompletedOn?.Numbered(number),
        };
}
