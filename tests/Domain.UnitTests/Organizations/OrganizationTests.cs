using System.Globalization;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Reference;
using static PartnershipTracker.Domain.UnitTests.Given;

namespace PartnershipTracker.Domain.UnitTests.Organizations;

public sealed class OrganizationTests
{
    [Fact]
    public void The_sector_follows_from_the_type_and_codes_are_stored_in_one_form()
    {
        var organization = Organization.Register(Profile() with { CountryCode = "bgd", TimeZone = "asia/dhaka", Website = " " });
        organization.Sector.ShouldBe(Sector.CivilSociety);
        organization.CountryCode.ShouldBe("BD");
        organization.TimeZone.ShouldBe("Asia/Dhaka");
        organization.Website.ShouldBeNull();
    }

    [Fact]
    public void Unknown_codes_are_refused_by_name()
    {
        Refusing(Profile() with { Type = "99" }, "reference.unknownOrganizationType", "type", "99");
        Refusing(Profile() with { CountryCode = "XX" }, "reference.unknownCountry", "countryCode", "XX");
        Refusing(
            Profile() with
            {
                TimeZone = "Bangladesh Standard Time",
            },
            "reference.unknownTimeZone",
            "timeZone",
            "Bangladesh Standard Time"
        );
    }

    [Fact]
    public void A_change_lists_the_changed_fields_and_without_one_there_is_no_event()
    {
        var organization = Organization.Register(Profile());
        organization.Change(Profile()).ShouldBeFalse();
        organization.Version.ShouldBe(1);

        organization.Change(Profile("Europe/Zurich")).ShouldBeTrue();
        organization.Last<OrganizationChanged>().Changes.ShouldBe([new Change("timeZone", "Asia/Dhaka", "Europe/Zurich")]);
    }

    [Fact]
    public void A_contact_is_added_once_in_each_role_whatever_the_letter_case()
    {
        var organization = Organization.Register(Profile());
        var contact = organization.AddContact(" Rahima ", "Rahima@Example.org", ContactRole.FocalPoint);
        (contact.Name, contact.Email).ShouldBe(("Rahima", "rahima@example.org"));

        ((Action)(() => organization.AddContact("R.", "rahima@example.ORG", ContactRole.FocalPoint))).MustRefuse(
            "organization.contactExists",
            RefusalKind.Conflict
        );
        organization.AddContact("Rahima", "rahima@example.org", ContactRole.Alternate);
        organization.Contacts.Count.ShouldBe(2);
    }

    [Fact]
    public void The_history_contains_no_name_and_no_address()
    {
        var organization = Organization.Register(Profile());
        organization.AddContact("Rahima Khatun", "rahima@example.org", ContactRole.FocalPoint);
        organization.Events.Select(e => e.ToString()!).ShouldAllBe(text => !text.Contains("rahima", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void An_organization_has_at_most_fifty_contacts()
    {
        var organization = Organization.Register(Profile());
        for (var i = 0; i < Organization.MaxContacts; i++)
            organization.AddContact("Somebody", string.Create(CultureInfo.InvariantCulture, $"c{i}@example.org"), ContactRole.Alternate);
        ((Action)(() => organization.AddContact("One more", "more@example.org", ContactRole.Alternate))).MustRefuse(
            "organization.tooManyContacts"
        );
    }

    [Fact]
    public void An_unknown_contact_cannot_be_removed()
    {
        var organization = Organization.Register(Profile());
        var contact = organization.AddContact("Rahima", "rahima@example.org", ContactRole.FocalPoint);
        organization.RemoveContact(contact.Id);
        organization.Contacts.ShouldBeEmpty();
        ((Action)(() => organization.RemoveContact(contact.Id))).MustRefuse("contact.notFound", RefusalKind.NotFound);
    }

    [Fact]
    public void A_changed_contact_stays_the_same_contact_and_the_history_holds_no_name_and_no_address()
    {
        var organization = Organization.Register(Profile());
        var contact = organization.AddContact("Rahima", "rahima@example.org", ContactRole.FocalPoint);
        organization.ChangeContact(contact.Id, "Rahima", "rahima@example.org", ContactRole.FocalPoint, null);
        organization.Version.ShouldBe(2, "nothing changed");

        organization.ChangeContact(contact.Id, " Rahima K. ", "R.K@Example.org", ContactRole.Alternate, "fr");
        (contact.Name, contact.Email, contact.Role, contact.Language).ShouldBe(
            ("Rahima K.", "r.k@example.org", ContactRole.Alternate, "fr")
        );
        organization
            .Last<ContactChanged>()
            .Changes.ShouldBe([
                new Change("name", null, null),
                new Change("email", null, null),
                new Change("contactRole", ContactRole.FocalPoint, ContactRole.Alternate),
                new Change("language", null, "fr"),
            ]);
    }

    [Fact]
    public void A_contact_cannot_be_changed_into_another_one()
    {
        var organization = Organization.Register(Profile());
        var contact = organization.AddContact("Rahima", "rahima@example.org", ContactRole.FocalPoint);
        organization.AddContact("Karim", "karim@example.org", ContactRole.FocalPoint);
        ((Action)(() => organization.ChangeContact(contact.Id, "Karim", "KARIM@example.org", ContactRole.FocalPoint, null))).MustRefuse(
            "organization.contactExists",
            RefusalKind.Conflict
        );
    }

    [Fact]
    public void Who_takes_over_has_the_role_and_is_not_added_twice()
    {
        var organization = Organization.Register(Profile());
        var leaving = organization.AddContact("Rahima", "rahima@example.org", ContactRole.FocalPoint);
        ((Action)(() => organization.HandOverContact(leaving.Id, "Rahima", "Rahima@example.org", null))).MustRefuse(
            "organization.sameContact"
        );
        var successor = organization.HandOverContact(leaving.Id, " Karim ", "Karim@example.org", "fr");
        (successor.Name, successor.Email, successor.Role, successor.Language).ShouldBe(
            ("Karim", "karim@example.org", ContactRole.FocalPoint, "fr")
        );
        organization.Contacts.ShouldBe([successor]);
        organization
            .Last<ContactHandedOver>()
            .ShouldBe(new ContactHandedOver(organization.Id, leaving.Id, successor.Id, ContactRole.FocalPoint));

        var other = organization.AddContact("Salma", "salma@example.org", ContactRole.FocalPoint);
        organization.HandOverContact(successor.Id, "S.", "salma@example.org", null).ShouldBe(other);
        organization.Contacts.ShouldBe([other]);
        other.Name.ShouldBe("Salma");
    }

    private static void Refusing(OrganizationProfile profile, string code, string field, string named)
    {
        var refusal = ((Action)(() => Organization.Register(profile))).MustRefuse(code);
        refusal.Field.ShouldBe(field);
        refusal.Args.ShouldBe([named]);
    }
}
