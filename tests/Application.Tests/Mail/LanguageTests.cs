using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Mail;

/// <summary>In which language people are written to. Chinese texts exist only in these tests.</summary>
public sealed class LanguageTests : IAsyncLifetime
{
    private const string NotInFrench = "This is in English, because there is no translation into French yet.";

    private TrackerHost _host = null!;
    private OrganizationId _organization;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        _organization = await _host.Organization("Green Delta");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void A_language_is_available_once_its_pages_are_translated()
    {
        Texts.Available.ShouldBe(["en", TestTranslation.Language]);
        Texts.CultureFor(TestTranslation.Language).Name.ShouldBe(TestTranslation.Language);
        Texts.CultureFor("fr").Name.ShouldBe("en");
    }

    [Fact]
    public async Task A_mail_is_in_the_language_of_the_person()
    {
        await _host.Send(new InvitePerson("ming@example.org", Role.Board, Language: TestTranslation.Language));
        var mail = await MailTo("ming@example.org");
        mail.Subject.ShouldStartWith(TestTranslation.Subject);
        mail.Html.ShouldContain("<html lang=\"zh\"");
        mail.Text.ShouldNotContain("This is in English");
        CultureInfo.CurrentUICulture.Name.ShouldNotBe(TestTranslation.Language, "the language of everything else is as before");
    }

    [Fact]
    public async Task An_invitation_is_in_the_language_of_the_contact_with_the_same_address()
    {
        await _host.Send(new AddContact(_organization, "Ming", "ming@example.org", ContactRole.Alternate, TestTranslation.Language));
        await _host.Send(new InvitePerson("Ming@example.org", Role.Officer, OrganizationId: _organization));
        (await MailTo("ming@example.org")).Subject.ShouldStartWith(TestTranslation.Subject);
    }

    [Fact]
    public async Task A_mail_says_openly_that_it_is_not_in_the_language_asked_for()
    {
        await _host.Send(new InvitePerson("amina@example.org", Role.Board, Language: "fr"));
        await _host.Send(new InvitePerson("ana@example.org", Role.Board));
        (await MailTo("amina@example.org")).Text.ShouldContain(NotInFrench);
        (await MailTo("amina@example.org")).Html.ShouldContain(NotInFrench);
        (await MailTo("ana@example.org")).Text.ShouldNotContain("This is in English");

        await _host.SendAs(null, null, new RequestSignInLink("amina@example.org", "browser", "network"));
        (await MailTo("amina@example.org")).Text.ShouldContain(NotInFrench, customMessage: "the sign-in link");
    }

    [Fact]
    public async Task A_report_link_and_its_page_say_openly_that_they_are_not_in_the_language_of_the_contact()
    {
        var contact = await _host.Send(new AddContact(_organization, "Amina", "amina@example.org", ContactRole.Alternate, "fr"));
        var partnership = await _host.ActivePartnership(_organization, await _host.Organization("Ministry", "10"));
        await _host.Send(new SendReportLink(await _host.ActiveCommitment(partnership, _organization, "2027-06-30"), contact));
        var text = (await MailTo("amina@example.org")).Text;
        text.ShouldContain(NotInFrench);

        var link = text.Split('\n').Single(line => line.Contains("/report/", StringComparison.Ordinal)).Trim();
        using var visitor = _host.Client(null);
        (await visitor.GetStringAsync(new Uri(new Uri(link).PathAndQuery, UriKind.Relative))).ShouldContain(NotInFrench);
    }

    private Task<OutgoingMail> MailTo(string address) =>
        _host.Db(db => db.Mails.Where(m => m.Recipient == address).OrderByDescending(m => m.Seq).FirstAsync());
}
