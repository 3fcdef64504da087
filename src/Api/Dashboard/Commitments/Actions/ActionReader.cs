using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Api.Dashboard.Reviews;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Dashboard.Commitments.Actions;

/// <summary>Reads what the pages of actions on a commitment show, and whether the caller may take the action now.</summary>
internal sealed class ActionReader(IMediator mediator, ReviewReader commitments)
{
    /// <summary>The most organizations or commitments that are offered in a choice.</summary>
    private const int MaxChoices = 200;

    /// <summary>Draws the page of an action that is possible now; otherwise the page that says why it is not.</summary>
    /// <param name="part">The milestone or progress report it is about.</param>
    /// <exception cref="DomainException">The caller may not take this action, or does not see the commitment.</exception>
    public async Task<IResult> ShowAsync(
        Guid id,
        CommitmentActionName name,
        Form form,
        Func<CommitmentDetails, CommitmentActions, Task<IResult>> page,
        Guid? part,
        CancellationToken ct
    )
    {
        var (commitment, actions) = await commitments.ReadAsync(id, ct);
        var action = actions.Of(name);
        if (action.IsForbidden)
            throw DomainException.Forbidden(action.Code!);
        if (action.Allowed && (part is null || action.Parts.Contains(part.Value)))
            return await page(commitment, actions);
        var reason = action.Reason ?? Texts.Page("action.notPossible.part");
        return Pages.Page<NotPossiblePage>(new { Commitment = commitment, Reason = reason }, form.Status);
    }

    /// <summary>The same for an action on the commitment as a whole.</summary>
    public Task<IResult> ShowAsync(
        Guid id,
        CommitmentActionName name,
        Form form,
        Func<CommitmentDetails, CommitmentActions, Task<IResult>> page,
        CancellationToken ct
    ) => ShowAsync(id, name, form, page, null, ct);

    /// <summary>Reads the commitment and its actions for a page that also serves what is not possible now.</summary>
    /// <exception cref="DomainException">The caller may not take this action, or does not see the commitment.</exception>
    public async Task<(CommitmentDetails Commitment, CommitmentAction Action)> ReadAsync(
        Guid id,
        CommitmentActionName name,
        CancellationToken ct
    )
    {
        var (commitment, actions) = await commitments.ReadAsync(id, ct);
        var action = actions.Of(name);
        return action.IsForbidden ? throw DomainException.Forbidden(action.Code!) : (commitment, action);
    }

    /// <summary>Today where the organization is.</summary>
    public DateOnly Today(CommitmentDetails commitment) => commitments.Today(commitment);

    /// <summary>What was typed, for the commitment as it is now.</summary>
    public Task<Form> AgainAsync(Guid id, Form form, CancellationToken ct) => commitments.AgainAsync(id, form, ct);

    /// <summary>The members of the partnership that are no party to the commitment.</summary>
    public async Task<IReadOnlyList<Option>> OtherMembersAsync(CommitmentDetails commitment, bool withSupporters, CancellationToken ct)
    {
        var members = await mediator.Send(new ListMembers(new PartnershipId(commitment.PartnershipId), Limit: MaxChoices), ct);
        return
        [
            .. members
                .Items.Where(m => m.OrganizationId != commitment.OrganizationId)
                .Where(m => withSupporters || commitment.Supporters.All(s => s.OrganizationId != m.OrganizationId))
                .Select(m => new Option(m.OrganizationId.ToString(), m.OrganizationName)),
        ];
    }

    /// <summary>The accepted commitments of the same partnership, which may replace this one.</summary>
    public async Task<IReadOnlyList<Option>> SuccessorsAsync(CommitmentDetails commitment, CancellationToken ct)
    {
        var query = new ListCommitments
        {
            PartnershipId = commitment.PartnershipId,
            Status = CommitmentStatus.Active,
            Limit = MaxChoices,
            Sort = "title",
        };
        return
        [
            .. (await mediator.Send(query, ct))
                .Items.Where(c => c.Id != commitment.Id)
                .Select(c => new Option(c.Id.ToString(), Texts.Page("action.supersede.choice", c.Title, c.OrganizationName))),
        ];
    }
}
