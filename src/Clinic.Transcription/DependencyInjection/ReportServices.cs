using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Redaction;
using Clinic.Transcription.Findings;
using Clinic.Transcription.InMemory;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Reports.Printing;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers reports: drafting, review, signature and filing.</summary>
public static class ReportServices
{
    /// <summary>Sets what a clinic decides about its reports.</summary>
    /// <remarks>Calling twice is safe.</remarks>
    public static TranscriptionBuilder WithReports(this TranscriptionBuilder builder, Action<ReportOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configure);
        return builder;
    }

    /// <summary>Adds a template, or replaces the one of its name.</summary>
    public static TranscriptionBuilder WithTemplate(this TranscriptionBuilder builder, ReportTemplate template)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(template);
        return builder;
    }

    internal static void AddReports(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ReportOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ReportOptions>, ReportOptionsValidator>());
        services.TryAddSingleton<ITranscriptRedactor, TranscriptRedactor>();
        services.TryAddSingleton<IClinicalRecordSink, OwnClinicalRecord>();
        services.TryAddSingleton<ISignatureProvider>(p => new LocalSignatures(p.GetService<SignatureKeyRing>() ?? throw new InvalidOperationException(
            "No SignatureKeyRing is registered. Register the keys that sign reports as a singleton; SignatureKeyRing.Random() is for tests only, as its key is lost with the process.")));
        services.TryAddSingleton(p => new ReportTemplates(p.GetServices<ReportTemplate>()));
        services.TryAddSingleton(p => new ReportDrafters(p.GetServices<IReportDrafter>(), p.GetRequiredService<IOptions<ReportOptions>>().Value));
        services.TryAddSingleton(p => new ReportChecks(p.GetServices<IConsistencyRule>()));
        services.TryAddSingleton(p => new EarlierReports(p.GetRequiredService<ReportArchive>()));
        services.TryAddSingleton(p => new ReportContexts(
            p.Need<IPatientDirectory>(), p.Need<ISiteDirectory>(), p.GetRequiredService<EarlierReports>(), p.GetRequiredService<IOptions<ReportOptions>>().Value));
        services.TryAddSingleton(p => new DraftPrivacy(p.Need<IPatientDirectory>(), p.GetRequiredService<ITranscriptRedactor>()));
        services.TryAddSingleton(p => new TextKeys(p.Need<ITextKeyStore>(), () => p.GetService<TextKeyRing>() ?? throw new InvalidOperationException(
            "No TextKeyRing is registered. Register the keys of transcripts and reports as a singleton; TextKeyRing.Random() is for tests only, as its key is lost with the process.")));
        services.TryAddSingleton(p => new ReportArchive(p.Need<IClinicalReportStore>(), p.GetRequiredService<TextKeys>(), p.GetRequiredService<TranscriptIndexing>()));
        services.TryAddSingleton<IReportSources>(p => new SessionSources(p.Need<ISessionStore>(), p.GetRequiredService<TranscriptArchive>()));
        // Before the sessions, which do without reports where nobody keeps any.
        services.TryAddSingleton<ISessionReports>(p => new ReportsOfSessions(p.GetRequiredService<ReportArchive>()));
        services.TryAddSingleton(p => new ReportDesk(
            p.Need<IUnitOfWork>(), p.GetRequiredService<ReportArchive>(), p.GetRequiredService<IReportSources>(), p.GetRequiredService<ReportDrafters>(), p.GetRequiredService<ReportTemplates>(),
            p.GetRequiredService<ReportChecks>(), p.GetRequiredService<ReportContexts>(), p.Need<ISignatureProvider>(), p.GetRequiredService<IOptions<ReportOptions>>(), p.Need<IIdGenerator>()));
        services.TryAddSingleton(p => new ReportPaper(p.GetRequiredService<ReportInquiries>(), p.Need<IPatientDirectory>(), p.Need<IPersonDirectory>(), p.Need<ISiteDirectory>()));
        services.TryAddSingleton(p => new ReportInquiries(
            p.Need<IUnitOfWork>(), p.GetRequiredService<ReportArchive>(), p.Need<ISignatureProvider>(), p.GetRequiredService<ReportTerms>(), p.GetRequiredService<IReportSources>(),
            p.GetRequiredService<ReportChecks>(), p.GetRequiredService<ReportContexts>()));
        services.TryAddSingleton<ReportTerms>();
        services.TryAddSingleton(p => new ReportWork(
            p.Need<IUnitOfWork>(), p.GetRequiredService<ReportArchive>(), p.GetRequiredService<IReportSources>(), p.GetRequiredService<ReportDrafters>(), p.GetRequiredService<ReportChecks>(),
            p.GetRequiredService<ReportContexts>(), p.GetRequiredService<DraftPrivacy>(), p.GetRequiredService<IClinicalRecordSink>(), p.GetRequiredService<IOptions<ReportOptions>>(),
            p.Need<NodaTime.IClock>(), p.Need<IIdGenerator>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, ReportJob>());
    }

    internal static void AddInMemoryReports(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => TextKeyRing.Random());
        services.TryAddSingleton(_ => SignatureKeyRing.Random());
        services.TryAddSingleton<ITextKeyStore, InMemoryTextKeyStore>();
        services.TryAddSingleton<IClinicalReportStore, InMemoryClinicalReportStore>();
    }
}
