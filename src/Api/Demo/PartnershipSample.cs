using System.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Demo;

/// <summary>
/// Enters a sample that is a partnership. Its people act by the same commands as real ones, each at the time at which the sample has it
/// happen. All of it is saved in one transaction, or nothing. The parts of the sample are in the files beside this one.
/// </summary>
internal sealed partial class PartnershipSample(TrackerDb db, IMediator mediator, CurrentUser user, DemoClock clock)
{
    private readonly SampleDays _days = new(clock);
    private readonly Dictionary<string, OrganizationId> _organizations = [];
    private readonly Dictionary<string, Account> _accounts = [];
    private string _folder = "";
    private PartnershipId _partnership;

    /// <summary>Enters it into an empty installation only: what happens in it is older than whatever is there.</summary>
    /// <param name="folder">The folder with its files.</param>
    public async Task EnterAsync(string folder, CancellationToken ct)
    {
        if (await db.Organizations.AnyAsync(ct))
            return;
        _folder = folder;
        var files = await SampleFiles.ReadAsync(folder, ct);
        AddMembers(files);
        AddDialogue(files.Dialogue);
        foreach (var initiative in files.Initiatives)
            AddInitiative(initiative);
        foreach (var commitment in files.Commitments)
            AddCommitment(commitment);
        foreach (var voice in files.Voices)
            AddVoiceOf(voice);
        AddEngagement(files.Engagement);
        foreach (var round in files.HealthChecks)
            AddHealthCheck(round);

        await using var transaction = await db.Session.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        await _days.PassAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private void AddMembers(SampleFiles files)
    {
        var day = files.Partnership.EnteredOn;
        foreach (var organization in files.Organizations)
            _days.On(day, () => RegisterAsync(organization));
        foreach (var person in files.People)
            _days.On(day, () => InviteAsync(person));
        _days.On(day, () => MakePartnershipAsync(files.Partnership, files.Organizations));
    }

    private async Task RegisterAsync(SampleOrganization organization)
    {
        var first = organization.Contacts[0];
        var id = await Send(
            new RegisterOrganization(
                organization.Name,
                organization.Type,
                organization.Country,
                organization.TimeZone,
                IsCommunity: organization.IsCommunity,
                Contact: new FirstContact(first.Name, first.Email, first.Role)
            )
        );
        foreach (var contact in organization.Contacts.Skip(1))
            await Send(new AddContact(id, contact.Name, contact.Email, contact.Role));
        _organizations[organization.Key] = id;
    }

    private async Task InviteAsync(SamplePerson person)
    {
        var organization = person.Organization is { } key ? (OrganizationId?)_organizations[key] : null;
        var id = await Send(
            new InvitePerson(
                person.Email,
                person.Role,
                person.Name,
                organization,
                StakeholderGroup: person.Group,
                IsEarlyCareer: person.IsEarlyCareer
            )
        );
        _accounts[person.Email] = new Account(id, person.Role, organization);
    }

    private async Task MakePartnershipAsync(SamplePartnership sample, IReadOnlyList<SampleOrganization> members)
    {
        _partnership = await Send(
            new ProposePartnership(
                sample.Name,
                _days.Date(sample.StartsOn),
                sample.Summary,
                sample.Pillars,
                sample.Themes,
                sample.Countries,
                sample.SdgTargets
            )
        );
        foreach (var member in members)
            await Send(new AddMember(_partnership, _organizations[member.Key], member.Role));
        await Send(new ActivatePartnership(_partnership));
        await Send(new PublishPartnership(_partnership, IsPublished: true));
    }

    /// <summary>Sends a request as the person with this address.</summary>
    private Task<T> As<T>(string email, IRequest<T> request)
    {
        var (id, role, organization) = _accounts[email];
        user.SignIn(new Actor(ActorKind.User, id.Value), role, organization);
        return Send(request);
    }

    /// <summary>Sends a request as the program itself, or one with a link, whose token is the only permission.</summary>
    private async Task<T> Send<T>(IRequest<T> request)
    {
        try
        {
            return await mediator.Send(request);
        }
        finally
        {
            user.ActAsSystem();
            db.ChangeTracker.Clear();
        }
    }

    /// <returns>The token in the last mail to this address that leads to a page below the path.</returns>
    private async Task<string> TokenAsync(string email, string path)
    {
        var text = await db
            .Mails.Where(m => m.HoldsKey && m.Recipient == email && m.Text.Contains(path))
            .OrderByDescending(m => m.Seq)
            .Select(m => m.Text)
            .FirstAsync();
        var from = text.IndexOf(path, StringComparison.Ordinal) + path.Length;
        return string.Concat(text.Skip(from).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }

    private sealed record Account(UserId Id, Role Role, OrganizationId? Organization);
}
