using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PartnershipTracker.Api.Access;
using PartnershipTracker.Api.Accountability;
using PartnershipTracker.Api.Calendars;
using PartnershipTracker.Api.Commitments;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Api.Configuration;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Deferred;
using PartnershipTracker.Api.Demo;
using PartnershipTracker.Api.Dialogues;
using PartnershipTracker.Api.Engagement;
using PartnershipTracker.Api.Exports;
using PartnershipTracker.Api.HealthChecks;
using PartnershipTracker.Api.History;
using PartnershipTracker.Api.Imports;
using PartnershipTracker.Api.Inclusion;
using PartnershipTracker.Api.Initiatives;
using PartnershipTracker.Api.Organizations;
using PartnershipTracker.Api.Partnerships;
using PartnershipTracker.Api.Programme;
using PartnershipTracker.Api.Reference;
using PartnershipTracker.Api.ReportLinks;
using PartnershipTracker.Api.Reports;
using PartnershipTracker.Api.Startup;
using PartnershipTracker.Api.Voices;
using PartnershipTracker.Api.Webhooks;
using PartnershipTracker.Api.Work;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure;
using PartnershipTracker.Infrastructure.Configuration;

try
{
    // The content root is the app's own folder, so that it runs from any working directory; data paths are relative to the working
    // directory.
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = CommandLine.Settings(args), ContentRootPath = AppContext.BaseDirectory }
    );
    builder.WebHost.UseStaticWebAssets();
    if (Listening.Configured(builder.Configuration).Count == 0)
        builder.WebHost.UseUrls(Listening.DefaultAddress);
    builder.Services.AddApplication().AddInfrastructure(builder.Configuration).AddApi();

    var app = builder.Build();
    app.Services.GetRequiredService<IStartupValidator>().Validate(); // before anything is written
    if (await CommandLine.RunAsync(args, app.Services) is { } exitCode)
        return exitCode;
    await app.MigrateAsync();
    await app.BootstrapAsync();
    await app.PrepareDemoAsync();
    app.WarnOfGuessedAddress();
    await app.ExplainFirstSignInAsync();

    app.UseApi();
    app.MapHealth();
    app.MapPages();
    app.MapCalendarFeeds();
    app.MapSignIn();
    app.MapResume();
    app.MapMyPages();
    app.MapReportLinkPages();
    app.MapVoiceLinkPages();
    app.MapDialogueLinkPages();
    app.MapHealthCheckLinkPages();
    app.MapJobDashboard();
    var api = app.MapGroup("/api/v1").AnswerWhatWasWritten();
    api.MapReference();
    api.MapOrganizations();
    api.MapPartnerships();
    api.MapInitiatives();
    api.MapVocabularies();
    api.MapProgramme();
    api.MapHealthChecks();
    api.MapInclusion();
    api.MapEngagement();
    api.MapResultMeasures();
    api.MapCommitments();
    api.MapReviews();
    api.MapEvidence();
    api.MapReportLinks();
    api.MapVoices();
    api.MapDialogues();
    api.MapParticipants();
    api.MapNotes();
    api.MapOutcomes();
    api.MapAccountability();
    api.MapWork();
    api.MapDashboard();
    api.MapReports();
    api.MapImports();
    api.MapExports();
    api.MapCalendars();
    api.MapHistory();
    api.MapWebhooks();
    api.MapDeferredWork();
    api.MapMe();
    api.MapPeople();
    api.MapSecurityEvents();
    api.MapSettings();

    await app.RunAsync();
    return 0;
}
catch (ConfigurationException wrong)
{
    await Console.Error.WriteLineAsync("Cannot start: " + wrong.Message);
    return AuditCommand.IsAsked(args) ? AuditCommand.Unknown : 1;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync("Cannot start: " + taken.Message);
    return 1;
}

/// <summary>Public for the tests.</summary>
public partial class Program;
