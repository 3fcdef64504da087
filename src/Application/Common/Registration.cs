using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Inclusion;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Application.Reports;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Application.Work;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Common;

public static class Registration
{
    /// <summary>Registers all use cases, validators and projections of this layer.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        foreach (
            var type in typeof(Registration).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false })
        )
        foreach (
            var handler in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
        )
            services.AddScoped(handler, type);

        // Validators are singletons: they have no state of a request, and building their rules costs more than applying them.
        services.AddValidatorsFromAssembly(typeof(Registration).Assembly, ServiceLifetime.Singleton, includeInternalTypes: true);

        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(VocabularyBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<DecisionContexts>();
        services.AddScoped<PendingDecisions>();
        services.AddScoped<WaitingReviews>();
        services.AddScoped<PartnerWork>();
        services.AddScoped<SecretariatWork>();
        services.AddScoped<BoardWork>();
        services.AddScoped<ListExport>();
        services.AddScoped<EvidenceFiles>();
        services.AddScoped<SecurityLog>();
        services.AddScoped<InvitationMailer>();
        services.AddSingleton<DeferredRunner>();
        services.AddSingleton<TrackerMeters>();
        services.AddSingleton<IVocabulary, Vocabulary>();
        services.AddKeyedScoped<IDeferredWorker, MailWorker>(DeferredKind.Mail);
        services.AddKeyedScoped<IDeferredWorker, WebhookWorker>(DeferredKind.WebhookDelivery);
        services.AddKeyedScoped<IDeferredWorker, ImportWorker>(DeferredKind.Import);
        services.AddScoped<ChosenProfile>();
        services.AddKeyedScoped<IDeferredWorker, ReportWorker>(DeferredKind.Report);
        services.AddKeyedScoped<IDeferredWorker, LinkWorker>(DeferredKind.LinkCheck);
        services.AddKeyedScoped<IDeferredWorker, ReviewDigestWorker>(DeferredKind.ReviewDigest);
        services.AddKeyedScoped<IDeferredWorker, AuditVerificationWorker>(DeferredKind.AuditVerification);
        services.AddScoped<AuditCheck>();
        services.AddScoped<MailAllowance>();
        services.AddScoped<ReportWriter>();
        services.AddScoped<ReportLinkMailer>();
        services.AddScoped<OpenReportLinks>();
        services.AddScoped<DecisionMailer>();
        services.AddScoped<InitiativeMailer>();
        services.AddScoped<VoicePeople>();
        services.AddScoped<VoiceWriter>();
        services.AddScoped<InvitationSender>();
        services.AddScoped<InclusionReader>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<ICurrentUser>(provider => provider.GetRequiredService<CurrentUser>());
        services.AddSingleton(_ => Mapping.Create());
        return services;
    }
}
