using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>Who is accountable for a commitment, who supports it, and what was paid.</summary>
public sealed partial class Commitment
{
    public bool IsParty(OrganizationId organizationId) =>
        organizationId == OrganizationId || _supporters.Exists(s => s.OrganizationId == organizationId);

    /// <summary>Makes another member the accountable organization; due days end in the time zone of that member.</summary>
    /// <param name="context">With the time zone of the new organization.</param>
    public void HandOver(OrganizationId to, bool isMember, string reason, DecisionContext context)
    {
        State().WhyNotOpen()?.Throw();
        if (!isMember)
            throw CommitmentErrors.NotAMember();
        if (to == OrganizationId)
            throw CommitmentErrors.SameOrganization();

        var from = OrganizationId;
        OrganizationId = to;
        _supporters.RemoveAll(s => s.OrganizationId == to);
        ChangeTimeZone(context);
        Raise(new CommitmentHandedOver(Id, from, to, reason.Trim()));
    }

    /// <summary>A commitment that names no country has that of its organization, where it is known.</summary>
    /// <param name="organizationCountry">ISO 3166-1 alpha-2.</param>
    public void ImplyCountry(string? organizationCountry)
    {
        if (_countries.Exists(country => country.IsStated))
            return;
        if (organizationCountry is null)
            _countries.Clear();
        else if (_countries.Count == 0)
            _countries.Add(new CommitmentCountry(Id, organizationCountry, isStated: false));
        else
            _countries.ForEach(country => country.Follow(organizationCountry));
        CountryCodes = [.. _countries.Select(country => country.Code)];
    }

    /// <param name="share">Percent of the whole, rounded to two decimals; null when unknown.</param>
    public void AddSupporter(OrganizationId organizationId, decimal? share, bool isMember)
    {
        State().WhyNotAddSupporter()?.Throw();
        if (!isMember)
            throw CommitmentErrors.NotAMember();
        if (IsParty(organizationId))
            throw CommitmentErrors.AlreadyAParty();
        var supporter = new Supporter(Id, organizationId, share);
        if (_supporters.Sum(s => s.Share ?? 0) + (supporter.Share ?? 0) > Limits.MaxShare)
            throw CommitmentErrors.SharesAboveWhole();

        _supporters.Add(supporter);
        Raise(new SupporterAdded(Id, organizationId, supporter.Share));
    }

    public void RemoveSupporter(OrganizationId organizationId)
    {
        State().WhyNotOpen()?.Throw();
        if (_supporters.RemoveAll(s => s.OrganizationId == organizationId) == 0)
            throw DomainException.NotFound("supporter");
        Raise(new SupporterRemoved(Id, organizationId));
    }

    /// <summary>Records money that was paid. Only a payment in the currency of the commitment counts towards its funding.</summary>
    public Payment RecordPayment(decimal amount, string currency, DateOnly paidOn, string? evidence, DecisionContext context)
    {
        State().WhyNotRecordPayment()?.Throw();
        if (paidOn > context.Today)
            throw CommitmentErrors.InTheFuture("paidOn", paidOn);
        var payment = new Payment(Id, amount, Codes.Currency(currency, "currency"), paidOn, evidence, context.Now);
        if (Funding is { } funding && funding.Currency == payment.Currency)
        {
            var paid = (funding.Paid ?? 0) + payment.Amount;
            if (paid > Limits.Number)
                throw CommitmentErrors.PaidTooMuch();
            Funding = funding with { Paid = paid };
        }

        Raise(new PaymentRecorded(Id, payment.Id, payment.Amount, payment.Currency, paidOn));
        return payment;
    }
}
