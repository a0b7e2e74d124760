using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Bridges.Fhir;
using Clinic.Bridges.Jobs;
using Clinic.Bridges.Mail;
using Clinic.Bridges.Outbox;
using Clinic.Bridges.Sealing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what joins the domains: jobs, delivery of events, mail, administration.</summary>
public static class ClinicBridgesServices
{
    /// <summary>Runs every registered <see cref="IClinicJob"/> and delivers events; needs a storage with tenants, jobs and outbox.</summary>
    /// <remarks>Calling twice is safe. Singletons: runner and jobs keep no state of a tenant.</remarks>
    public static IServiceCollection AddClinicJobs(this IServiceCollection services, Action<ClinicJobsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<ClinicJobsOptions, ClinicJobsOptionsValidator>();
        services.AddOptionsWithValidateOnStart<OutboxDeliveryOptions, OutboxDeliveryOptionsValidator>();
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<IIdGenerator, UuidV7Generator>();
        services.TryAddSingleton<ClinicJobRunner>();
        services.TryAddSingleton<JobWatch>();
        services.TryAddSingleton<JobDesk>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, OutboxDeliveryJob>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ClinicJobService>());
        return services;
    }

    /// <summary>Sends mails about events; choose who carries them on the builder that comes back.</summary>
    public static MailBuilder AddClinicMail(this IServiceCollection services, Action<MailOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<MailOptions, MailOptionsValidator>();
        if (configure is not null) services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboxReceiver, MailReceiver>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboxReceiver, SaleReceiptReceiver>());
        return new MailBuilder(services);
    }

    /// <summary>Sends the pharmacy's alerts to the people their rules name.</summary>
    /// <remarks>Needs <c>WithAlerts()</c> on the pharmacy. Calling twice is safe.</remarks>
    public static MailBuilder WithAlertMails(this MailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboxReceiver, AlertMailReceiver>());
        return builder;
    }

    /// <summary>Sends alerts of stays to the roles and people their rules name.</summary>
    /// <remarks>Needs emergency billing. Calling twice is safe.</remarks>
    public static MailBuilder WithStayAlertMails(this MailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboxReceiver, StayAlertMailReceiver>());
        return builder;
    }

    /// <summary>Carries mails to a mail server.</summary>
    public static MailBuilder UseSmtp(this MailBuilder builder, Action<SmtpOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptionsWithValidateOnStart<SmtpOptions, SmtpOptionsValidator>();
        builder.Services.Configure(configure);
        builder.Services.TryAddSingleton<IMailSender, SmtpMailSender>();
        return builder;
    }

    /// <summary>Puts mails into a folder.</summary>
    public static MailBuilder UsePickupFolder(this MailBuilder builder, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptionsWithValidateOnStart<PickupFolderOptions, PickupFolderOptionsValidator>();
        builder.Services.Configure<PickupFolderOptions>(o => o.Folder = folder);
        builder.Services.TryAddSingleton<IMailSender, PickupFolderMailSender>();
        return builder;
    }

    /// <summary>Seals the audit as a job, and publishes each seal outside the database; mails go by the recipients of the mail options.</summary>
    /// <remarks>Register an <see cref="AuditSealKeyRing"/> too. Calling twice is safe.</remarks>
    public static IServiceCollection AddClinicAuditSealing(this IServiceCollection services, Action<SealPublishingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<SealPublishingOptions, SealPublishingOptionsValidator>();
        if (configure is not null) services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, AuditSealingJob>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboxReceiver, SealFolderReceiver>());
        // One client for the life of the app: a seal a minute needs no factory of clients.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboxReceiver, SealWebhookReceiver>(
            p => new(new HttpClient { Timeout = TimeSpan.FromSeconds(30) }, p.GetRequiredService<IOptions<SealPublishingOptions>>())));
        return services;
    }

    /// <summary>Reads dispensing, catalogue and, where the app has them, requisitions, emergency stays and clinical reports as FHIR R4.</summary>
    /// <remarks>Needs dispensing and pharmacy on one storage, and the administration. Calling twice is safe.</remarks>
    public static IServiceCollection AddClinicFhir(this IServiceCollection services, Action<FhirOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<FhirOptions>().Validate(
            o => Uri.TryCreate(o.Base, UriKind.Absolute, out _) && Uri.TryCreate(o.AtcSystem, UriKind.Absolute, out _),
            "Fhir:Base and Fhir:AtcSystem are absolute URIs.").ValidateOnStart();
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton<FhirExport>();
        return services;
    }

    /// <summary>Adds the administration of places, people and patients, sign-in, and our own check of passwords, PINs and badges.</summary>
    /// <remarks>Needs a storage with sites, people, patients and credentials. Singletons: workflows keep no state.</remarks>
    public static IServiceCollection AddClinicAdministration(this IServiceCollection services, Action<CredentialOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<CredentialOptions>();
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<IIdGenerator, UuidV7Generator>();
        services.TryAddSingleton(p => p.GetRequiredService<IOptions<CredentialOptions>>().Value);
        services.TryAddSingleton<ICredentialVerifier, CredentialVerifier>();
        services.TryAddSingleton<SiteAdministration>();
        services.TryAddSingleton<PeopleAdministration>();
        services.TryAddSingleton<SignIns>();
        services.TryAddSingleton<PatientAdministration>();
        services.TryAddSingleton<PatientInquiries>();
        services.TryAddSingleton<PatientReadLog>();
        return services;
    }
}
